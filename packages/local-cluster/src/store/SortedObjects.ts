import { ClusterObject } from './types';

/** Objects by name, listed in the order of names. The order is worked out again only after a name came or went. */
export class SortedObjects {
  private readonly objects = new Map<string, ClusterObject>();
  private names: string[] | undefined;

  get size(): number {
    return this.objects.size;
  }

  get(name: string): ClusterObject | undefined {
    return this.objects.get(name);
  }

  set(name: string, object: ClusterObject): void {
    if (!this.objects.has(name)) this.names = undefined;
    this.objects.set(name, object);
  }

  delete(name: string): void {
    if (this.objects.delete(name)) this.names = undefined;
  }

  list(): ClusterObject[] {
    this.names ??= [...this.objects.keys()].sort();
    return this.names.map(name => this.objects.get(name)!);
  }
}
