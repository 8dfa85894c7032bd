import { typeId } from '../store/ObjectStore';
import { StatusError } from '../store/StatusError';
import { ResourceKey } from '../store/types';
import { ResourceType, versionOf } from './ResourceType';

/** The types that are served now. Custom ones come and go with their CustomResourceDefinitions. */
export class ResourceRegistry {
  private readonly types = new Map<string, ResourceType>();
  private readonly listeners = new Set<() => void>();
  private changes = 0;

  /** Grows with every change, so that documents derived from the registry can be kept until then. */
  get revision(): number {
    return this.changes;
  }

  register(type: ResourceType): void {
    this.types.set(typeId(type), type);
    this.changed();
  }

  unregister(key: ResourceKey): void {
    if (this.types.delete(typeId(key))) this.changed();
  }

  all(): ResourceType[] {
    return [...this.types.values()];
  }

  find(key: ResourceKey): ResourceType | undefined {
    return this.types.get(typeId(key));
  }

  findServed(
    group: string,
    version: string,
    resource: string,
  ): ResourceType | undefined {
    const type = this.find({ group, resource });
    return type && versionOf(type, version) ? type : undefined;
  }

  findKind(group: string, kind: string): ResourceType | undefined {
    return this.all().find(type => type.group === group && type.kind === kind);
  }

  /** @throws StatusError 404 when the server has no such type */
  require(key: ResourceKey): ResourceType {
    const type = this.find(key);
    if (!type) {
      throw new StatusError(
        404,
        'NotFound',
        'the server could not find the requested resource',
        {
          ...(key.group && { group: key.group }),
          kind: key.resource,
        },
      );
    }
    return type;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed() {
    this.changes += 1;
    for (const listener of this.listeners) listener();
  }
}
