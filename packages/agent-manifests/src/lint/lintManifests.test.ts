import fc from 'fast-check';
import { anyAgentSpec } from '../__testUtils__/agentSpecs';
import {
  add,
  all,
  Change,
  duplicate,
  remove,
  set,
} from '../__testUtils__/manifests';
import { fleet } from '../fleet/fleet';
import { fleetObjects } from '../generated/generatedFiles';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { renderAgent } from '../render/renderAgent';
import { renderScaledObject } from '../render/scaledObject';
import { ENVIRONMENTS } from '../spec/environments';
import { formatFinding } from './formatFinding';
import { lintManifests } from './lintManifests';
import { rules } from './rules/rules';

const [xiaoai] = fleet;

/** The agent alone, without its model server, so that "the Deployment" is one object. Nothing is wrong with it. */
const healthy: KubernetesObject[] = renderAgent(xiaoai).filter(
  ({ metadata }) => metadata.name === 'xiaoai',
);

const AGENT = 'spec.template.spec.containers.0';
const HPA = 'HorizontalPodAutoscaler';
const VPA = 'VerticalPodAutoscaler';
const PDB = 'PodDisruptionBudget';
const POLICY = 'spec.resourcePolicy.containerPolicies.0';

const quota = (hard: Record<string, string>) =>
  add({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'agents', namespace: 'suoke-agents' },
    spec: { hard },
  });

const sidecar = (container: object): Change =>
  set('Deployment', 'spec.template.spec.initContainers', [
    { name: 'proxy', image: 'example/proxy:v1', ...container },
  ]);

const keda: Change = all(remove(HPA), add(renderScaledObject(xiaoai)));

/** Rule, what is done to the healthy manifests, and the field that the finding has to name. */
const FIRES: [id: string, what: string, change: Change, field: string][] = [
  ['H06', 'a second HPA', duplicate(HPA, 'other'), 'spec.scaleTargetRef'],
  [
    'H09',
    'a ScaledObject too',
    add(renderScaledObject(xiaoai)),
    'spec.scaleTargetRef',
  ],
  [
    'H11',
    'autoscaling/v2beta2',
    set(HPA, 'apiVersion', 'autoscaling/v2beta2'),
    'apiVersion',
  ],
  [
    'M04',
    'a metric nobody announces',
    set(HPA, 'spec.metrics.2.pods.metric.name', 'other'),
    'spec.metrics[2].pods.metric.name',
  ],
  [
    'M04',
    'pods that are not scraped',
    set('Deployment', 'spec.template.metadata.annotations', {}),
    'spec.metrics[2].pods.metric.name',
  ],
  [
    'M05',
    'no cpu request',
    set('Deployment', `${AGENT}.resources`, { requests: { memory: '1Gi' } }),
    'spec.template.spec.containers[0].resources.requests.cpu',
  ],
  [
    'M05',
    'a sidecar without request',
    sidecar({ restartPolicy: 'Always' }),
    'spec.template.spec.initContainers[0].resources.requests.cpu',
  ],
  [
    'M05',
    'no request under KEDA',
    all(keda, set('Deployment', `${AGENT}.resources`, {})),
    'spec.template.spec.containers[0].resources.requests.cpu',
  ],
  [
    'M06',
    'a metric of an unknown container',
    set(HPA, 'spec.metrics.0', {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: 'app',
        target: { type: 'Utilization', averageUtilization: 70 },
      },
    }),
    'spec.metrics[0].containerResource.container',
  ],
  [
    'M10',
    'a GPU resource metric',
    set(HPA, 'spec.metrics.0.resource.name', 'nvidia.com/gpu'),
    'spec.metrics[0].resource.name',
  ],
  [
    'M14',
    'a target at the limit',
    set('Deployment', `${AGENT}.resources.limits.cpu`, '700m'),
    'spec.metrics[0].resource',
  ],
  [
    'M15',
    'a target of 95 %',
    set(HPA, 'spec.metrics.0.resource.target.averageUtilization', 95),
    'spec.metrics[0].resource',
  ],
  [
    'M16',
    'a target of 20 %',
    set(HPA, 'spec.metrics.0.resource.target.averageUtilization', 20),
    'spec.metrics[0].resource',
  ],
  [
    'R01',
    'min equal to max',
    set(HPA, 'spec.minReplicas', 10),
    'spec.minReplicas',
  ],
  [
    'R02',
    'min above max',
    set(HPA, 'spec.minReplicas', 11),
    'spec.maxReplicas',
  ],
  [
    'R02',
    'no max',
    set(HPA, 'spec.maxReplicas', undefined),
    'spec.maxReplicas',
  ],
  [
    'R05',
    'a minimum of 1',
    set(HPA, 'spec.minReplicas', 1),
    'spec.minReplicas',
  ],
  [
    'R05',
    'no minimum, which is 1',
    set(HPA, 'spec.minReplicas', undefined),
    'spec.minReplicas',
  ],
  [
    'R08',
    'scaling down disabled',
    set(HPA, 'spec.behavior.scaleDown.selectPolicy', 'Disabled'),
    'spec.behavior.scaleDown.selectPolicy',
  ],
  [
    'R12',
    'one direction left out',
    set(HPA, 'spec.behavior.scaleDown', undefined),
    'spec.behavior.scaleDown',
  ],
  [
    'R12',
    'no behavior under KEDA',
    all(keda, set('ScaledObject', 'spec.advanced', undefined)),
    'spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleUp',
  ],
  [
    'Z02',
    'a minimum of 0',
    set(HPA, 'spec.minReplicas', 0),
    'spec.minReplicas',
  ],
  [
    'G02',
    'replicas in the Deployment',
    set('Deployment', 'spec.replicas', 3),
    'spec.replicas',
  ],
  ['C03', 'a small quota', quota({ 'requests.cpu': '9' }), 'spec.maxReplicas'],
  [
    'C08',
    'no readiness probe',
    set('Deployment', `${AGENT}.readinessProbe`, undefined),
    'spec.template.spec.containers[0].readinessProbe',
  ],
  [
    'D01',
    'minAvailable at the minimum',
    set(PDB, 'spec', {
      minAvailable: 2,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'xiaoai' } },
    }),
    'spec.minAvailable',
  ],
  [
    'D01',
    'minAvailable 51 % of 2',
    set(PDB, 'spec', {
      minAvailable: '51%',
      selector: { matchLabels: { 'app.kubernetes.io/name': 'xiaoai' } },
    }),
    'spec.minAvailable',
  ],
  [
    'D02',
    'maxUnavailable 0',
    set(PDB, 'spec.maxUnavailable', 0),
    'spec.maxUnavailable',
  ],
  [
    'D02',
    'maxUnavailable 0 %',
    set(PDB, 'spec.maxUnavailable', '0%'),
    'spec.maxUnavailable',
  ],
  [
    'D03',
    'the only pod pinned',
    all(
      set(HPA, 'spec.minReplicas', 1),
      set(PDB, 'spec', {
        minAvailable: 1,
        selector: { matchLabels: { 'app.kubernetes.io/name': 'xiaoai' } },
      }),
    ),
    'spec.minAvailable',
  ],
  ['D07', 'a second budget', duplicate(PDB, 'other'), 'spec.selector'],
  ['D08', 'no budget', remove(PDB), 'metadata.name'],
  [
    'D08',
    'a budget for other pods',
    set(PDB, 'spec.selector.matchLabels', { app: 'other' }),
    'metadata.name',
  ],
  [
    'V01',
    'a VPA that acts',
    set(VPA, 'spec.updatePolicy.updateMode', 'InPlaceOrRecreate'),
    'spec.updatePolicy.updateMode',
  ],
  [
    'V01',
    'a VPA without a mode, which acts',
    set(VPA, 'spec.updatePolicy', undefined),
    'spec.updatePolicy.updateMode',
  ],
  [
    'V01',
    'a VPA that acts beside KEDA',
    all(keda, set(VPA, 'spec.updatePolicy.updateMode', 'Recreate')),
    'spec.updatePolicy.updateMode',
  ],
  [
    'V02',
    'an absolute target beside a VPA that acts',
    all(
      set(VPA, 'spec.updatePolicy.updateMode', 'Initial'),
      set(HPA, 'spec.metrics', [
        {
          type: 'Resource',
          resource: {
            name: 'memory',
            target: { type: 'AverageValue', averageValue: '2Gi' },
          },
        },
      ]),
    ),
    'spec.updatePolicy.updateMode',
  ],
  [
    'V07',
    'Auto',
    set(VPA, 'spec.updatePolicy.updateMode', 'Auto'),
    'spec.updatePolicy.updateMode',
  ],
  [
    'V14',
    'a limit of 20 requests',
    set('Deployment', `${AGENT}.resources.limits.cpu`, '20'),
    'spec.template.spec.containers[0].resources.limits.cpu',
  ],
  ['V17', 'a second VPA', duplicate(VPA, 'other'), 'spec.targetRef'],
  [
    'V23',
    'a GPU in maxAllowed',
    set(VPA, `${POLICY}.maxAllowed.nvidia%com/gpu`, '4'),
    'spec.resourcePolicy.containerPolicies[0].maxAllowed',
  ],
  [
    'V23',
    'a GPU among the controlled resources',
    set(VPA, `${POLICY}.controlledResources`, ['cpu', 'nvidia.com/gpu']),
    'spec.resourcePolicy.containerPolicies[0].controlledResources',
  ],
  [
    'V24',
    'a policy for an unknown container',
    set(VPA, `${POLICY}.containerName`, 'app'),
    'spec.resourcePolicy.containerPolicies[0].containerName',
  ],
  [
    'V28',
    'a range upside down',
    set(VPA, `${POLICY}.minAllowed.cpu`, '9'),
    'spec.resourcePolicy.containerPolicies[0].minAllowed.cpu',
  ],
  [
    'U01',
    'half a GPU',
    set('Deployment', `${AGENT}.resources.limits.nvidia%com/gpu`, '500m'),
    'spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]',
  ],
  [
    'U02',
    'a GPU request without a limit',
    set('Deployment', `${AGENT}.resources.requests.nvidia%com/gpu`, 1),
    'spec.template.spec.containers[0].resources.requests["nvidia.com/gpu"]',
  ],
  [
    'N01',
    'a long Service name',
    set('Service', 'metadata.name', 'a'.repeat(64)),
    'metadata.name',
  ],
  [
    'N01',
    'a ScaledObject name without room for the prefix',
    all(
      keda,
      set('ScaledObject', 'metadata.name', 'a'.repeat(55)),
      set(
        'ScaledObject',
        'spec.advanced.horizontalPodAutoscalerConfig.name',
        undefined,
      ),
    ),
    'metadata.name',
  ],
];

/** Neighbours of the faults above that are no faults. */
const STAYS_QUIET: [id: string, what: string, change: Change][] = [
  [
    'H06',
    'an HPA of another namespace',
    all(duplicate(HPA, 'other'), objects => [
      ...objects.slice(0, -1),
      {
        ...objects.at(-1)!,
        metadata: { name: 'other', namespace: 'elsewhere' },
      },
    ]),
  ],
  [
    'H09',
    'a ScaledObject that takes the HPA over',
    add({
      ...renderScaledObject(xiaoai),
      metadata: {
        ...renderScaledObject(xiaoai).metadata,
        annotations: { 'scaledobject.keda.sh/transfer-hpa-ownership': 'true' },
      },
    }),
  ],
  ['M04', 'a workload that is not among the manifests', remove('Deployment')],
  [
    'M05',
    'a limit, which becomes the request',
    set('Deployment', `${AGENT}.resources`, {
      limits: { cpu: '1', memory: '1Gi' },
    }),
  ],
  ['M05', 'an init container that ends', sidecar({})],
  [
    'M05',
    'absolute targets only',
    all(
      set('Deployment', `${AGENT}.resources`, {}),
      set(HPA, 'spec.metrics', [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'AverageValue', averageValue: '1' },
          },
        },
      ]),
    ),
  ],
  [
    'M14',
    'no limit',
    set('Deployment', `${AGENT}.resources.limits`, undefined),
  ],
  [
    'M15',
    'a target of 90 %',
    set(HPA, 'spec.metrics.0.resource.target.averageUtilization', 90),
  ],
  [
    'M16',
    'a target of 30 %',
    set(HPA, 'spec.metrics.0.resource.target.averageUtilization', 30),
  ],
  [
    'R12',
    'a direction that is disabled',
    set(HPA, 'spec.behavior.scaleDown', { selectPolicy: 'Disabled' }),
  ],
  [
    'Z02',
    'zero with an External metric',
    all(
      set(HPA, 'spec.minReplicas', 0),
      set(HPA, 'spec.metrics.3', {
        type: 'External',
        external: { metric: { name: 'queue' } },
      }),
    ),
  ],
  [
    'C03',
    'a quota that just fits',
    quota({ 'requests.cpu': '10', memory: '40Gi' }),
  ],
  [
    'D01',
    'minAvailable below the minimum',
    set(PDB, 'spec', {
      minAvailable: 1,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'xiaoai' } },
    }),
  ],
  ['D03', 'one pod with maxUnavailable', set(HPA, 'spec.minReplicas', 1)],
  [
    'D08',
    'a single pod without a budget',
    all(remove(PDB), set(HPA, 'spec.minReplicas', 1)),
  ],
  [
    'V01',
    'a VPA that acts on memory alone, beside a cpu metric',
    all(
      set(VPA, 'spec.updatePolicy.updateMode', 'Recreate'),
      set(VPA, `${POLICY}.controlledResources`, ['memory']),
      set(HPA, 'spec.metrics', [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
      ]),
    ),
  ],
  [
    'V01',
    'a VPA whose container policy is off',
    all(
      set(VPA, 'spec.updatePolicy.updateMode', 'Recreate'),
      set(VPA, `${POLICY}.mode`, 'Off'),
    ),
  ],
  [
    'V01',
    'a VPA beside a custom metric alone',
    all(
      set(VPA, 'spec.updatePolicy.updateMode', 'Recreate'),
      set(HPA, 'spec.metrics', [
        {
          type: 'Pods',
          pods: { metric: { name: 'ai_inference_requests_per_second' } },
        },
      ]),
    ),
  ],
  [
    'V14',
    'a high ratio with RequestsOnly',
    all(
      set('Deployment', `${AGENT}.resources.limits.cpu`, '20'),
      set(VPA, `${POLICY}.controlledValues`, 'RequestsOnly'),
    ),
  ],
  [
    'V24',
    'a policy for every container',
    set(VPA, `${POLICY}.containerName`, '*'),
  ],
  [
    'U01',
    'ephemeral storage in kubernetes.io',
    set(
      'Deployment',
      `${AGENT}.resources.limits.kubernetes%io/batteries`,
      '500m',
    ),
  ],
  [
    'U02',
    'a GPU request equal to its limit',
    all(
      set('Deployment', `${AGENT}.resources.requests.nvidia%com/gpu`, 1),
      set('Deployment', `${AGENT}.resources.limits.nvidia%com/gpu`, '1'),
    ),
  ],
];

const idsOf = (objects: KubernetesObject[]) =>
  lintManifests(objects).map(({ id }) => id);

describe('lintManifests', () => {
  it('finds nothing in a healthy agent', () => {
    expect(lintManifests(healthy)).toEqual([]);
  });

  it.each(FIRES)('%s fires on %s', (id, _, change, field) => {
    const found = lintManifests(change(healthy)).filter(
      finding => finding.id === id,
    );
    expect(found.map(finding => finding.field)).toContain(field);
    for (const { message, remedy } of found) {
      for (const text of [message, remedy]) {
        expect(text.en).toMatch(/^[A-Z0-9].*\.$/);
        expect(text.zh).toMatch(/[\u4e00-\u9fff].*。$/);
      }
      expect(`${message.en}${message.zh}`).not.toMatch(/undefined|NaN/);
    }
  });

  it.each(STAYS_QUIET)('%s stays quiet on %s', (id, _, change) => {
    expect(idsOf(change(healthy))).not.toContain(id);
  });

  it('has a case for every rule, and no two rules of one number', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(FIRES.map(([id]) => id))].sort()).toEqual(
      [...ids].sort(),
    );
  });

  it('lists the worst first', () => {
    const findings = lintManifests(
      all(
        set(HPA, 'spec.metrics.0.resource.target.averageUtilization', 20),
        set(HPA, 'spec.minReplicas', 1),
        set(PDB, 'spec.maxUnavailable', 0),
      )(healthy),
    );
    expect(findings.map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
      'info',
    ]);
    expect(formatFinding(findings[0])).toBe(
      'error D02 PodDisruptionBudget suoke-agents/xiaoai spec.maxUnavailable: No pod may ever be evicted: every node drain will hang. Set maxUnavailable to at least 1.',
    );
    expect(formatFinding(findings[0], 'zh')).toContain(
      '永远不允许驱逐任何 Pod',
    );
  });

  it('only regrets the single replica of two agents of the first fleet', () => {
    expect(
      lintManifests(fleetObjects(fleet)).map(
        ({ id, object }) => `${id} ${object.name}`,
      ),
    ).toEqual(['R05 laoke', 'R05 soer']);
  });

  it('passes whatever the renderer makes of a valid specification', () => {
    fc.assert(
      fc.property(
        anyAgentSpec,
        fc.constantFrom(undefined, ...ENVIRONMENTS),
        (spec, environment) => {
          const errors = lintManifests(
            renderAgent(spec, { environment }),
          ).filter(({ severity }) => severity === 'error');
          expect(errors.map(finding => formatFinding(finding))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
