import type { FleetRow } from '../../../lib/fleetRow';
import styles from './cells.module.css';

export function PlaceCell(props: { row: FleetRow; showCluster: boolean }) {
  const { cluster, namespace } = props.row;
  return (
    <div className={styles.stack}>
      {props.showCluster && <span>{cluster}</span>}
      <span className={props.showCluster ? styles.secondary : undefined}>
        {namespace}
      </span>
    </div>
  );
}
