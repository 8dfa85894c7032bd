import { MarkdownContent } from '@backstage/core-components';
import { useModelObject } from '../../hooks/useModelObject';
import { useText } from '../../hooks/useText';
import { Section } from '../shared/Section';
import styles from './VersionChangelogCard.module.css';

/** What changed in the version of the page. */
export function VersionChangelogCard() {
  const t = useText();
  const { object: version } = useModelObject('ModelVersion');
  if (!version?.spec.changelog) {
    return null;
  }
  return (
    <Section title={t('version.changelog')}>
      <MarkdownContent
        className={styles.changelog}
        content={version.spec.changelog}
      />
    </Section>
  );
}
