import { useParams } from 'react-router-dom';
import { Alert, ButtonLink, Text } from '@backstage/ui';
import type { AgentKey } from '@suoke/plugin-agent-scaling-common';
import { useAppLinks } from '../../app/AppLinks';
import { useAgent } from '../../hooks/useAgent';
import { useLastingError } from '../../hooks/useLastingError';
import { useText } from '../../hooks/useText';
import { LiveIndicator } from '../shared/LiveIndicator';
import { PageFrame } from '../shared/PageFrame';
import { ProblemPanel } from '../shared/ProblemPanel';
import { AgentFacts } from './AgentFacts';
import { AgentSections } from './AgentSections';
import { AgentSkeleton } from './AgentSkeleton';

function Agent({ agentKey }: { agentKey: AgentKey }) {
  const t = useText();
  const links = useAppLinks();
  const query = useAgent(agentKey);
  const { data } = query;
  const error = useLastingError(query);
  const fleet = links.fleet();

  const content = () => {
    if (data) {
      return (
        <>
          <AgentFacts agent={data} />
          {error && (
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
          <AgentSections agent={data} />
        </>
      );
    }
    return error ? (
      <ProblemPanel
        error={error}
        onRetry={() => query.refetch()}
        notFound={{
          title: t('problem.agentNotFound.title'),
          description: t('problem.agentNotFound.description', { ...agentKey }),
          action: fleet && (
            <ButtonLink variant="secondary" href={fleet}>
              {t('problem.backToFleet')}
            </ButtonLink>
          ),
        }}
      />
    ) : (
      <AgentSkeleton />
    );
  };

  return (
    <PageFrame
      breadcrumb={{
        href: links.agent(agentKey) ?? '',
        label: agentKey.name,
      }}
      actions={
        <LiveIndicator
          updatedAt={query.dataUpdatedAt}
          signalsAvailable={query.signalsAvailable}
          failed={error !== null}
        />
      }
    >
      <Text as="h2" variant="title-medium">
        {data?.title ?? agentKey.name}
      </Text>
      {content()}
    </PageFrame>
  );
}

/** The page of the agent that the address names. */
export function AgentPage() {
  const { cluster = '', namespace = '', name = '' } = useParams();
  return <Agent agentKey={{ cluster, namespace, name }} />;
}
