import { Text } from '@backstage/ui';
import type {
  ContainerSpec,
  ModelServer,
} from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { EntityLink } from '../shared/EntityLink';
import { Facts } from '../shared/Facts';
import { Section } from '../shared/Section';
import { PodsTable } from './PodsTable';
import { Subsection } from './Subsection';
import styles from './ModelServerSection.module.css';

function ContainerResources({ container }: { container: ContainerSpec }) {
  const t = useText();
  const format = useFormatters();
  const resources = [
    ...new Set([
      ...Object.keys(container.requests),
      ...Object.keys(container.limits),
    ]),
  ].sort();
  const amount = (
    quantities: ContainerSpec['requests'],
    resource: string,
  ): string => {
    const quantity = quantities[resource];
    return quantity
      ? format.resource(quantity.value, resource)
      : t('pods.noLimit');
  };
  return (
    <ul className={styles.resources}>
      {resources.map(resource => (
        <li key={resource}>
          {t('modelServer.resource', {
            resource,
            request: amount(container.requests, resource),
            limit: amount(container.limits, resource),
          })}
        </li>
      ))}
    </ul>
  );
}

/** The server that runs the agent's model; it scales on its own. */
export function ModelServerSection(props: { server: ModelServer | undefined }) {
  const t = useText();
  const format = useFormatters();
  const { server } = props;
  if (!server) {
    return (
      <Section title={t('modelServer.title')}>
        <Text color="secondary">{t('modelServer.none')}</Text>
      </Section>
    );
  }
  const { model, workload, pods } = server;
  const [container] = workload.containers;
  return (
    <Section title={t('modelServer.title')} subtitle={workload.name}>
      <Facts
        facts={[
          [
            t('modelServer.model'),
            model.entityRef ? (
              <EntityLink entityRef={model.entityRef}>{model.name}</EntityLink>
            ) : (
              model.name
            ),
          ],
          [t('modelServer.version'), model.version],
          [t('modelServer.framework'), model.framework],
          [
            t('modelServer.replicas'),
            t('replicas.ready', {
              ready: format.integer(workload.replicas.ready),
              total: format.integer(workload.replicas.desired),
            }),
          ],
          [t('modelServer.image'), container?.image],
          [
            t('modelServer.resources'),
            container && <ContainerResources container={container} />,
          ],
        ]}
      />
      <Subsection title={t('pods.modelServerTitle')}>
        <PodsTable pods={pods} />
      </Subsection>
    </Section>
  );
}
