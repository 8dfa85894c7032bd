import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useText } from '../../hooks/useText';
import { useVersions } from '../../hooks/useVersions';
import { toVersionRows } from '../../lib/versionRow';
import { LoadingLines } from '../shared/LoadingLines';
import { ProblemPanel } from '../shared/ProblemPanel';
import { Section } from '../shared/Section';
import { VersionsTable } from '../shared/VersionsTable';

/** What the registry of the page keeps. */
export function RegistryVersionsCard() {
  const t = useText();
  const { entity } = useEntity();
  const versions = useVersions('storedIn', stringifyEntityRef(entity));
  const rows = toVersionRows(versions.data ?? []);
  return (
    <Section
      title={t('registry.versions')}
      subtitle={
        rows.length > 0
          ? t('versions.count', { count: rows.length })
          : undefined
      }
    >
      {versions.isPending && <LoadingLines lines={4} />}
      {versions.error && (
        <ProblemPanel error={versions.error} onRetry={versions.refetch} />
      )}
      {versions.data && <VersionsTable of="registry" rows={rows} />}
    </Section>
  );
}
