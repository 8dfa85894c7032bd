import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiLoopLeftLine,
  RiSubtractLine,
} from '@remixicon/react';
import type { Tone } from './Tone';
import styles from './ToneIcon.module.css';

const ICONS: Record<Tone, typeof RiCheckboxCircleLine> = {
  good: RiCheckboxCircleLine,
  busy: RiLoopLeftLine,
  warning: RiErrorWarningLine,
  bad: RiCloseCircleLine,
  quiet: RiSubtractLine,
};

/** An icon whose shape tells the tone as well as its colour does; words stand beside it. */
export function ToneIcon(props: { tone: Tone; size?: number }) {
  const Icon = ICONS[props.tone];
  return (
    <Icon
      aria-hidden="true"
      size={props.size ?? 16}
      className={`${styles.icon} ${styles[props.tone]}`}
    />
  );
}
