import { useState } from 'react';
import {
  Alert,
  Skeleton,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { AgentKey } from '@suoke/plugin-agent-scaling-common';
import { useAgentHistory } from '../../hooks/useAgent';
import { useLastingError } from '../../hooks/useLastingError';
import { useText } from '../../hooks/useText';
import { historyRanges, type HistoryRange } from '../../lib/historyRange';
import { ProblemPanel } from '../shared/ProblemPanel';
import { Section } from '../shared/Section';
import { ReplicaHistory } from './ReplicaHistory';

/** How the replicas went over time and what changed them. */
export function HistorySection({ agent }: { agent: AgentKey }) {
  const t = useText();
  const [range, setRange] = useState<HistoryRange>('h1');
  const history = useAgentHistory(agent, range);
  const error = useLastingError(history);

  const content = () => {
    if (history.data) {
      return history.data.samples.length > 0 ||
        history.data.events.length > 0 ? (
        <ReplicaHistory history={history.data} />
      ) : (
        <Alert role="status" status="info" icon title={t('history.empty')} />
      );
    }
    return error ? (
      <ProblemPanel error={error} onRetry={() => history.refetch()} />
    ) : (
      <div role="status" aria-label={t('history.loading')}>
        <Skeleton width="100%" height={280} />
      </div>
    );
  };

  return (
    <Section
      title={t('history.title')}
      actions={
        <ToggleButtonGroup
          aria-label={t('history.range')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[range]}
          onSelectionChange={keys => {
            const chosen = historyRanges.find(candidate => keys.has(candidate));
            if (chosen) {
              setRange(chosen);
            }
          }}
        >
          {historyRanges.map(candidate => (
            <ToggleButton key={candidate} id={candidate} size="small">
              {t(`history.ranges.${candidate}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      {content()}
    </Section>
  );
}
