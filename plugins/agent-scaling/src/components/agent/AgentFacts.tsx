import { Badge, Link } from '@backstage/ui';
import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { useAppLinks } from '../../app/AppLinks';
import { useText } from '../../hooks/useText';
import { EntityLink } from '../shared/EntityLink';
import { Facts } from '../shared/Facts';

/** Where the agent runs, whose it is, and the way to everything around it. */
export function AgentFacts(props: {
  agent: AgentDetail;
  /** On the entity page the catalog page is where the reader already is. */
  onEntityPage?: boolean;
}) {
  const t = useText();
  const links = useAppLinks();
  const { agent, onEntityPage } = props;
  const entityHref = agent.entityRef && links.entity(agent.entityRef);
  const model = agent.model;
  return (
    <Facts
      facts={[
        [
          t('agent.cluster'),
          <>
            {agent.cluster}{' '}
            {agent.simulated && (
              <Badge title={t('agent.simulated')}>
                {t('fleet.clusters.simulated')}
              </Badge>
            )}
          </>,
        ],
        [t('agent.namespace'), agent.namespace],
        [t('agent.workload'), `${agent.workload.kind} ${agent.workload.name}`],
        [
          t('agent.owner'),
          agent.owner && <EntityLink entityRef={agent.owner} />,
        ],
        [
          t('agent.model'),
          model?.entityRef ? (
            <EntityLink entityRef={model.entityRef}>{model.name}</EntityLink>
          ) : (
            model?.name
          ),
        ],
        [
          t('agent.links'),
          entityHref && (
            <>
              {!onEntityPage && (
                <>
                  <Link href={entityHref}>{t('agent.catalog')}</Link>{' '}
                </>
              )}
              <Link href={`${entityHref}/kubernetes`}>
                {t('agent.kubernetes')}
              </Link>
            </>
          ),
        ],
      ]}
    />
  );
}
