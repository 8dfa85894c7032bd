import type { EffectiveDelivery } from '@suoke/plugin-ai-models-common';
import { useText } from '../../hooks/useText';
import { toRolloutPicture } from '../../lib/rolloutPicture';
import { Code } from './Code';
import { Facts } from './Facts';
import { RolloutPicture } from './RolloutPicture';

/** A rollout as a picture, and the policies that rule it. */
export function DeliveryDetails(props: { delivery: EffectiveDelivery }) {
  const t = useText();
  const { strategy, promotion, rollback, analysis, engine } = props.delivery;
  // A rolling update follows the readiness of pods: nothing is judged, so no verdict can promote or roll back.
  const isJudged = strategy.type !== 'RollingUpdate';
  return (
    <>
      <RolloutPicture stages={toRolloutPicture(strategy, promotion.mode)} />
      <Facts
        facts={[
          {
            label: t('delivery.strategy'),
            value: t(`delivery.strategy${strategy.type}`),
          },
          {
            label: t('delivery.engine'),
            value: engine === 'Auto' ? t('delivery.engineAuto') : engine,
          },
          {
            label: t('delivery.promotion'),
            value: isJudged && t(`delivery.promotion${promotion.mode}`),
          },
          {
            label: t('delivery.rollback'),
            value: isJudged && t(`delivery.rollback${rollback.mode}`),
          },
          {
            label: t('delivery.onNoData'),
            value: isJudged && t(`delivery.verdict${analysis.onNoData}`),
          },
          {
            label: t('delivery.onError'),
            value: isJudged && t(`delivery.verdict${analysis.onError}`),
          },
          {
            label: t('delivery.checks'),
            value:
              isJudged &&
              (analysis.checks.length === 0
                ? t('delivery.noChecks')
                : analysis.checks.map(check => (
                    <div key={check.name}>
                      <Code>{check.name}</Code>
                    </div>
                  ))),
          },
        ].map(fact => ({ ...fact, value: fact.value || undefined }))}
      />
    </>
  );
}
