import type { Attention } from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';
import { ToneIcon } from './ToneIcon';
import { toneOfAgent } from './Tone';
import { useReasonText } from './useReasonText';
import styles from './AgentStatus.module.css';

/** The state of an agent in a word, and its foremost reason in a sentence; which object it is about is for the page of the agent. */
export function AgentStatus(props: { attention: Attention }) {
  const t = useText();
  const reasonText = useReasonText();
  const { state, reasons } = props.attention;
  const [first] = reasons;
  return (
    <div className={styles.root}>
      <ToneIcon tone={toneOfAgent(state)} />
      <div className={styles.words}>
        <span className={styles.state}>{t(`state.${state}`)}</span>
        {first && (
          <span className={styles.reason} title={first.message}>
            {reasonText({ ...first, object: undefined })}
          </span>
        )}
      </div>
    </div>
  );
}
