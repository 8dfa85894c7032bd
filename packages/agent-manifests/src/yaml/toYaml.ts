import { stringify } from 'yaml';
import { KubernetesObject } from '../kubernetes/KubernetesObject';

/**
 * Manifests as one YAML stream, documents separated by `---`. The same objects always give the same text: keys keep
 * their order, long lines are not folded and repeated parts are written out instead of becoming aliases.
 */
export function toYaml(objects: readonly KubernetesObject[]): string {
  return objects.map(documentToYaml).join('---\n');
}

/** One document in the house style of {@link toYaml}. */
export function documentToYaml(document: object): string {
  return stringify(document, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    singleQuote: true,
    // kubectl reads YAML 1.1, where a bare Off is false: a VPA would lose its update mode.
    compat: 'yaml-1.1',
  });
}
