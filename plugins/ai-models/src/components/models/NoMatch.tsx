import { Alert, Button } from '@backstage/ui';
import { useText } from '../../hooks/useText';

/** The filters leave nothing over. */
export function NoMatch(props: { onClear: () => void }) {
  const t = useText();
  return (
    <Alert
      icon
      status="info"
      title={t('models.noMatch.title')}
      description={t('models.noMatch.description')}
      customActions={
        <Button variant="secondary" onPress={props.onClear}>
          {t('models.noMatch.clear')}
        </Button>
      }
    />
  );
}
