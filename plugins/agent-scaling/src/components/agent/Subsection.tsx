import { useId, type ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './Subsection.module.css';

export function Subsection(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.root}>
      <Text as="h3" variant="body-medium" weight="bold" id={id}>
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}
