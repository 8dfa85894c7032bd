import { Alert, Button } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { toRequestProblem } from '../../lib/requestProblem';

/** Says why nothing can be shown and what the reader can do about it. */
export function ProblemPanel(props: { error: Error; onRetry: () => void }) {
  const t = useText();
  const problem = toRequestProblem(props.error);
  return (
    <Alert
      role="alert"
      icon
      status={problem === 'failed' ? 'danger' : 'warning'}
      title={t(`problem.${problem}.title`)}
      description={t(`problem.${problem}.description`, {
        message: props.error.message,
      })}
      customActions={
        problem === 'denied' ? undefined : (
          <Button variant="secondary" onPress={props.onRetry}>
            {t('problem.retry')}
          </Button>
        )
      }
    />
  );
}
