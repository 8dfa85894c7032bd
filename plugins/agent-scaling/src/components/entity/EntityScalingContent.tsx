import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Select } from '@backstage/ui';
import {
  stringifyAgentKey,
  type AgentKey,
} from '@suoke/plugin-agent-scaling-common';
import { useAgent } from '../../hooks/useAgent';
import { useAgentsOfEntity } from '../../hooks/useAgents';
import { useLastingError } from '../../hooks/useLastingError';
import { useText } from '../../hooks/useText';
import { AgentFacts } from '../agent/AgentFacts';
import { AgentSections } from '../agent/AgentSections';
import { AgentSkeleton } from '../agent/AgentSkeleton';
import { LiveIndicator } from '../shared/LiveIndicator';
import { ProblemPanel } from '../shared/ProblemPanel';
import { NoAgentOfEntity } from './NoAgentOfEntity';
import styles from './EntityScalingContent.module.css';

function Agent({ agentKey }: { agentKey: AgentKey }) {
  const query = useAgent(agentKey);
  const error = useLastingError(query);
  if (query.data) {
    return (
      <>
        <div className={styles.header}>
          <AgentFacts agent={query.data} onEntityPage />
          <LiveIndicator
            updatedAt={query.dataUpdatedAt}
            signalsAvailable={query.signalsAvailable}
            failed={error !== null}
          />
        </div>
        <AgentSections agent={query.data} />
      </>
    );
  }
  return error ? (
    <ProblemPanel error={error} onRetry={() => query.refetch()} />
  ) : (
    <AgentSkeleton />
  );
}

/** The scaling of a catalog entity: of its agent, or of the one that the reader picks when it runs in several clusters. */
export function EntityScalingContent() {
  const t = useText();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const agents = useAgentsOfEntity(entityRef);
  const error = useLastingError(agents);
  const [picked, setPicked] = useState<string>();

  if (!agents.data) {
    return error ? (
      <ProblemPanel error={error} onRetry={() => agents.refetch()} />
    ) : (
      <AgentSkeleton />
    );
  }
  const { items } = agents.data;
  // Nobody asked for the one that is out of contact.
  const chosen =
    items.find(item => stringifyAgentKey(item) === picked) ??
    items.find(item => item.attention.state !== 'stale') ??
    items[0];
  if (!chosen) {
    return <NoAgentOfEntity entityRef={entityRef} />;
  }
  return (
    <div className={styles.root}>
      {items.length > 1 && (
        <Select
          className={styles.picker}
          size="small"
          label={t('agent.several')}
          description={t('agent.severalTitle')}
          options={items.map(item => ({
            value: stringifyAgentKey(item),
            label: stringifyAgentKey(item),
          }))}
          value={stringifyAgentKey(chosen)}
          onChange={value => setPicked(value ? String(value) : undefined)}
        />
      )}
      <Agent agentKey={chosen} />
    </div>
  );
}
