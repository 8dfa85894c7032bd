import { ButtonLink, Card, CardBody, Text } from '@backstage/ui';
import { useAppLinks } from '../../app/AppLinks';
import { useText } from '../../hooks/useText';
import { LABEL_AGENT_COMMAND } from '../../lib/kubectl';
import { CopyableCommand } from '../shared/CopyableCommand';
import styles from './EmptyFleet.module.css';

/** What to do when nothing is listed yet: label what runs, or create what does not. */
export function EmptyFleet() {
  const t = useText();
  const create = useAppLinks().createAgent();
  return (
    <Card>
      <CardBody className={styles.body}>
        <Text as="h2" variant="title-small">
          {t('fleet.empty.title')}
        </Text>
        <Text color="secondary">{t('fleet.empty.description')}</Text>
        <CopyableCommand command={LABEL_AGENT_COMMAND} />
        {create && (
          <ButtonLink variant="primary" href={create} className={styles.create}>
            {t('fleet.empty.create')}
          </ButtonLink>
        )}
      </CardBody>
    </Card>
  );
}
