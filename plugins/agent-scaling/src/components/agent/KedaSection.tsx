import { useMemo } from 'react';
import { Alert, CellText, Table, type ColumnConfig } from '@backstage/ui';
import type {
  KedaDetail,
  KedaTrigger,
} from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { Facts } from '../shared/Facts';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';
import { ConditionsTable } from './ConditionsTable';
import { Subsection } from './Subsection';

type TriggerRow = KedaTrigger & { id: string };

/** The ScaledObject that owns the autoscaler: from zero to one it decides, above that the autoscaler does. */
export function KedaSection({ keda }: { keda: KedaDetail }) {
  const t = useText();
  const format = useFormatters();
  const columns = useMemo(
    (): ColumnConfig<TriggerRow>[] => [
      {
        id: 'trigger',
        label: t('keda.trigger'),
        isRowHeader: true,
        cell: trigger => (
          <CellText title={trigger.type} description={trigger.name} />
        ),
      },
      {
        id: 'threshold',
        label: t('keda.threshold'),
        cell: trigger => <CellText title={trigger.threshold ?? ''} />,
      },
      {
        id: 'activation',
        label: t('keda.activation'),
        cell: trigger => <CellText title={trigger.activationThreshold ?? ''} />,
      },
      {
        id: 'query',
        label: t('keda.query'),
        cell: trigger => <CellText title={trigger.query ?? ''} />,
      },
    ],
    [t],
  );
  const triggers = useMemo(
    () =>
      keda.triggers.map((trigger, index) => ({
        ...trigger,
        id: `${index}/${trigger.type}`,
      })),
    [keda.triggers],
  );
  const integer = (value: number) => format.integer(value);
  return (
    <Section
      title={t('keda.title')}
      subtitle={t('keda.subtitle', {
        name: keda.name,
        min: integer(keda.minReplicaCount),
        max: integer(keda.maxReplicaCount),
      })}
    >
      {keda.paused && (
        <Alert
          status="warning"
          icon
          title={
            keda.pausedReplicas === undefined
              ? t('keda.paused')
              : t('keda.pausedAt', { replicas: integer(keda.pausedReplicas) })
          }
        />
      )}
      <Facts
        facts={[
          [t('keda.polling'), format.duration(keda.pollingIntervalSeconds)],
          [t('keda.cooldown'), format.duration(keda.cooldownPeriodSeconds)],
          [
            t('keda.idle'),
            keda.idleReplicaCount !== undefined &&
              integer(keda.idleReplicaCount),
          ],
          [
            t('keda.fallback'),
            keda.fallback &&
              t('keda.fallbackValue', {
                replicas: integer(keda.fallback.replicas),
                failures: integer(keda.fallback.failureThreshold),
              }),
          ],
          [
            t('keda.lastActive'),
            keda.lastActiveTime && <RelativeTime at={keda.lastActiveTime} />,
          ],
        ]}
      />
      <Subsection title={t('keda.triggers')}>
        <Table
          columnConfig={columns}
          data={triggers}
          pagination={{ type: 'none' }}
        />
      </Subsection>
      <Subsection title={t('hpa.conditions')}>
        <ConditionsTable
          conditions={keda.conditions}
          empty={t('hpa.noConditions')}
        />
      </Subsection>
    </Section>
  );
}
