import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { useAppLinks } from '../../app/AppLinks';
import { useText } from '../../hooks/useText';
import { agentsOf } from '../../lib/entityRefs';
import { EntityLink } from '../shared/EntityLink';
import { Section } from '../shared/Section';
import styles from './ModelAgentsCard.module.css';

function Agent(props: { entityRef: string }) {
  const t = useText();
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  const scaling = useAppLinks().scaling(props.entityRef);
  return (
    <li className={styles.agent}>
      <EntityLink entityRef={props.entityRef} />
      {scaling && (
        <Link
          href={scaling}
          variant="body-small"
          aria-label={t('model.scalingOf', { agent: primaryTitle })}
        >
          {t('model.scaling')}
        </Link>
      )}
    </li>
  );
}

/** The agents that depend on the model of the page. */
export function ModelAgentsCard() {
  const t = useText();
  const { entity } = useEntity();
  const agents = agentsOf(entity);
  return (
    <Section title={t('model.agents')}>
      {agents.length === 0 ? (
        <Text color="secondary">
          {t('model.noAgents', { ref: stringifyEntityRef(entity) })}
        </Text>
      ) : (
        <ul className={styles.agents}>
          {agents.map(ref => (
            <Agent key={ref} entityRef={ref} />
          ))}
        </ul>
      )}
    </Section>
  );
}
