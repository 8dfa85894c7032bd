import { Text } from '@backstage/ui';
import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';
import { ReplicaPicture } from '../shared/ReplicaPicture';
import { Section } from '../shared/Section';
import { toneOfAgent, toneOfLevel } from '../shared/Tone';
import { ToneIcon } from '../shared/ToneIcon';
import { useReasonText } from '../shared/useReasonText';
import { useActivityText } from './useActivityText';
import styles from './NowSection.module.css';

/** One sentence about the present, the replicas as a picture, and everything that stands in the way. */
export function NowSection({ agent }: { agent: AgentDetail }) {
  const t = useText();
  const activityText = useActivityText();
  const reasonText = useReasonText();
  const { state, reasons } = agent.attention;
  return (
    <Section title={t('now.title')}>
      <div className={styles.root}>
        <div className={styles.words}>
          <div className={styles.state}>
            <ToneIcon tone={toneOfAgent(state)} size={20} />
            <Text variant="body-large" weight="bold">
              {t(`state.${state}`)}
            </Text>
          </div>
          <Text variant="body-large">{activityText(agent)}</Text>
          {reasons.length > 0 && (
            <ul aria-label={t('now.reasons')} className={styles.reasons}>
              {reasons.map(reason => (
                <li
                  key={`${reason.code}/${reason.object?.name ?? ''}`}
                  className={styles.reason}
                >
                  <ToneIcon tone={toneOfLevel(reason.level)} />
                  <span>
                    {reasonText(reason)}
                    {reason.message && (
                      <span className={styles.message} lang="en">
                        {reason.message}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className={styles.picture}>
          <ReplicaPicture replicas={agent.replicas} />
        </div>
      </div>
    </Section>
  );
}
