import { Text } from '@backstage/ui';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import type { RequestVerdict, VpaRangeModel } from '../../lib/vpaRange';
import { Facts } from '../shared/Facts';
import type { Tone } from '../shared/Tone';
import { ToneIcon } from '../shared/ToneIcon';
import { VpaRangePicture } from './VpaRangePicture';
import styles from './VpaRange.module.css';

const TONES: Record<RequestVerdict, Tone> = {
  fits: 'good',
  tooSmall: 'warning',
  tooLarge: 'warning',
  missing: 'bad',
  noRecommendation: 'quiet',
};

/** One recommendation: the verdict in words, the range as a picture, and its numbers. */
export function VpaRange({ range }: { range: VpaRangeModel }) {
  const t = useText();
  const format = useFormatters();
  const { values, verdict, resource, requestRatio } = range;
  const amount = (value: number | undefined) =>
    value === undefined ? t('vpa.none') : format.resource(value, resource);
  const between = (low: number | undefined, high: number | undefined) => {
    if (low === undefined && high === undefined) {
      return t('vpa.none');
    }
    if (low === undefined) {
      return t('vpa.upTo', { high: amount(high) });
    }
    return high === undefined
      ? t('vpa.from', { low: amount(low) })
      : t('vpa.range', { low: amount(low), high: amount(high) });
  };
  const facts: [string, string][] = [
    [t('vpa.request'), amount(values.request)],
    [t('vpa.target'), amount(values.target)],
    [t('vpa.bounds'), between(values.lowerBound, values.upperBound)],
    [t('vpa.allowed'), between(values.minAllowed, values.maxAllowed)],
    [t('vpa.uncappedTarget'), amount(values.uncappedTarget)],
  ];
  return (
    <div className={styles.root}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('vpa.recommendation', { resource, container: range.container })}
      </Text>
      <div className={styles.verdict}>
        <ToneIcon tone={TONES[verdict]} />
        <span>
          {t(`vpa.verdict.${verdict}`, {
            ratio: format.ratio(requestRatio ?? 0),
            target: amount(values.target),
          })}
          {range.capped &&
            ` ${t(
              range.capped === 'toMin' ? 'vpa.cappedToMin' : 'vpa.cappedToMax',
              { value: amount(values.uncappedTarget) },
            )}`}
        </span>
      </div>
      <VpaRangePicture
        range={range}
        label={t('vpa.picture', {
          request: amount(values.request),
          target: amount(values.target),
          low: amount(values.lowerBound),
          high: amount(values.upperBound),
        })}
      />
      <Facts facts={facts} />
    </div>
  );
}
