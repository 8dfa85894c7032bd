import { Text } from '@backstage/ui';
import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { Section } from '../shared/Section';
import { PodsTable } from './PodsTable';

/** The agent's pods, and how many of them may go at once. */
export function PodsSection({ agent }: { agent: AgentDetail }) {
  const t = useText();
  const format = useFormatters();
  const budgets = agent.disruptionBudgets;
  return (
    <Section
      title={t('pods.title')}
      subtitle={t('replicas.ready', {
        ready: format.integer(agent.pods.ready),
        total: format.integer(agent.pods.total),
      })}
    >
      <PodsTable pods={agent.podList} />
      {budgets.length === 0 ? (
        <Text variant="body-small" color="secondary">
          {t('disruption.none')}
        </Text>
      ) : (
        budgets.map(budget => (
          <Text key={budget.name} variant="body-small" color="secondary">
            {t('disruption.allowed', {
              name: budget.name,
              count: budget.disruptionsAllowed,
            })}
          </Text>
        ))
      )}
    </Section>
  );
}
