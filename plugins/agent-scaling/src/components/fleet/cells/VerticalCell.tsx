import { useText } from '../../../hooks/useText';
import type { FleetRow } from '../../../lib/fleetRow';
import { EntityLink } from '../../shared/EntityLink';
import styles from './cells.module.css';

/** What stands beside the horizontal autoscaler: the vertical one and the model. */
export function VerticalCell({ row }: { row: FleetRow }) {
  const t = useText();
  const { vpa, model } = row;
  const vpaText = () => {
    if (!vpa) {
      return t('fleet.noVpa');
    }
    return vpa.hasRecommendation
      ? t('fleet.vpaRecommends', { mode: vpa.updateMode })
      : t('fleet.vpaWaits', { mode: vpa.updateMode });
  };
  const modelName = [model?.name, model?.version].filter(Boolean).join(' ');
  return (
    <div className={styles.stack}>
      {model?.entityRef ? (
        <EntityLink entityRef={model.entityRef}>
          {modelName || undefined}
        </EntityLink>
      ) : (
        modelName && <span>{t('fleet.model', { model: modelName })}</span>
      )}
      <span className={styles.secondary}>{vpaText()}</span>
    </div>
  );
}
