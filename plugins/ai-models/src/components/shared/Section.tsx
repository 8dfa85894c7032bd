import { useId, type ReactNode } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import styles from './Section.module.css';

/** A titled card; screen readers find it by its title. */
export function Section(props: {
  title: string;
  subtitle?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Card>
        <CardHeader>
          <div className={styles.titles}>
            <Text as="h2" variant="title-x-small" id={id}>
              {props.title}
            </Text>
            {props.subtitle && (
              <Text variant="body-small" className={styles.subtitle}>
                {props.subtitle}
              </Text>
            )}
          </div>
        </CardHeader>
        <CardBody>{props.children}</CardBody>
      </Card>
    </section>
  );
}
