import { Alert } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { humanizeRef } from '../../lib/entityPath';
import { LABEL_AGENT_COMMAND } from '../../lib/kubectl';
import { CopyableCommand } from '../shared/CopyableCommand';

/** Says how to tie a workload to the entity. */
export function NoAgentOfEntity(props: { entityRef: string }) {
  const t = useText();
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('agent.none.title')}
      description={
        <>
          {t('agent.none.description', {
            entity: humanizeRef(props.entityRef),
          })}
          <CopyableCommand command={LABEL_AGENT_COMMAND} />
        </>
      }
    />
  );
}
