import type { ReplicaChartMarker } from '../../lib/replicaChart';
import styles from './ScaleMarker.module.css';

const SIZE = 5;

const SHAPES: Record<ReplicaChartMarker['direction'], string> = {
  up: `M 0 ${-SIZE} L ${SIZE} ${SIZE} L ${-SIZE} ${SIZE} Z`,
  down: `M 0 ${SIZE} L ${SIZE} ${-SIZE} L ${-SIZE} ${-SIZE} Z`,
  none: `M 0 ${-SIZE} L ${SIZE} 0 L 0 ${SIZE} L ${-SIZE} 0 Z`,
};

/** A change of scale: a triangle that points where the replicas went, or a diamond when they stayed. */
export function ScaleMarker(props: {
  cx?: number;
  cy?: number;
  marker: ReplicaChartMarker;
}) {
  const { cx, cy, marker } = props;
  if (cx === undefined || cy === undefined) {
    return <g />;
  }
  const failed = marker.event.kind === 'failedRescale';
  return (
    <path
      d={SHAPES[marker.direction]}
      transform={`translate(${cx} ${cy})`}
      className={failed ? styles.failed : styles.marker}
    />
  );
}
