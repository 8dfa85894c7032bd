import { SizedAgent } from '../environments/SizedAgent';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { profileOf, runtimeOf } from '../runtimes/profileOf';
import { RuntimeProfile } from '../runtimes/RuntimeProfile';
import { MODEL_DIRECTORY, modelClaim } from '../runtimes/weights';
import { AgentSpec } from '../spec/AgentSpec';
import { gpuPieces } from '../spec/gpu';
import { renderEnv } from './environmentVariables';
import {
  GPU_RANGE_ANNOTATION,
  modelServerLabels,
  modelServerSelector,
  scrapeAnnotations,
} from './labels';
import { MODEL_SERVER_CONTAINER, modelServerName } from './names';
import { renderProbes } from './probes';
import { renderResources } from './resources';
import { containerSecurityContext, podSecurityContext } from './security';
import { renderSpread } from './spread';
import { formatGpuRange } from './verticalPodAutoscaler';

/** The model server of an agent. No autoscaler owns it, so its replicas are written out. */
export function renderModelServerDeployment(
  sized: SizedAgent,
): KubernetesObject {
  const { spec } = sized;
  const { modelServer } = spec;
  const profile = profileOf(modelServer);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: modelServerName(spec),
      namespace: spec.namespace,
      labels: modelServerLabels(spec),
      ...(modelServer.gpu && {
        annotations: {
          [GPU_RANGE_ANNOTATION]: formatGpuRange(modelServer.gpu),
        },
      }),
    },
    spec: {
      replicas: modelServer.replicas,
      revisionHistoryLimit: 5,
      // Loading weights is progress: the deadline starts counting once it should be over.
      progressDeadlineSeconds: modelServer.loadTimeoutSeconds + 300,
      selector: { matchLabels: modelServerSelector(spec) },
      template: {
        metadata: {
          labels: modelServerLabels(spec),
          annotations: scrapeAnnotations(
            profile.metricsPort,
            profile.metricsPath,
          ),
        },
        spec: {
          serviceAccountName: spec.name,
          automountServiceAccountToken: false,
          securityContext: podSecurityContext(),
          ...(modelServer.gpu && {
            tolerations: [
              {
                key: 'nvidia.com/gpu',
                operator: 'Exists',
                effect: 'NoSchedule',
              },
            ],
          }),
          ...(sized.spread && {
            topologySpreadConstraints: renderSpread(modelServerSelector(spec)),
          }),
          containers: [renderContainer(sized, profile)],
          volumes: renderVolumes(profile, spec.model.uri),
        },
      },
    },
  };
}

function renderContainer(sized: SizedAgent, profile: RuntimeProfile) {
  const { spec } = sized;
  const { modelServer, model } = spec;
  const gpu = modelServer.gpu && gpuPieces(modelServer.gpu);
  const separateMetrics = profile.metricsPort !== profile.port;
  return {
    name: MODEL_SERVER_CONTAINER,
    image: modelServer.image ?? profile.image(Boolean(gpu)),
    // An image of one's own knows its model; arguments of the upstream image would only break it.
    ...(!modelServer.image && { args: profile.args(model) }),
    ports: [
      { name: 'http', containerPort: profile.port },
      ...(separateMetrics
        ? [{ name: 'metrics', containerPort: profile.metricsPort }]
        : []),
    ],
    env: renderEnv(modelServerEnv(spec, profile, sized.logLevel)),
    ...(modelServer.secretName && {
      envFrom: [{ secretRef: { name: modelServer.secretName } }],
    }),
    ...renderProbes({
      readinessPath: profile.readinessPath(model),
      livenessPath: profile.livenessPath(model),
      startupSeconds: modelServer.loadTimeoutSeconds,
    }),
    // Extended resources: the limit alone; the API server copies it to the request.
    resources: renderResources(
      modelServer.resources,
      gpu && { [gpu.resource]: String(gpu.min) },
    ),
    securityContext: containerSecurityContext({
      readOnlyRootFilesystem: false,
    }),
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      {
        name: 'models',
        mountPath: MODEL_DIRECTORY,
        ...(modelClaim(model.uri) && { readOnly: true }),
      },
      ...(profile.sharedMemory
        ? [{ name: 'shared-memory', mountPath: '/dev/shm' }]
        : []),
    ],
  };
}

function modelServerEnv(
  spec: AgentSpec,
  profile: RuntimeProfile,
  logLevel: string,
): Record<string, string> {
  return {
    // First, because kustomize moves what an overlay patches to the front.
    LOG_LEVEL: logLevel,
    MODEL_NAME: spec.model.name,
    MODEL_VERSION: spec.model.version,
    MODEL_FRAMEWORK: spec.modelServer.framework,
    MODEL_RUNTIME: runtimeOf(spec.modelServer),
    ...(spec.model.uri && { MODEL_URI: spec.model.uri }),
    HOME: '/tmp',
    ...profile.env(spec.model),
  };
}

function renderVolumes(profile: RuntimeProfile, uri: string | undefined) {
  const claim = modelClaim(uri);
  return [
    { name: 'tmp', emptyDir: {} },
    claim
      ? {
          name: 'models',
          persistentVolumeClaim: { claimName: claim.claimName, readOnly: true },
        }
      : { name: 'models', emptyDir: {} },
    ...(profile.sharedMemory
      ? [
          {
            name: 'shared-memory',
            emptyDir: { medium: 'Memory', sizeLimit: profile.sharedMemory },
          },
        ]
      : []),
  ];
}
