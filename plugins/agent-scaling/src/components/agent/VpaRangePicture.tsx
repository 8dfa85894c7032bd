import type { VpaRangeModel } from '../../lib/vpaRange';
import styles from './VpaRangePicture.module.css';

const percent = (position: number) => `${position * 100}%`;

/**
 * A recommendation on one line from zero: the thin frame is the allowed range, the solid band the recommended one, the tall line
 * its target, the circle what the target would be without limits, and the triangle below the present request.
 */
export function VpaRangePicture(props: {
  range: VpaRangeModel;
  label: string;
}) {
  const { positions } = props.range;
  const { lowerBound, upperBound, target, request, uncappedTarget } = positions;
  const allowedFrom = positions.minAllowed ?? 0;
  const allowedTo = positions.maxAllowed ?? 1;
  return (
    <svg
      role="img"
      aria-label={props.label}
      className={styles.root}
      height={34}
    >
      <rect className={styles.track} y={12} width="100%" height={2} rx={1} />
      <rect
        className={styles.allowed}
        x={percent(allowedFrom)}
        width={percent(Math.max(0, allowedTo - allowedFrom))}
        y={5}
        height={16}
        rx={3}
      />
      {lowerBound !== undefined && upperBound !== undefined && (
        <rect
          className={styles.bounds}
          x={percent(lowerBound)}
          width={percent(Math.max(0.004, upperBound - lowerBound))}
          y={8}
          height={10}
          rx={2}
        />
      )}
      {uncappedTarget !== undefined && uncappedTarget !== target && (
        <circle
          className={styles.uncapped}
          cx={percent(uncappedTarget)}
          cy={13}
          r={4}
        />
      )}
      {target !== undefined && (
        <line
          className={styles.target}
          x1={percent(target)}
          x2={percent(target)}
          y1={2}
          y2={24}
        />
      )}
      {request !== undefined && (
        // A nested picture, because a path cannot be placed in percent.
        <svg x={percent(request)} y={23} overflow="visible">
          <path className={styles.request} d="M 0 0 L 5 9 L -5 9 Z" />
        </svg>
      )}
    </svg>
  );
}
