import type {
  HpaDetail,
  ScalingPolicy,
  ScalingRules,
} from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { DEFAULT_TOLERANCE } from '../../lib/metricBar';
import styles from './BehaviorTable.module.css';

/** Marks a value that the manifest does not set, so that nobody looks for it there. */
function Value(props: { text: string; isDefault: boolean }) {
  const t = useText();
  return (
    <>
      {props.text}
      {props.isDefault && (
        <span className={styles.default}> ({t('hpa.default')})</span>
      )}
    </>
  );
}

function usePolicyText(): (policy: ScalingPolicy) => string {
  const t = useText();
  const format = useFormatters();
  return policy => {
    const period = format.duration(policy.periodSeconds);
    return policy.type === 'Pods'
      ? t('hpa.policyPods', { count: policy.value, period })
      : t('hpa.policyPercent', {
          percent: format.ratio(policy.value / 100),
          period,
        });
  };
}

function Rules(props: { rules: ScalingRules; direction: 'up' | 'down' }) {
  const t = useText();
  const format = useFormatters();
  const policyText = usePolicyText();
  const { rules, direction } = props;
  const isDefault = (field: string) =>
    rules.source !== 'Explicit' || !rules.explicitFields.includes(field);
  // Without behavior the controller does not use the policies on the way up but a limit of its own.
  const legacyUp = rules.source === 'Legacy' && direction === 'up';
  return (
    <div className={styles.rules}>
      <h4 className={styles.title}>
        {t(direction === 'up' ? 'hpa.scaleUp' : 'hpa.scaleDown')}
        <span className={styles.default}>
          {' '}
          {t(`hpa.source.${rules.source}`)}
        </span>
      </h4>
      <dl className={styles.list}>
        <dt>{t('hpa.window')}</dt>
        <dd>
          <Value
            text={
              rules.stabilizationWindowSeconds === 0
                ? t('hpa.noWindow')
                : format.duration(rules.stabilizationWindowSeconds)
            }
            isDefault={isDefault('stabilizationWindowSeconds')}
          />
        </dd>
        <dt>{t('hpa.policies')}</dt>
        <dd>
          {legacyUp || rules.selectPolicy === 'Disabled' ? (
            <Value
              text={
                legacyUp
                  ? t('hpa.legacyPolicy')
                  : t('hpa.selectPolicy.Disabled')
              }
              isDefault={legacyUp}
            />
          ) : (
            <ul className={styles.policies}>
              {rules.policies.map(policy => (
                <li key={`${policy.type}/${policy.periodSeconds}`}>
                  <Value
                    text={policyText(policy)}
                    isDefault={isDefault('policies')}
                  />
                </li>
              ))}
            </ul>
          )}
        </dd>
        {rules.policies.length > 1 && !legacyUp && (
          <>
            <dt>{t('hpa.select')}</dt>
            <dd>
              <Value
                text={t(`hpa.selectPolicy.${rules.selectPolicy}`)}
                isDefault={isDefault('selectPolicy')}
              />
            </dd>
          </>
        )}
        <dt>{t('hpa.tolerance')}</dt>
        <dd>
          {rules.tolerance === undefined ? (
            <Value
              text={t('hpa.toleranceDefault', {
                value: format.ratio(DEFAULT_TOLERANCE),
              })}
              isDefault
            />
          ) : (
            format.ratio(rules.tolerance)
          )}
        </dd>
      </dl>
    </div>
  );
}

/** How fast the autoscaler may grow and shrink its workload. */
export function BehaviorTable(props: { behavior: HpaDetail['behavior'] }) {
  return (
    <div className={styles.root}>
      <Rules rules={props.behavior.scaleUp} direction="up" />
      <Rules rules={props.behavior.scaleDown} direction="down" />
    </div>
  );
}
