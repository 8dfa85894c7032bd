import { Alert, Text } from '@backstage/ui';
import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { readVpaMode } from '../../lib/vpaMode';
import { toVpaRanges } from '../../lib/vpaRange';
import { Section } from '../shared/Section';
import { ConditionsTable } from './ConditionsTable';
import { Subsection } from './Subsection';
import { VpaRange } from './VpaRange';
import styles from './VpaSection.module.css';

/** What the VPA recommends per container and resource, and what its mode does with it. */
export function VpaSection({ agent }: { agent: AgentDetail }) {
  const t = useText();
  const format = useFormatters();
  const vpa = agent.vpaDetail;
  if (!vpa) {
    return (
      <Section title={t('vpa.title')}>
        <Text color="secondary">{t('vpa.missing')}</Text>
      </Section>
    );
  }
  const { meaning, shared, conflict } = readVpaMode(vpa, agent.hpa);
  const resources = format.list(shared);
  return (
    <Section
      title={t('vpa.title')}
      subtitle={t('vpa.subtitle', { name: vpa.name, mode: vpa.updateMode })}
    >
      <Text>
        {t(`vpa.mode.${meaning}`, { resources, mode: vpa.updateMode })}
      </Text>
      {conflict && (
        <Alert status="warning" icon title={t('vpa.conflict', { resources })} />
      )}
      <div className={styles.ranges}>
        {vpa.containers.flatMap(container =>
          container.mode === 'Off'
            ? [
                <Text key={container.name} color="secondary">
                  {container.name}: {t('vpa.containerOff')}
                </Text>,
              ]
            : toVpaRanges(container).map(range => (
                <VpaRange
                  key={`${range.container}/${range.resource}`}
                  range={range}
                />
              )),
        )}
      </div>
      <Subsection title={t('hpa.conditions')}>
        <ConditionsTable
          conditions={vpa.conditions}
          empty={t('condition.recommendationPending')}
        />
      </Subsection>
    </Section>
  );
}
