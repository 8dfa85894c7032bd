import { Alert } from '@backstage/ui';
import { useText } from '../../hooks/useText';

/** For an entity that this version of the plugin cannot read. */
export function InvalidEntity(props: { error: { message: string } }) {
  const t = useText();
  return (
    <Alert
      role="alert"
      icon
      status="danger"
      title={t('problem.invalid.title')}
      description={t('problem.invalid.description', {
        message: props.error.message,
      })}
    />
  );
}
