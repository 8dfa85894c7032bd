import { AgentScalingProviders } from '../../app/AgentScalingProviders';
import { createQueryClient } from '../../app/queryClient';
import { useLegacyLinks } from '../../app/useLegacyLinks';
import { AgentScalingRouter } from '../AgentScalingRouter';
import { EntityScalingCard } from '../entity/EntityScalingCard';
import { EntityScalingContent } from '../entity/EntityScalingContent';

// Older apps have no plugin wrapper; this module is loaded once, so the extensions still share one cache.
const queryClient = createQueryClient();

export function LegacyPage() {
  return (
    <AgentScalingProviders links={useLegacyLinks()} queryClient={queryClient}>
      <AgentScalingRouter />
    </AgentScalingProviders>
  );
}

export function LegacyEntityContent() {
  return (
    <AgentScalingProviders links={useLegacyLinks()} queryClient={queryClient}>
      <EntityScalingContent />
    </AgentScalingProviders>
  );
}

export function LegacyEntityCard() {
  return (
    <AgentScalingProviders links={useLegacyLinks()} queryClient={queryClient}>
      <EntityScalingCard />
    </AgentScalingProviders>
  );
}
