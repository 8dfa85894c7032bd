import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { compareVersions } from '@suoke/plugin-ai-models-common';
import {
  agentsOf,
  nameOfRef,
  ownersOf,
  RELATION_HAS_VERSION,
  RELATION_STORED_IN,
  siblingRef,
  targetsOf,
} from './entityRefs';

/** A model as the table of all models shows it. */
export interface ModelRow {
  /** The entity reference. */
  id: string;
  name: string;
  title: string;
  task?: string;
  framework: string;
  strategy: string;
  lifecycle?: string;
  /** `number` is missing when the catalog has no such version. */
  active?: { ref: string; name: string; number?: string };
  versionCount: number;
  registryRef?: string;
  agentRefs: string[];
  ownerRefs: string[];
  tags: string[];
}

/** Fields of entities that {@link toModelRows} reads; the rest need not be fetched. */
export const MODEL_ROW_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.tags',
  'spec.task',
  'spec.framework',
  'spec.lifecycle',
  'spec.activeVersion',
  'spec.delivery',
  'spec.version',
  'relations',
];

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function strategyOf(entity: Entity): string {
  const delivery = entity.spec?.delivery as
    | { strategy?: { type?: string } }
    | undefined;
  return delivery?.strategy?.type ?? 'RollingUpdate';
}

function toModelRow(model: Entity, numbers: Map<string, string>): ModelRow {
  const activeName = text(model.spec?.activeVersion);
  const activeRef = activeName && siblingRef(model, 'modelversion', activeName);
  return {
    id: stringifyEntityRef(model),
    name: model.metadata.name,
    title: model.metadata.title ?? model.metadata.name,
    task: text(model.spec?.task),
    framework: text(model.spec?.framework) ?? '',
    strategy: strategyOf(model),
    lifecycle: text(model.spec?.lifecycle),
    ...(activeName &&
      activeRef && {
        active: {
          ref: activeRef,
          name: activeName,
          number: numbers.get(activeRef),
        },
      }),
    versionCount: targetsOf(model, RELATION_HAS_VERSION).length,
    registryRef: targetsOf(model, RELATION_STORED_IN)[0],
    agentRefs: agentsOf(model),
    ownerRefs: ownersOf(model),
    tags: model.metadata.tags ?? [],
  };
}

/** Makes table rows of models; the versions among the entities give the active versions their numbers. */
export function toModelRows(entities: readonly Entity[]): ModelRow[] {
  const isKind = (kind: string) => (entity: Entity) =>
    entity.kind.toLocaleLowerCase('en-US') === kind;
  const numbers = new Map(
    entities
      .filter(isKind('modelversion'))
      .map(version => [
        stringifyEntityRef(version),
        text(version.spec?.version) ?? version.metadata.name,
      ]),
  );
  return entities
    .filter(isKind('aimodel'))
    .map(model => toModelRow(model, numbers));
}

/** What the reader of the table asked for. */
export interface ModelFilter {
  text: string;
  framework?: string;
}

/** Rows that have all words of the text somewhere, and the framework. */
export function filterModels(
  rows: readonly ModelRow[],
  filter: ModelFilter,
): ModelRow[] {
  const words = filter.text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  return rows.filter(row => {
    const haystack = [
      row.name,
      row.title,
      row.framework,
      row.task,
      row.active?.number,
      ...row.tags,
      ...[...row.agentRefs, ...row.ownerRefs].map(nameOfRef),
    ]
      .join(' ')
      .toLocaleLowerCase();
    return (
      (!filter.framework || row.framework === filter.framework) &&
      words.every(word => haystack.includes(word))
    );
  });
}

type Compare = (a: ModelRow, b: ModelRow) => number;

const byText =
  (read: (row: ModelRow) => string | undefined): Compare =>
  (a, b) =>
    (read(a) ?? '').localeCompare(read(b) ?? '');

const ORDERS: Record<string, Compare> = {
  model: byText(row => row.title),
  framework: byText(row => row.framework),
  active: (a, b) =>
    compareVersions(a.active?.number ?? '', b.active?.number ?? ''),
  versions: (a, b) => a.versionCount - b.versionCount,
  registry: byText(row => row.registryRef),
  agents: byText(row => row.agentRefs[0]),
  owner: byText(row => row.ownerRefs[0]),
  lifecycle: byText(row => row.lifecycle),
};

/** Rows in the order of a column; equal ones by name, so that the order is the same every time. */
export function sortModels(
  rows: readonly ModelRow[],
  column: string,
  direction: 'ascending' | 'descending',
): ModelRow[] {
  const compare = ORDERS[column] ?? ORDERS.model;
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort(
    (a, b) => sign * compare(a, b) || a.name.localeCompare(b.name),
  );
}
