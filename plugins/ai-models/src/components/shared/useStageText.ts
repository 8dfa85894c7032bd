import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import type { RolloutStage } from '../../lib/rolloutPicture';

/** Words for a stage of a rollout: what it is, and more about it. */
export interface StageText {
  title: string;
  detail?: string;
}

/** Words for the stages of a rollout, in the language of the app. */
export function useStageText(): (stage: RolloutStage) => StageText {
  const t = useText();
  const format = useFormatters();
  return stage => {
    switch (stage.kind) {
      case 'weight':
        return {
          title: t('delivery.stage.weight', {
            percent: format.percent(stage.weight),
          }),
        };
      case 'pause':
        return {
          title: t('delivery.stage.pause'),
          detail: stage.duration
            ? format.duration(stage.duration)
            : t('delivery.stage.pauseUntil'),
        };
      case 'analysis':
        return {
          title: t('delivery.stage.analysis'),
          detail: stage.duration
            ? format.duration(stage.duration)
            : t('delivery.stage.analysisHint'),
        };
      case 'scale':
        return {
          title: t('delivery.stage.scale'),
          detail: t('delivery.stage.replicas', { count: stage.replicas }),
        };
      case 'preview':
        return {
          title: t('delivery.stage.preview'),
          detail:
            stage.replicas === undefined
              ? t('delivery.stage.previewAll')
              : t('delivery.stage.replicas', { count: stage.replicas }),
        };
      case 'replace':
        return {
          title: t('delivery.stage.replace'),
          detail: [
            stage.maxSurge &&
              t('delivery.stage.surge', { amount: stage.maxSurge }),
            stage.maxUnavailable &&
              t('delivery.stage.unavailable', { amount: stage.maxUnavailable }),
          ]
            .filter(Boolean)
            .join(' · '),
        };
      default:
        return { title: t('delivery.stage.done') };
    }
  };
}
