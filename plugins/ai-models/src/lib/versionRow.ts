import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { newestFirst, type AIModel } from '@suoke/plugin-ai-models-common';
import { RELATION_VERSION_OF, targetsOf } from './entityRefs';

/** What a version is to its model. `other`: it exists and does not serve. */
export type VersionRole = 'active' | 'target' | 'stable' | 'other';

/** A version as tables show it. */
export interface VersionRow {
  /** The entity reference. */
  id: string;
  name: string;
  number: string;
  title: string;
  description?: string;
  modelRef?: string;
  image?: string;
  format?: string;
  lifecycle?: string;
  role: VersionRole;
  aliases: string[];
}

type RoleSource = Pick<AIModel, 'spec' | 'status'>;

/** What a version is to its model; a rollout under way tells stable and target apart. */
export function roleOf(
  model: RoleSource | undefined,
  name: string,
): VersionRole {
  const { stableVersion, targetVersion } = model?.status ?? {};
  if (targetVersion && targetVersion !== stableVersion) {
    if (name === targetVersion) {
      return 'target';
    }
    if (name === stableVersion) {
      return 'stable';
    }
  }
  return model?.spec.activeVersion === name ? 'active' : 'other';
}

interface VersionSpecFields {
  version?: string;
  lifecycle?: string;
  artifact?: { format?: string };
  runtimeOverrides?: { image?: string };
}

/** Makes table rows of versions, newest first. */
export function toVersionRows(
  versions: readonly Entity[],
  model?: RoleSource,
): VersionRow[] {
  const rows = versions.map((version): VersionRow => {
    const spec = (version.spec ?? {}) as VersionSpecFields;
    const { name, title, description } = version.metadata;
    return {
      id: stringifyEntityRef(version),
      name,
      number: spec.version ?? name,
      title: title ?? name,
      description,
      modelRef: targetsOf(version, RELATION_VERSION_OF)[0],
      image: spec.runtimeOverrides?.image,
      format: spec.artifact?.format,
      lifecycle: spec.lifecycle,
      role: roleOf(model, name),
      aliases: (model?.spec.aliases ?? [])
        .filter(alias => alias.version === name)
        .map(alias => alias.name),
    };
  });
  return newestFirst(rows, row => row.number);
}
