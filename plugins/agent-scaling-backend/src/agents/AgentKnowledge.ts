import type { AgentKey, ScaleChange } from '@suoke/plugin-agent-scaling-common';
import type { AgentEntity, PodUsage } from './AgentObjects';

/** What other sources than the watched objects know about agents. All of it is in memory. */
export interface AgentKnowledge {
  entityOf(workload: {
    cluster: string;
    namespace: string;
    kubernetesId: string;
  }): AgentEntity | undefined;
  lastScaleOf(agent: AgentKey): ScaleChange | undefined;
  /** Usage by the name of the pod. */
  usageOf(place: {
    cluster: string;
    namespace: string;
  }): ReadonlyMap<string, PodUsage>;
}
