import {
  RiCheckDoubleLine,
  RiEyeLine,
  RiLineChartLine,
  RiPauseLine,
  RiRefreshLine,
  RiStackLine,
  RiUserLine,
} from '@remixicon/react';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import type { RolloutStage } from '../../lib/rolloutPicture';
import styles from './RolloutPicture.module.css';
import { useStageText } from './useStageText';

function StageIcon(props: { stage: RolloutStage }) {
  const { stage } = props;
  const icon = { size: 14, 'aria-hidden': true };
  switch (stage.kind) {
    case 'pause':
      return stage.duration ? (
        <RiPauseLine {...icon} />
      ) : (
        <RiUserLine {...icon} />
      );
    case 'analysis':
      return <RiLineChartLine {...icon} />;
    case 'scale':
      return <RiStackLine {...icon} />;
    case 'preview':
      return <RiEyeLine {...icon} />;
    case 'replace':
      return <RiRefreshLine {...icon} />;
    case 'done':
      return <RiCheckDoubleLine {...icon} />;
    default:
      return null;
  }
}

/** A bar that is lower than this could not be seen, and a small share is still a share. */
const LEAST_PERCENT = 3;

function Stage(props: { stage: RolloutStage }) {
  const { stage } = props;
  const { percent } = useFormatters();
  const { title, detail } = useStageText()(stage);
  const height = stage.weight > 0 ? Math.max(stage.weight, LEAST_PERCENT) : 0;
  const changesWeight = ['weight', 'done'].includes(stage.kind);
  return (
    <li className={styles.stage}>
      <div className={styles.column} aria-hidden="true">
        <span
          className={styles.share}
          style={{ insetBlockEnd: `calc(${height}% + 2px)` }}
        >
          {changesWeight && percent(stage.weight)}
        </span>
        <div
          className={`${styles.bar} ${changesWeight ? '' : styles.waiting}`}
          style={{ blockSize: `${height}%` }}
        />
      </div>
      <div className={styles.title}>
        <StageIcon stage={stage} />
        <span>{title}</span>
      </div>
      {detail && <div className={styles.detail}>{detail}</div>}
    </li>
  );
}

/** How the share of a new version grows during a rollout, and what happens on the way. */
export function RolloutPicture(props: { stages: RolloutStage[] }) {
  const t = useText();
  return (
    <ol className={styles.picture} aria-label={t('delivery.picture')}>
      {props.stages.map((stage, index) => (
        <Stage key={index} stage={stage} />
      ))}
    </ol>
  );
}
