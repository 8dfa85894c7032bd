import { Alert, Text } from '@backstage/ui';
import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { Section } from '../shared/Section';
import { BehaviorTable } from './BehaviorTable';
import { ConditionsTable } from './ConditionsTable';
import { MetricsTable } from './MetricsTable';
import { Subsection } from './Subsection';

/** The horizontal autoscaler: what it measures, what it says of itself and how fast it may act. */
export function HpaSection({ agent }: { agent: AgentDetail }) {
  const t = useText();
  const format = useFormatters();
  const { hpa, otherAutoscalers } = agent;
  if (!hpa) {
    return (
      <Section title={t('hpa.title')}>
        <Alert
          status="info"
          icon
          title={t('hpa.missing.title')}
          description={t('hpa.missing.description')}
        />
      </Section>
    );
  }
  const lagging =
    hpa.observedGeneration !== undefined &&
    hpa.generation !== undefined &&
    hpa.observedGeneration < hpa.generation;
  return (
    <Section
      title={t('hpa.title')}
      subtitle={t('hpa.subtitle', {
        name: hpa.name,
        min: format.integer(hpa.minReplicas),
        max: format.integer(hpa.maxReplicas),
      })}
    >
      {otherAutoscalers.length > 0 && (
        <Alert
          status="danger"
          icon
          title={t('hpa.others', { names: format.list(otherAutoscalers) })}
        />
      )}
      {lagging && (
        <Text variant="body-small" color="secondary">
          {t('hpa.notObserved')}
        </Text>
      )}
      <Subsection title={t('hpa.metrics')}>
        <MetricsTable
          metrics={hpa.metrics}
          tolerance={hpa.behavior.scaleUp.tolerance}
        />
      </Subsection>
      <Subsection title={t('hpa.conditions')}>
        <ConditionsTable
          conditions={hpa.conditions}
          empty={t('hpa.noConditions')}
        />
      </Subsection>
      <Subsection title={t('hpa.behavior')}>
        <BehaviorTable behavior={hpa.behavior} />
      </Subsection>
    </Section>
  );
}
