import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link, Skeleton, Text } from '@backstage/ui';
import {
  stringifyAgentKey,
  type AgentSummary,
} from '@suoke/plugin-agent-scaling-common';
import { useAppLinks } from '../../app/AppLinks';
import { useAgentsOfEntity } from '../../hooks/useAgents';
import { useLastingError } from '../../hooks/useLastingError';
import { useText } from '../../hooks/useText';
import { useActivityText } from '../agent/useActivityText';
import { AgentStatus } from '../shared/AgentStatus';
import { ProblemPanel } from '../shared/ProblemPanel';
import { ReplicaPicture } from '../shared/ReplicaPicture';
import { Section } from '../shared/Section';
import styles from './EntityScalingCard.module.css';

function Agent(props: { agent: AgentSummary; named: boolean }) {
  const activityText = useActivityText();
  const { agent, named } = props;
  return (
    <div className={styles.agent}>
      {named && (
        <Text variant="body-small" color="secondary">
          {stringifyAgentKey(agent)}
        </Text>
      )}
      <AgentStatus attention={agent.attention} />
      <ReplicaPicture replicas={agent.replicas} />
      <Text variant="body-medium">{activityText(agent)}</Text>
    </div>
  );
}

/** The scaling of an entity at a glance, with the way to all of it. */
export function EntityScalingCard() {
  const t = useText();
  const { entity } = useEntity();
  const links = useAppLinks();
  const entityRef = stringifyEntityRef(entity);
  const agents = useAgentsOfEntity(entityRef);
  const error = useLastingError(agents);
  const [first] = agents.data?.items ?? [];
  const more = first && links.agent(first);

  const content = () => {
    if (agents.data) {
      const { items } = agents.data;
      return items.length > 0 ? (
        <div className={styles.agents}>
          {items.map(agent => (
            <Agent
              key={stringifyAgentKey(agent)}
              agent={agent}
              named={items.length > 1}
            />
          ))}
        </div>
      ) : (
        <Text color="secondary">{t('agent.none.title')}</Text>
      );
    }
    return error ? (
      <ProblemPanel error={error} onRetry={() => agents.refetch()} />
    ) : (
      <div role="status" aria-label={t('agent.loading')}>
        <Skeleton width="100%" height={96} />
      </div>
    );
  };

  return (
    <Section
      title={t('card.title')}
      actions={more && <Link href={more}>{t('card.more')}</Link>}
    >
      {content()}
    </Section>
  );
}
