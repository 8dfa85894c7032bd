import { useMemo } from 'react';
import { Alert } from '@backstage/ui';
import { useAgents } from '../../hooks/useAgents';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useLastingError } from '../../hooks/useLastingError';
import { useText } from '../../hooks/useText';
import { toListRequest } from '../../lib/fleetQuery';
import { LiveIndicator } from '../shared/LiveIndicator';
import { PageFrame } from '../shared/PageFrame';
import { ProblemPanel } from '../shared/ProblemPanel';
import { Fleet } from './Fleet';
import { FleetSkeleton } from './FleetSkeleton';

/** Every agent on one screen. */
export function FleetPage() {
  const t = useText();
  const [query, changeQuery] = useFleetQuery();
  const request = useMemo(() => toListRequest(query), [query]);
  const agents = useAgents(request);
  const { data, isPlaceholderData } = agents;
  const error = useLastingError(agents);

  const content = () => {
    if (data) {
      return (
        <Fleet
          list={data}
          query={query}
          onChange={changeQuery}
          stale={isPlaceholderData}
        />
      );
    }
    return error ? (
      <ProblemPanel error={error} onRetry={() => agents.refetch()} />
    ) : (
      <FleetSkeleton />
    );
  };

  return (
    <PageFrame
      actions={
        <LiveIndicator
          updatedAt={agents.dataUpdatedAt}
          signalsAvailable={agents.signalsAvailable}
          failed={error !== null}
        />
      }
    >
      {data && error && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('problem.failed.title')}
          description={t('problem.failed.description', {
            message: error.message,
          })}
        />
      )}
      {content()}
    </PageFrame>
  );
}
