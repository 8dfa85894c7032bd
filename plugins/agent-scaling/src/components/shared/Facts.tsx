import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Names and values; what has no value is left out. */
export function Facts(props: {
  facts: readonly (readonly [name: string, value: ReactNode])[];
}) {
  return (
    <dl className={styles.root}>
      {props.facts.map(([name, value]) =>
        value === undefined ||
        value === null ||
        value === false ||
        value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
