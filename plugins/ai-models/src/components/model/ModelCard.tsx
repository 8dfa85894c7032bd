import { effectiveServing, type AIModel } from '@suoke/plugin-ai-models-common';
import type { Entity } from '@backstage/catalog-model';
import { Alert } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useFormatters } from '../../hooks/useFormatters';
import { useModelObject } from '../../hooks/useModelObject';
import { useText, type Text } from '../../hooks/useText';
import { useVersions } from '../../hooks/useVersions';
import { RELATION_STORED_IN, targetsOf } from '../../lib/entityRefs';
import type { Formatters } from '../../lib/format';
import { toVersionRows, type VersionRow } from '../../lib/versionRow';
import { EntityLink } from '../shared/EntityLink';
import { EntityLinks } from '../shared/EntityLinks';
import { Facts } from '../shared/Facts';
import { InvalidEntity } from '../shared/InvalidEntity';
import { Section } from '../shared/Section';
import { ServingFacts } from '../shared/ServingFacts';

function autoDeployText(t: Text, { autoDeploy }: AIModel['spec']): string {
  if (!autoDeploy?.enabled) {
    return t('model.autoDeployOff');
  }
  return autoDeploy.trigger === 'Alias'
    ? t('model.autoDeployAlias', { alias: autoDeploy.alias ?? '' })
    : t('model.autoDeployNewVersion');
}

function objectivesText(
  t: Text,
  format: Formatters,
  { monitoring }: AIModel['spec'],
): string {
  const { latencyP95Ms, errorRatePercent, availabilityPercent } =
    monitoring?.objectives ?? {};
  return [
    latencyP95Ms !== undefined &&
      t('model.objectiveLatency', { ms: String(latencyP95Ms) }),
    errorRatePercent !== undefined &&
      t('model.objectiveErrors', { percent: format.percent(errorRatePercent) }),
    availabilityPercent !== undefined &&
      t('model.objectiveAvailability', {
        percent: format.percent(availabilityPercent),
      }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function ActiveVersion(props: { model: AIModel; active?: VersionRow }) {
  const t = useText();
  const name = props.model.spec.activeVersion;
  if (!name) {
    return <>{t('model.noActive')}</>;
  }
  return props.active ? (
    <EntityLink entityRef={props.active.id}>{props.active.number}</EntityLink>
  ) : (
    <>{name}</>
  );
}

function ModelFacts(props: {
  entity: Entity;
  model: AIModel;
  active?: VersionRow;
}) {
  const t = useText();
  const format = useFormatters();
  const { entity, model } = props;
  const { spec, status } = model;
  const registries = targetsOf(entity, RELATION_STORED_IN);
  return (
    <Facts
      facts={[
        {
          label: t('model.active'),
          value: <ActiveVersion model={model} active={props.active} />,
        },
        { label: t('model.framework'), value: spec.framework },
        { label: t('model.task'), value: spec.task },
        {
          label: t('model.registry'),
          value:
            registries.length > 0 ? (
              <EntityLinks entityRefs={registries} />
            ) : (
              t('model.noRegistry')
            ),
        },
        { label: t('model.protocol'), value: spec.serving?.protocol },
        { label: t('model.autoDeploy'), value: autoDeployText(t, spec) },
        {
          label: t('model.cache'),
          value: spec.cache && t(`model.cacheMode.${spec.cache.mode}`),
        },
        {
          label: t('model.phase'),
          value: status?.phase && t(`model.phases.${status.phase}`),
        },
        {
          label: t('model.objectives'),
          value: objectivesText(t, format, spec),
        },
      ]}
    />
  );
}

/** What the model of the page is, which version serves, and with what. */
export function ModelCard() {
  const t = useText();
  const { entity, object: model, error } = useModelObject('AIModel');
  const versions = useVersions('versionOf', stringifyEntityRef(entity));
  if (!model) {
    return <InvalidEntity error={error} />;
  }
  const rows = toVersionRows(versions.data ?? [], model);
  const activeName = model.spec.activeVersion;
  const active = rows.find(({ name }) => name === activeName);
  const activeEntity = versions.data?.find(
    ({ metadata }) => metadata.name === activeName,
  );
  return (
    <Section title={t('model.title')}>
      {activeName && versions.data && !active && (
        <Alert
          icon
          status="warning"
          mb="4"
          title={t('model.missingActive', { name: activeName })}
        />
      )}
      <ModelFacts entity={entity} model={model} active={active} />
      <ServingFacts
        serving={effectiveServing(
          { name: model.metadata.name, spec: model.spec },
          activeEntity?.spec,
        )}
      />
    </Section>
  );
}
