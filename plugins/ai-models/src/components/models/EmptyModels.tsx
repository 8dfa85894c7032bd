import { CodeSnippet } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { Section } from '../shared/Section';
import { EXAMPLE_YAML } from './exampleYaml';
import styles from './EmptyModels.module.css';

/** Nothing to show: says what would have to be there, with something to copy. */
export function EmptyModels() {
  const t = useText();
  return (
    <Section title={t('models.empty.title')}>
      <div className={styles.empty}>
        <Text as="p" className={styles.text}>
          {t('models.empty.description')}
        </Text>
        <Text variant="body-small" color="secondary">
          {t('models.empty.example')}
        </Text>
        <CodeSnippet text={EXAMPLE_YAML} language="yaml" showCopyCodeButton />
      </div>
    </Section>
  );
}
