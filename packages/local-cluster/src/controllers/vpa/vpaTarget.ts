import { VpaSpec } from '@suoke/autoscaling';
import { Cluster } from '../../registry/Cluster';
import { readScale } from '../../registry/scale';
import { ClusterObject } from '../../store/types';
import { controllerOf, LabelSelector } from '../runtime/objects';
import { parseSelector } from '../runtime/selectors';

/** The pods of a VPA, or why there are none to be had. */
export interface Target {
  selector?: LabelSelector;
  /** As in the ConfigUnsupported condition. */
  problem?: string;
}

/** Resolves `spec.targetRef` through the target's scale. */
export function targetOf(
  cluster: Cluster,
  vpa: ClusterObject & { spec: VpaSpec },
): Target {
  const { apiVersion = '', kind, name } = vpa.spec.targetRef;
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const unreadable = (why: string) => ({
    problem: `Cannot read targetRef. Reason: ${why}`,
  });
  const type = cluster.machinery.registry.findKind(group, kind);
  if (!type) return unreadable(`Unhandled targetRef ${apiVersion} / ${kind}`);
  const target = cluster.get(type, {
    namespace: vpa.metadata.namespace,
    name,
  });
  if (!target) {
    return unreadable(
      `${kind} ${vpa.metadata.namespace}/${name} does not exist`,
    );
  }
  const owner = controllerOf(target);
  if (owner) {
    return {
      problem: `The targetRef controller has a parent but it should point to a topmost well-known or scalable controller. Parent: ${owner.kind} ${owner.name}`,
    };
  }
  try {
    const text = readScale(type, target).status?.selector;
    return text
      ? { selector: parseSelector(text) }
      : unreadable(`${kind} ${name} has no selector`);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}
