import { useCallback } from 'react';
import {
  conditionMeaningValues,
  type Condition,
} from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';

/** Explains a condition in the language of the app. What is unknown here, for example from a newer cluster, is shown as it is. */
export function useConditionText(): (condition: Condition) => {
  text?: string;
  original?: string;
} {
  const t = useText();
  return useCallback(
    condition => {
      const { meaning, reason, message } = condition;
      const known = conditionMeaningValues.find(value => value === meaning);
      return {
        text: known && t(`condition.${known}`),
        original:
          reason && message
            ? t('condition.raw', { reason, message })
            : reason ?? message,
      };
    },
    [t],
  );
}
