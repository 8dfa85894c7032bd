import { useCallback } from 'react';
import type { ScaleEvent } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';

/** `3 → 6`, `to 6`, or nothing for an event that changed no number of replicas. */
export function useScaleChangeText(): (
  event: Pick<ScaleEvent, 'from' | 'to'>,
) => string | undefined {
  const t = useText();
  const format = useFormatters();
  return useCallback(
    ({ from, to }) => {
      if (to === undefined) {
        return undefined;
      }
      return from === undefined
        ? t('history.to', { to: format.integer(to) })
        : t('history.from', {
            from: format.integer(from),
            to: format.integer(to),
          });
    },
    [t, format],
  );
}
