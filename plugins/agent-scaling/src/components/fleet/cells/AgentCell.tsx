import { Link } from '@backstage/ui';
import { useAppLinks } from '../../../app/AppLinks';
import type { FleetRow } from '../../../lib/fleetRow';
import { EntityLink } from '../../shared/EntityLink';
import styles from './cells.module.css';

/** The agent's name as a real link, so that it opens in a new tab and with the keyboard. */
export function AgentCell({ row }: { row: FleetRow }) {
  const href = useAppLinks().agent(row);
  return (
    <div className={styles.stack}>
      <span className={styles.name}>
        {href ? <Link href={href}>{row.name}</Link> : row.name}
      </span>
      {row.title && row.title !== row.name && (
        <span className={styles.secondary}>{row.title}</span>
      )}
      {row.owner && (
        <span className={styles.secondary}>
          <EntityLink entityRef={row.owner} quiet />
        </span>
      )}
    </div>
  );
}
