import { Badge } from '@backstage/ui';
import type { ClusterFreshness } from '@suoke/plugin-agent-scaling-common';
import { useRelativeTime } from '../../hooks/useRelativeTime';
import { useText } from '../../hooks/useText';
import { clusterTone } from '../../lib/freshness';
import { ToneIcon } from '../shared/ToneIcon';
import styles from './ClusterStrip.module.css';

function LastContact(props: { at: string }) {
  const t = useText();
  const time = useRelativeTime(Date.parse(props.at));
  return <>{t('fleet.clusters.lastContact', { time })}</>;
}

/** How well each cluster is watched, so that nobody takes an old picture for the present. */
export function ClusterStrip(props: { clusters: readonly ClusterFreshness[] }) {
  const t = useText();
  return (
    <ul aria-label={t('fleet.clusters.label')} className={styles.root}>
      {props.clusters.map(cluster => (
        <li
          key={cluster.name}
          className={styles.cluster}
          title={cluster.message}
        >
          <ToneIcon tone={clusterTone(cluster.state)} />
          <strong>{cluster.title ?? cluster.name}</strong>
          <span>{t(`clusterState.${cluster.state}`)}</span>
          <span className={styles.contact}>
            {cluster.lastContactAt ? (
              <LastContact at={cluster.lastContactAt} />
            ) : (
              t('fleet.clusters.noContact')
            )}
          </span>
          {cluster.simulated && (
            <Badge title={t('fleet.clusters.simulatedHint')}>
              {t('fleet.clusters.simulated')}
            </Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
