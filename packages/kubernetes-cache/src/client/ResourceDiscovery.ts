import { NotFoundError } from '@backstage/errors';
import type { RequestOptions } from './RequestOptions';
import { KubernetesStatusError } from './errors';
import { parseApiVersion } from './resourcePath';

export interface DiscoveredResource {
  group: string;
  version: string;
  plural: string;
  namespaced: boolean;
}

type Request = (path: string, options?: RequestOptions) => Promise<unknown>;

interface ApiResourceList {
  resources?: { name: string; kind: string; namespaced: boolean }[];
}

/** Finds the URL of a kind by asking the cluster what it serves; remembers what it found. */
export class ResourceDiscovery {
  readonly #found = new Map<string, DiscoveredResource>();

  constructor(
    private readonly cluster: string,
    private readonly request: Request,
  ) {}

  /** @throws `NotFoundError` when the cluster does not serve the kind. */
  async find(
    type: { apiVersion: string; kind: string },
    options?: { signal?: AbortSignal },
  ): Promise<DiscoveredResource> {
    const key = `${type.apiVersion}/${type.kind}`;
    const known = this.#found.get(key);
    if (known) {
      return known;
    }
    // What is missing is asked for again each time: the CRD may have been installed since.
    const { group, version } = parseApiVersion(type.apiVersion);
    const served = await this.#served(type.apiVersion, options);
    // Subresources (`deployments/scale`) have the kind of another type; only whole resources are meant.
    const match = served.resources?.find(
      resource => resource.kind === type.kind && !resource.name.includes('/'),
    );
    if (!match) {
      throw new NotFoundError(
        `Cluster '${this.cluster}' does not serve ${type.kind} of ${type.apiVersion}: install its CRD or API, or correct apiVersion and kind`,
      );
    }
    const found = {
      group,
      version,
      plural: match.name,
      namespaced: match.namespaced,
    };
    this.#found.set(key, found);
    return found;
  }

  async #served(
    apiVersion: string,
    options?: { signal?: AbortSignal },
  ): Promise<ApiResourceList> {
    const prefix = apiVersion.includes('/') ? '/apis' : '/api';
    try {
      return (await this.request(
        `${prefix}/${apiVersion}`,
        options,
      )) as ApiResourceList;
    } catch (error) {
      if (error instanceof KubernetesStatusError && error.statusCode === 404) {
        return {};
      }
      throw error;
    }
  }
}
