// Generated from plugins/agent-scaling-backend/src/schema/openapi.yaml by its generate:openapi script. Do not edit.

import type { components } from './schema';

/** @public */
export type ErrorBody = components['schemas']['ErrorBody'];

/** What needs attention first. `failing`: cannot scale, or pods do not run. `stale`: the cluster is out of contact and what is shown is old. `limited`: works, but something holds it back (at its maximum, rate limited, one metric missing, paused). `noAutoscaler`: nothing scales this workload. `scaling`: on its way to another number of replicas. `ok`: at rest. @public */
export type AgentState = components['schemas']['AgentState'];

/** Why an agent is in its state; the page translates it. @public */
export type AttentionReasonCode = components['schemas']['AttentionReasonCode'];

/** @public */
export type Attention = components['schemas']['Attention'];

/** @public */
export type AttentionReason = components['schemas']['AttentionReason'];

/** @public */
export type ObjectRef = components['schemas']['ObjectRef'];

/** @public */
export type Replicas = components['schemas']['Replicas'];

/** Unit of a metric's values. `none` when it is unknown; rates are per second. @public */
export type Unit = components['schemas']['Unit'];

/** @public */
export type Quantity = components['schemas']['Quantity'];

/** By resource name, for example cpu, memory, nvidia.com/gpu. @public */
export type ResourceQuantities = components['schemas']['ResourceQuantities'];

/** @public */
export type MetricType = components['schemas']['MetricType'];

/** One metric of an autoscaler with its target and its current value. @public */
export type Metric = components['schemas']['Metric'];

/** @public */
export type Autoscaler = components['schemas']['Autoscaler'];

/** @public */
export type ScaleChange = components['schemas']['ScaleChange'];

/** @public */
export type VpaPresence = components['schemas']['VpaPresence'];

/** Off, Initial, Recreate, InPlaceOrRecreate, InPlace or Auto (deprecated, equals Recreate); a later one passes through. @public */
export type VpaUpdateMode = components['schemas']['VpaUpdateMode'];

/** The model that the agent's model server serves. @public */
export type ModelRef = components['schemas']['ModelRef'];

/** @public */
export type ReadyCount = components['schemas']['ReadyCount'];

/** @public */
export type AgentSummary = components['schemas']['AgentSummary'];

/** @public */
export type AgentList = components['schemas']['AgentList'];

/** Values to filter by, counted over all agents. @public */
export type AgentFacets = components['schemas']['AgentFacets'];

/** @public */
export type FacetValue = components['schemas']['FacetValue'];

/** @public */
export type ClusterState = components['schemas']['ClusterState'];

/** @public */
export type ClusterFreshness = components['schemas']['ClusterFreshness'];

/** @public */
export type Cluster = components['schemas']['Cluster'];

/** @public */
export type ResourceFreshness = components['schemas']['ResourceFreshness'];

/** Sampling of pod usage from metrics.k8s.io. @public */
export type ResourceMetricsHealth =
  components['schemas']['ResourceMetricsHealth'];

/** @public */
export type ClusterList = components['schemas']['ClusterList'];

/** @public */
export type Condition = components['schemas']['Condition'];

/** What the condition of an autoscaler says in plain words; the page translates it. Absent for conditions that are shown as they are. @public */
export type ConditionMeaning = components['schemas']['ConditionMeaning'];

/** @public */
export type ScalingPolicy = components['schemas']['ScalingPolicy'];

/** @public */
export type ScalingRules = components['schemas']['ScalingRules'];

/** @public */
export type HpaDetail = components['schemas']['HpaDetail'];

/** @public */
export type VpaContainer = components['schemas']['VpaContainer'];

/** @public */
export type VpaDetail = components['schemas']['VpaDetail'];

/** @public */
export type KedaTrigger = components['schemas']['KedaTrigger'];

/** @public */
export type KedaDetail = components['schemas']['KedaDetail'];

/** @public */
export type ContainerSpec = components['schemas']['ContainerSpec'];

/** @public */
export type WorkloadDetail = components['schemas']['WorkloadDetail'];

/** @public */
export type PodContainer = components['schemas']['PodContainer'];

/** @public */
export type PodDetail = components['schemas']['PodDetail'];

/** @public */
export type AgentEvent = components['schemas']['AgentEvent'];

/** @public */
export type ModelServer = components['schemas']['ModelServer'];

/** @public */
export type DisruptionBudget = components['schemas']['DisruptionBudget'];

/** @public */
export type AgentDetail = components['schemas']['AgentDetail'];

/** @public */
export type ReplicaSample = components['schemas']['ReplicaSample'];

/** @public */
export type ScaleEvent = components['schemas']['ScaleEvent'];

/** @public */
export type AgentHistory = components['schemas']['AgentHistory'];

/** Every {@link AgentState}, in the order of the document. @public */
export const agentStateValues = [
  'ok',
  'scaling',
  'limited',
  'failing',
  'stale',
  'noAutoscaler',
] as const satisfies readonly AgentState[];

/** Every {@link AttentionReasonCode}, in the order of the document. @public */
export const attentionReasonCodeValues = [
  'atMaxReplicas',
  'scaleUpRateLimited',
  'scaleDownRateLimited',
  'scaleDownStabilized',
  'scaleUpStabilized',
  'scaleTargetUnreadable',
  'scaleUpdateFailed',
  'scalingDisabled',
  'selectorInvalid',
  'selectorAmbiguous',
  'metricsUnavailable',
  'metricMissing',
  'targetMissing',
  'severalAutoscalers',
  'kedaPaused',
  'kedaFallback',
  'kedaNotReady',
  'replicasChanging',
  'rolloutInProgress',
  'rolloutFailed',
  'noReadyPods',
  'podCrashLooping',
  'podImageUnavailable',
  'podUnschedulable',
  'podConfigInvalid',
  'podsForbiddenByQuota',
  'clusterOutOfContact',
  'stillReading',
  'notAllowedToRead',
  'noAutoscaler',
] as const satisfies readonly AttentionReasonCode[];

/** Every {@link Unit}, in the order of the document. @public */
export const unitValues = [
  'percent',
  'cores',
  'bytes',
  'seconds',
  'perSecond',
  'none',
] as const satisfies readonly Unit[];

/** Every {@link MetricType}, in the order of the document. @public */
export const metricTypeValues = [
  'Resource',
  'ContainerResource',
  'Pods',
  'Object',
  'External',
] as const satisfies readonly MetricType[];

/** Every {@link ClusterState}, in the order of the document. @public */
export const clusterStateValues = [
  'Connecting',
  'Connected',
  'Degraded',
  'Unreachable',
  'Unauthorized',
] as const satisfies readonly ClusterState[];

/** Every {@link ConditionMeaning}, in the order of the document. @public */
export const conditionMeaningValues = [
  'canReadScale',
  'readyForNewScale',
  'scaleDownStabilized',
  'scaleUpStabilized',
  'justRescaled',
  'cannotReadScale',
  'cannotUpdateScale',
  'metricsWork',
  'scalingDisabled',
  'selectorInvalid',
  'selectorAmbiguous',
  'metricSourceInvalid',
  'resourceMetricMissing',
  'containerMetricMissing',
  'podsMetricMissing',
  'objectMetricMissing',
  'externalMetricMissing',
  'heldAtMax',
  'heldAtMin',
  'scaleUpRateLimited',
  'scaleDownRateLimited',
  'withinRange',
  'scaledToZero',
  'notScaledToZero',
  'recommendationProvided',
  'recommendationPending',
  'noPodsMatched',
  'vpaConfigUnsupported',
  'vpaConfigDeprecated',
  'vpaFetchingHistory',
  'kedaReady',
  'kedaNotReady',
  'kedaActive',
  'kedaInactive',
  'kedaFallback',
  'kedaNoFallback',
  'kedaPaused',
  'kedaNotPaused',
] as const satisfies readonly ConditionMeaning[];
