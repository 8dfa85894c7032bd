import { stringifyEntityRef } from '@backstage/catalog-model';
import { useModelObject } from '../../hooks/useModelObject';
import { useText } from '../../hooks/useText';
import { useVersions } from '../../hooks/useVersions';
import { toVersionRows } from '../../lib/versionRow';
import { LoadingLines } from '../shared/LoadingLines';
import { ProblemPanel } from '../shared/ProblemPanel';
import { Section } from '../shared/Section';
import { VersionsTable } from '../shared/VersionsTable';

/** Every version of the model of the page, newest first. */
export function ModelVersionsCard() {
  const t = useText();
  const { entity, object: model } = useModelObject('AIModel');
  const versions = useVersions('versionOf', stringifyEntityRef(entity));
  const count = versions.data?.length;
  return (
    <Section
      title={t('versions.title')}
      subtitle={count ? t('versions.count', { count }) : undefined}
    >
      {versions.isPending && <LoadingLines lines={3} />}
      {versions.error && (
        <ProblemPanel error={versions.error} onRetry={versions.refetch} />
      )}
      {versions.data && (
        <VersionsTable of="model" rows={toVersionRows(versions.data, model)} />
      )}
    </Section>
  );
}
