import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** One thing worth knowing. `wide` takes the whole line. */
export interface Fact {
  label: string;
  value: ReactNode;
  wide?: boolean;
}

/** Facts as label and value, in as many columns as fit. A fact without a value is left out. */
export function Facts(props: { facts: Fact[] }) {
  const shown = props.facts.filter(
    ({ value }) => value !== undefined && value !== null && value !== '',
  );
  return (
    <dl className={styles.facts}>
      {shown.map(({ label, value, wide }) => (
        <div key={label} className={wide ? styles.wide : undefined}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
