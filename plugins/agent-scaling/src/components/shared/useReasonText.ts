import { useCallback } from 'react';
import {
  attentionReasonCodeValues,
  type AttentionReason,
} from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';

/** Says why an agent needs attention, naming the object when there is one. A reason from a newer backend keeps its own words. */
export function useReasonText(): (reason: AttentionReason) => string {
  const t = useText();
  return useCallback(
    ({ code, message, object }) => {
      const known = attentionReasonCodeValues.find(value => value === code);
      const text = known ? t(`attention.${known}`) : message ?? code;
      return object
        ? t('attention.withObject', {
            text,
            object: `${object.kind} ${object.name}`,
          })
        : text;
    },
    [t],
  );
}
