import {
  parseEntityRef,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { AgentEntity } from '../agents/AgentObjects';
import { KUBERNETES_ID } from '../agents/AgentSelector';

export const KUBERNETES_NAMESPACE = 'backstage.io/kubernetes-namespace';
export const KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';

interface Entry {
  entity: AgentEntity;
  kind: string;
  namespace?: string;
  cluster?: string;
}

/** Finds the catalog entity of a workload by the annotations that the Kubernetes plugin uses too. */
export class EntityDirectory {
  static create(entities: readonly Entity[]) {
    const entries = new Map<string, Entry[]>();
    for (const entity of entities) {
      const annotations = entity.metadata.annotations ?? {};
      const id = annotations[KUBERNETES_ID];
      if (id) {
        const entry = {
          entity: toAgentEntity(entity),
          kind: entity.kind.toLowerCase(),
          namespace: annotations[KUBERNETES_NAMESPACE],
          cluster: annotations[KUBERNETES_CLUSTER],
        };
        entries.set(id, [...(entries.get(id) ?? []), entry]);
      }
    }
    return new EntityDirectory(entries);
  }

  private constructor(private readonly entries: Map<string, Entry[]>) {}

  /** Equal directories give equal text; shows whether a refresh brought anything new. */
  get fingerprint(): string {
    return JSON.stringify([...this.entries]);
  }

  /**
   * The entity of a workload. An annotation that names another namespace or cluster excludes an entity; of several that fit, the one
   * with more matching annotations wins, then a Component.
   */
  find(workload: {
    cluster: string;
    namespace: string;
    kubernetesId: string;
  }): AgentEntity | undefined {
    const score = (entry: Entry) =>
      Number(entry.namespace !== undefined) * 4 +
      Number(entry.cluster !== undefined) * 2 +
      Number(entry.kind === 'component');
    const [best] = (this.entries.get(workload.kubernetesId) ?? [])
      .filter(
        entry =>
          (entry.namespace ?? workload.namespace) === workload.namespace &&
          (entry.cluster ?? workload.cluster) === workload.cluster,
      )
      .sort(
        (left, right) =>
          score(right) - score(left) ||
          left.entity.entityRef.localeCompare(right.entity.entityRef),
      );
    return best?.entity;
  }
}

/** Reduces an entity to what the rows of agents show. */
export function toAgentEntity(entity: Entity): AgentEntity {
  const targets = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef);
  const ofKind = (refs: string[], kind: string) =>
    refs.find(ref => parseEntityRef(ref).kind.toLowerCase() === kind);
  const owner = targets(RELATION_OWNED_BY)[0];
  const system = ofKind(targets(RELATION_PART_OF), 'system');
  const model = ofKind(targets(RELATION_DEPENDS_ON), 'aimodel');
  return {
    entityRef: stringifyEntityRef(entity),
    ...(entity.metadata.title && { title: entity.metadata.title }),
    ...(owner && { owner }),
    ...(system && { system }),
    ...(model && { model }),
  };
}
