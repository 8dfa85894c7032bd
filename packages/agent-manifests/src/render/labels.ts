import { AgentSpec } from '../spec/AgentSpec';
import { modelServerName } from './names';

/** Label that every object of an agent carries. */
export const AGENT_LABEL = 'ai.suoke.life/agent';
/** Pod template annotation that lists the custom metrics which the pods expose, for people and for the lint. */
export const METRICS_ANNOTATION = 'ai.suoke.life/custom-metrics';
/** Annotation with the GPU range that the admission policy enforces; a VPA cannot carry it. */
export const GPU_RANGE_ANNOTATION = 'ai.suoke.life/gpu-range';

type Labels = Record<string, string>;

const shared = (spec: AgentSpec): Labels => ({
  'app.kubernetes.io/part-of': spec.partOf,
  'backstage.io/kubernetes-id': spec.name,
  [AGENT_LABEL]: spec.name,
});

/** Labels of the agent's own objects and pods. */
export function agentLabels(spec: AgentSpec): Labels {
  return {
    'app.kubernetes.io/name': spec.name,
    'app.kubernetes.io/component': 'agent',
    ...shared(spec),
  };
}

/** Labels of the model server's objects and pods. */
export function modelServerLabels(spec: AgentSpec): Labels {
  return {
    'app.kubernetes.io/name': modelServerName(spec),
    'app.kubernetes.io/component': 'model-server',
    ...shared(spec),
  };
}

/** Selects the agent's pods and no others; a Deployment cannot change it later, so it holds no version. */
export function agentSelector(spec: AgentSpec): Labels {
  return {
    'app.kubernetes.io/name': spec.name,
    'app.kubernetes.io/component': 'agent',
  };
}

/** Selects the model server's pods and no others. */
export function modelServerSelector(spec: AgentSpec): Labels {
  return {
    'app.kubernetes.io/name': modelServerName(spec),
    'app.kubernetes.io/component': 'model-server',
  };
}

/** Annotations by which Prometheus finds a port, without the operator's CRDs. */
export function scrapeAnnotations(port: number, path: string): Labels {
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': String(port),
    'prometheus.io/path': path,
  };
}
