/**
 * Renders an AgentSpec into Kubernetes manifests and lints manifests, without I/O.
 *
 * @packageDocumentation
 */
export { documentToYaml, toYaml } from './yaml/toYaml';
export { defaultEnvironmentSize, sizeFor } from './environments/sizeFor';
export type { SizedAgent } from './environments/SizedAgent';
export { fleet } from './fleet/fleet';
export {
  formatObjectReference,
  objectReference,
} from './kubernetes/KubernetesObject';
export type {
  KubernetesMetadata,
  KubernetesObject,
  ObjectReference,
} from './kubernetes/KubernetesObject';
export { formatCpu, formatMemory, parseQuantity } from './kubernetes/quantity';
export { renderCatalogComponent } from './render/catalogComponent';
export type { CatalogComponent } from './render/catalogComponent';
export {
  AGENT_LABEL,
  GPU_RANGE_ANNOTATION,
  METRICS_ANNOTATION,
} from './render/labels';
export { renderDashboard } from './dashboard/renderDashboard';
export { formatFinding } from './lint/formatFinding';
export type { Finding, LocalizedText, Severity } from './lint/Finding';
export { lintManifests } from './lint/lintManifests';
export type { LintRule } from './lint/LintRule';
export { rules as lintRules } from './lint/rules/rules';
export { fleetObjects, generatedFiles } from './generated/generatedFiles';
export { renderOverlay } from './overlay/renderOverlay';
export { renderScaledObject } from './render/scaledObject';
export { renderAdapterRule, renderKedaTriggers } from './render/metricRules';
export type { AdapterRule, KedaTrigger } from './render/metricRules';
export {
  AGENT_CONTAINER,
  gpuPolicyName,
  MODEL_SERVER_CONTAINER,
  modelServerName,
} from './render/names';
export { renderAgent } from './render/renderAgent';
export { renderNamespace } from './render/namespace';
export { profileOf, runtimeOf } from './runtimes/profileOf';
export {
  FRAMEWORKS,
  RUNTIMES,
  RUNTIMES_OF_FRAMEWORK,
} from './runtimes/runtimeNames';
export type { Framework, Runtime } from './runtimes/runtimeNames';
export { agentSpecSchema } from './spec/AgentSpec';
export type { AgentSpec, AgentSpecInput } from './spec/AgentSpec';
export { agentSpecJsonSchema } from './spec/agentSpecJsonSchema';
export { ENVIRONMENTS } from './spec/environments';
export type { Environment, EnvironmentSize } from './spec/environments';
export { gpuPieces } from './spec/gpu';
export type { GpuPieces, GpuSpec } from './spec/gpu';
export {
  AgentSpecError,
  parseAgentSpec,
  safeParseAgentSpec,
} from './spec/parseAgentSpec';
export type { FieldProblem } from './spec/parseAgentSpec';
