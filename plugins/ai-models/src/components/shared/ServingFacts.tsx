import type { EffectiveServing } from '@suoke/plugin-ai-models-common';
import { useText } from '../../hooks/useText';
import { Code } from './Code';
import { Facts } from './Facts';
import { ResourcesTable } from './ResourcesTable';
import styles from './ServingFacts.module.css';

/** The model server of a model or version, and what it may use. */
export function ServingFacts(props: { serving?: EffectiveServing }) {
  const t = useText();
  const { serving } = props;
  return (
    <section aria-label={t('serving.title')} className={styles.serving}>
      {serving ? (
        <Facts
          facts={[
            {
              label: t('serving.server'),
              value: <Code>{serving.serverName}</Code>,
            },
            {
              label: serving.image ? t('serving.image') : t('serving.runtime'),
              value: <Code>{serving.image ?? serving.runtime ?? ''}</Code>,
            },
            {
              label: t('serving.resources'),
              value: <ResourcesTable resources={serving.resources} />,
              wide: true,
            },
          ]}
        />
      ) : (
        t('serving.none')
      )}
    </section>
  );
}
