import { Alert } from '@backstage/ui';
import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { toFreshnessProblems } from '../../lib/freshness';

/** Warns that what is shown is not the present, or not everything. */
export function FreshnessBanner({ agent }: { agent: AgentDetail }) {
  const t = useText();
  const format = useFormatters();
  const { stale, forbidden, staleSinceMs } = toFreshnessProblems(
    agent.freshness,
  );
  const names = (resources: typeof stale) =>
    format.list(resources.map(resource => resource.resource));
  if (stale.length > 0 || agent.attention.state === 'stale') {
    const since =
      staleSinceMs === undefined
        ? t('agent.stale.descriptionNoTime', { cluster: agent.cluster })
        : t('agent.stale.description', {
            cluster: agent.cluster,
            time: format.dateTime(staleSinceMs),
          });
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('agent.stale.title')}
        description={
          stale.length > 0
            ? `${since} ${t('agent.stale.resources', {
                resources: names(stale),
              })}`
            : since
        }
      />
    );
  }
  return forbidden.length > 0 ? (
    <Alert
      role="status"
      status="info"
      icon
      title={t('agent.stale.forbidden', { resources: names(forbidden) })}
    />
  ) : null;
}
