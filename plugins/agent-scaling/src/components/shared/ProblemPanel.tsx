import type { ReactNode } from 'react';
import { Alert, Button } from '@backstage/ui';
import { agentScalingReadPermission } from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';
import { toRequestProblem } from '../../lib/requestProblem';

/** Says what went wrong and what the reader can do about it. `notFound` replaces the words for something that is not there. */
export function ProblemPanel(props: {
  error: Error;
  onRetry: () => void;
  notFound?: { title: string; description: string; action?: ReactNode };
}) {
  const t = useText();
  const problem = toRequestProblem(props.error);
  const retry = (
    <Button variant="secondary" onPress={props.onRetry}>
      {t('problem.retry')}
    </Button>
  );
  if (problem === 'denied') {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('problem.denied.title')}
        description={t('problem.denied.description', {
          permission: agentScalingReadPermission.name,
        })}
      />
    );
  }
  if (problem === 'signedOut') {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('problem.signedOut.title')}
        description={t('problem.signedOut.description')}
        customActions={retry}
      />
    );
  }
  if (problem === 'notFound' && props.notFound) {
    return (
      <Alert
        role="alert"
        status="info"
        icon
        title={props.notFound.title}
        description={props.notFound.description}
        customActions={props.notFound.action}
      />
    );
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('problem.failed.title')}
      description={t('problem.failed.description', {
        message: props.error.message,
      })}
      customActions={retry}
    />
  );
}
