import { useCallback } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormatters } from '../../hooks/useFormatters';
import type { ReplicaChartModel } from '../../lib/replicaChart';
import { ReplicaChartLegend } from './ReplicaChartLegend';
import { ReplicaChartTooltip } from './ReplicaChartTooltip';
import { ScaleMarker } from './ScaleMarker';
import styles from './ReplicaChart.module.css';

const HEIGHT = 280;

/** Replicas hold until they change, so lines are steps: a slope would show replicas that never were. */
const STEP = 'stepAfter';

/** Draws the chart model. Colours are tokens of the theme; running is solid, wanted dashed, and markers have shapes. */
export function ReplicaChart(props: {
  model: ReplicaChartModel;
  /** What the picture shows, in a sentence. */
  label: string;
}) {
  const format = useFormatters();
  const { model, label } = props;
  const renderTooltip = useCallback(
    (tooltip: { active?: boolean; label?: string | number }) =>
      tooltip.active && typeof tooltip.label === 'number' ? (
        <ReplicaChartTooltip model={model} at={tooltip.label} />
      ) : null,
    [model],
  );

  return (
    <figure className={styles.root}>
      <div role="img" aria-label={label} className={styles.plot}>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <ComposedChart
            data={model.points}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid className={styles.grid} vertical={false} />
            <XAxis
              dataKey="at"
              type="number"
              scale="time"
              domain={[model.from, model.to]}
              ticks={model.ticks}
              tickFormatter={format.axisTime}
              allowDataOverflow
              tickLine={false}
            />
            <YAxis
              domain={[0, model.yMax]}
              allowDecimals={false}
              tickFormatter={format.integer}
              width={36}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip content={renderTooltip} isAnimationActive={false} />
            {model.gaps.map(gap => (
              <ReferenceArea
                key={gap.from}
                x1={gap.from}
                x2={gap.to}
                className={styles.gap}
              />
            ))}
            <Area
              dataKey="band"
              type={STEP}
              className={styles.band}
              stroke="none"
              isAnimationActive={false}
              activeDot={false}
            />
            <Line
              dataKey="max"
              type={STEP}
              className={styles.max}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="ready"
              type={STEP}
              className={styles.ready}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="desired"
              type={STEP}
              className={styles.desired}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="current"
              type={STEP}
              className={styles.current}
              dot={false}
              isAnimationActive={false}
            />
            {/* Not a Scatter: with data of its own it would shift the moment that the tooltip speaks of. */}
            {model.markers.map(marker => (
              <ReferenceDot
                key={marker.id}
                x={marker.at}
                y={marker.replicas}
                shape={({ cx, cy }) => (
                  <ScaleMarker cx={cx} cy={cy} marker={marker} />
                )}
              />
            ))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <ReplicaChartLegend />
    </figure>
  );
}
