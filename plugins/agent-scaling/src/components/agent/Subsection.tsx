import { useId, type ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './Subsection.module.css';

/** A titled part of a section. A group and no landmark: several sections have a part of the same name. */
export function Subsection(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.root}>
      <Text as="h3" variant="body-medium" weight="bold" id={id}>
        {props.title}
      </Text>
      {props.children}
    </div>
  );
}
