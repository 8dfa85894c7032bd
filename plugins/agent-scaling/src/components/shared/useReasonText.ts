import type { AttentionReason } from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';

/** Says why an agent needs attention, naming the object when there is one. */
export function useReasonText(): (reason: AttentionReason) => string {
  const t = useText();
  return reason => {
    const text = t(`attention.${reason.code}`);
    return reason.object
      ? t('attention.withObject', {
          text,
          object: `${reason.object.kind} ${reason.object.name}`,
        })
      : text;
  };
}
