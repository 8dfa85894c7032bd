import {
  CREATED_AT_ANNOTATION,
  effectiveServing,
  type ModelVersion,
} from '@suoke/plugin-ai-models-common';
import type { Entity } from '@backstage/catalog-model';
import { useFormatters } from '../../hooks/useFormatters';
import { useModelObject } from '../../hooks/useModelObject';
import { useModelOfVersion } from '../../hooks/useModelOfVersion';
import { useText, type Text } from '../../hooks/useText';
import { nameOfRef, RELATION_STORED_IN, targetsOf } from '../../lib/entityRefs';
import { roleOf } from '../../lib/versionRow';
import { Code } from '../shared/Code';
import { EntityLink } from '../shared/EntityLink';
import { EntityLinks } from '../shared/EntityLinks';
import { Facts, type Fact } from '../shared/Facts';
import { InvalidEntity } from '../shared/InvalidEntity';
import { RoleState } from '../shared/RoleState';
import { Section } from '../shared/Section';
import { ServingFacts } from '../shared/ServingFacts';

function useArtifactFacts({ spec }: ModelVersion): Fact[] {
  const t = useText();
  const format = useFormatters();
  const { artifact } = spec;
  return [
    { label: t('version.format'), value: artifact.format },
    {
      label: t('version.size'),
      value:
        artifact.sizeBytes === undefined
          ? undefined
          : format.bytes(artifact.sizeBytes),
    },
    { label: t('version.license'), value: spec.license },
    {
      label: t('version.artifact'),
      value: <Code>{artifact.uri}</Code>,
      wide: true,
    },
    {
      label: t('version.digest'),
      value: artifact.digest ? (
        <Code>{artifact.digest}</Code>
      ) : (
        t('version.noDigest')
      ),
      wide: true,
    },
  ];
}

function sourceText(t: Text, { source }: ModelVersion['spec']): string {
  return [
    source?.runId && t('version.run', { run: source.runId }),
    source?.gitCommit && t('version.gitCommit', { commit: source.gitCommit }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function metricsText({ metrics = [] }: ModelVersion['spec']): string {
  return metrics
    .map(({ name, value, dataset }) =>
      dataset ? `${name} ${value} (${dataset})` : `${name} ${value}`,
    )
    .join(' · ');
}

function VersionFacts(props: { entity: Entity; version: ModelVersion }) {
  const t = useText();
  const format = useFormatters();
  const { entity, version } = props;
  const { model, modelRef, data } = useModelOfVersion(entity);
  const createdAt = entity.metadata.annotations?.[CREATED_AT_ANNOTATION];
  const approvals = version.spec.approvals ?? [];
  const artifactFacts = useArtifactFacts(version);
  return (
    <Facts
      facts={[
        { label: t('version.number'), value: version.spec.version },
        {
          label: t('version.state'),
          value: model && (
            <RoleState role={roleOf(model, version.metadata.name)} />
          ),
        },
        {
          label: t('version.model'),
          value: modelRef && (
            <>
              <EntityLink entityRef={modelRef}>
                {data?.metadata.title ?? nameOfRef(modelRef)}
              </EntityLink>
              {data === null && ` (${t('version.modelMissing')})`}
            </>
          ),
        },
        {
          label: t('version.registry'),
          value: (
            <EntityLinks entityRefs={targetsOf(entity, RELATION_STORED_IN)} />
          ),
        },
        {
          label: t('version.createdAt'),
          value: createdAt && format.time(createdAt),
        },
        {
          label: t('version.approvals'),
          value:
            approvals.length > 0
              ? approvals
                  .map(({ by, at }) => `${by} (${format.time(at)})`)
                  .join(', ')
              : t('version.noApprovals'),
        },
        ...artifactFacts,
        {
          label: t('version.source'),
          value: sourceText(t, version.spec),
          wide: true,
        },
        {
          label: t('version.metrics'),
          value: metricsText(version.spec),
          wide: true,
        },
      ]}
    />
  );
}

/** What the version of the page is made of, where it came from, and what serves it. */
export function VersionCard() {
  const t = useText();
  const { entity, object: version, error } = useModelObject('ModelVersion');
  const { model } = useModelOfVersion(entity);
  if (!version) {
    return <InvalidEntity error={error} />;
  }
  return (
    <Section title={t('version.title')}>
      <VersionFacts entity={entity} version={version} />
      <ServingFacts
        serving={effectiveServing(
          {
            name: version.spec.modelRef.name,
            spec: model?.spec ?? {},
          },
          version.spec,
        )}
      />
    </Section>
  );
}
