import type { ModelResources } from '@suoke/plugin-ai-models-common';
import { useText } from '../../hooks/useText';
import styles from './ResourcesTable.module.css';

/** Requests and limits side by side. */
export function ResourcesTable(props: { resources: ModelResources }) {
  const t = useText();
  const { requests = {}, limits = {} } = props.resources;
  const names = [
    ...new Set([...Object.keys(requests), ...Object.keys(limits)]),
  ].sort();
  if (names.length === 0) {
    return <>{t('serving.noResources')}</>;
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('serving.resource')}</th>
          <th scope="col">{t('serving.requests')}</th>
          <th scope="col">{t('serving.limits')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map(name => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{requests[name] ?? '–'}</td>
            <td>{limits[name] ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
