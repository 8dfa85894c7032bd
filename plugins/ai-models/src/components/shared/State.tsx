import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiLoader3Line,
  RiSubtractLine,
} from '@remixicon/react';
import styles from './State.module.css';

/** How a state is to be taken. The icon tells it as well as the colour does. */
export type Tone = 'good' | 'busy' | 'warning' | 'bad' | 'quiet';

const ICONS: Record<Tone, typeof RiSubtractLine> = {
  good: RiCheckboxCircleFill,
  busy: RiLoader3Line,
  warning: RiErrorWarningFill,
  bad: RiCloseCircleFill,
  quiet: RiSubtractLine,
};

/** A state in words, with an icon of its tone. */
export function State(props: { tone: Tone; children: string }) {
  const Icon = ICONS[props.tone];
  return (
    <span className={styles.state}>
      <Icon
        aria-hidden="true"
        size={16}
        className={`${styles.icon} ${styles[props.tone]}`}
      />
      <span>{props.children}</span>
    </span>
  );
}
