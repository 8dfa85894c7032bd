import fc from 'fast-check';
import {
  agentDeployment,
  agentHpa,
  NAMESPACE,
} from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { Deployment } from '../../controllers/runtime/objects';
import { ClusterObject } from '../../store/types';
import { readLoadProfile } from './loadProfile';
import { burst, offeredRps, season } from './offeredLoad';
import { nextQueue, podMetricValue, PodLoad } from './podLoad';

const MINUTE = 60_000;
const agent = agentDeployment({ replicas: 1 }) as Deployment;
const hpa = agentHpa() as ClusterObject;

describe('readLoadProfile', () => {
  it('asks for 37 % of the way from min to max, at the rate of the Pods metric', () => {
    const profile = readLoadProfile(agent, hpa);
    expect(profile.rpsPerPod).toBe(20);
    expect(profile.meanRps).toBeCloseTo((1 + 0.375 * 5) * 20);
    expect(profile.metrics).toEqual(['nova_requests_per_second']);
    // At the wanted rate a pod uses 80 % of the 70 % that the cpu target allows of its 500m.
    expect(
      profile.cpuFloorCores + profile.cpuPerRequest * profile.rpsPerPod,
    ).toBeCloseTo(0.8 * 0.7 * 0.5);
  });

  it('takes what the annotations say and ignores what is no quantity or duration', () => {
    const profile = readLoadProfile(
      agentDeployment({
        annotations: {
          'ai.suoke.life/load-rps': '80',
          'ai.suoke.life/load-day': '24h',
          'ai.suoke.life/load-burst-every': 'often',
          'ai.suoke.life/load-cpu-floor': '200m',
          'ai.suoke.life/load-metric': 'a_rate, b_rate',
        },
      }) as Deployment,
      hpa,
    );
    expect(profile).toMatchObject({
      meanRps: 80,
      dayMs: 24 * 60 * MINUTE,
      burstEveryMs: 4 * MINUTE,
      cpuFloorCores: 0.2,
      metrics: ['a_rate', 'b_rate'],
    });
  });
});

describe('offeredRps', () => {
  const profile = readLoadProfile(agent, hpa);

  it('ramps up from a fraction to full size within a minute', () => {
    expect(offeredRps(profile, 0, 's')).toBeLessThan(0.3 * profile.meanRps);
    expect(offeredRps(profile, MINUTE, 's')).toBeGreaterThan(profile.meanRps);
  });

  it('swings through the day and rests on days six and seven', () => {
    const at = (days: number) => season(profile, days * profile.dayMs);
    expect(at(profile.phase)).toBeCloseTo(1.4);
    expect(at(profile.phase + 0.5)).toBeCloseTo(0.6);
    expect(at(profile.phase + 5)).toBeCloseTo(1.4 * 0.7);
    expect(at(profile.phase + 7)).toBeCloseTo(1.4);
  });

  it('has one burst in every slot', () => {
    for (let slot = 0; slot < 20; slot++) {
      const heights = Array.from({ length: 80 }, (_, step) =>
        burst(profile, slot * 4 * MINUTE + step * 3_000 + 75_000, 'seed'),
      );
      expect(Math.max(...heights)).toBeGreaterThan(0.1);
    }
  });

  it('is a function of seed and age, and never negative', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.string(), (age, seed) => {
        const rps = offeredRps(profile, age, seed);
        expect(rps).toBe(offeredRps(profile, age, seed));
        expect(rps).toBeGreaterThanOrEqual(0);
        expect(rps).toBeLessThan(3 * profile.meanRps);
      }),
    );
  });
});

describe('nextQueue', () => {
  it('serves no more than there is and no more than it can, and loses nothing but what times out', () => {
    const amount = fc.double({ min: 0, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.integer({ min: 1, max: 60 }),
        (waiting, offered, capacity, seconds) => {
          const next = nextQueue({
            waiting,
            offeredRps: offered,
            capacityRps: capacity,
            seconds,
          });
          const demand = waiting + offered * seconds;
          expect(next.servedRps).toBeLessThanOrEqual(capacity + 1e-6);
          expect(next.servedRps * seconds).toBeLessThanOrEqual(demand + 1e-6);
          expect(next.waiting).toBeGreaterThanOrEqual(0);
          expect(next.waiting).toBeLessThanOrEqual(
            demand - next.servedRps * seconds + 1e-6,
          );
        },
      ),
    );
  });

  it('serves from the first moment after a start', () => {
    expect(
      nextQueue({ waiting: 0, offeredRps: 30, capacityRps: 50, seconds: 0 }),
    ).toEqual({ waiting: 0, servedRps: 30 });
  });
});

describe('podMetricValue', () => {
  const load: PodLoad = {
    rps: 24,
    saturation: 0.5,
    waiting: 3,
    latencyP95Ms: 400,
    errorRatio: 0.01,
  };

  it.each([
    ['ai_inference_requests_per_second', 24],
    ['vllm:num_requests_waiting', 3],
    ['vllm:num_requests_running', 9.6],
    ['vllm:gpu_cache_usage_perc', 0.525],
    ['DCGM_FI_DEV_GPU_UTIL', 53],
    ['ai_request_duration_seconds_p95', 0.4],
    ['ai_request_error_ratio', 0.01],
  ])('of %s is %d', (metric, value) => {
    expect(podMetricValue(metric, load)).toBeCloseTo(value);
  });
});

describe('a model server', () => {
  const server = (name: string, replicas = 1) =>
    agentDeployment({ name, replicas, component: 'model-server' });

  it('gets the load that its agent serves', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({ replicas: 3 }),
      agentHpa({ min: 3, max: 3 }),
      server('nova-model-server'),
    );
    test.advance(300);
    const { load } = test.controlPlane;
    const agentLoad = load.workload(test.deployment())!;
    const serverLoad = load.workload(test.deployment('nova-model-server'))!;
    expect(agentLoad.servedRps).toBeGreaterThan(10);
    expect(serverLoad.offeredRps).toBeCloseTo(agentLoad.servedRps);
  });

  it('shares it with a canary by replicas, or by the weights of an HTTPRoute', () => {
    const test = TestCluster.create();
    const service = (name: string): Partial<ClusterObject> => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: NAMESPACE } as ClusterObject['metadata'],
      spec: {
        selector: { 'app.kubernetes.io/name': name },
        ports: [{ port: 8000 }],
      },
    });
    const stable = 'nova-model-server';
    const canary = 'nova-model-server-canary';
    test.apply(
      agentDeployment({ replicas: 2 }),
      server(stable, 3),
      server(canary, 1),
      service(stable),
      service(canary),
    );
    test.advance(120);
    const share = () => {
      const { load } = test.controlPlane;
      return (
        load.workload(test.deployment(canary))!.offeredRps /
        load.workload(test.deployment())!.servedRps
      );
    };
    expect(share()).toBeCloseTo(0.25);
    test.apply(
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: {
          name: 'httproutes.gateway.networking.k8s.io',
          annotations: { 'api-approved.kubernetes.io': 'unapproved, fixture' },
        } as unknown as ClusterObject['metadata'],
        spec: {
          group: 'gateway.networking.k8s.io',
          scope: 'Namespaced',
          names: {
            kind: 'HTTPRoute',
            plural: 'httproutes',
            singular: 'httproute',
          },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  'x-kubernetes-preserve-unknown-fields': true,
                },
              },
            },
          ],
        },
      },
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: {
          name: 'nova',
          namespace: NAMESPACE,
        } as ClusterObject['metadata'],
        spec: {
          rules: [
            {
              backendRefs: [
                { name: stable, port: 8000, weight: 95 },
                { name: canary, port: 8000, weight: 5 },
              ],
            },
          ],
        },
      },
    );
    test.advance(30);
    expect(share()).toBeCloseTo(0.05);
  });
});
