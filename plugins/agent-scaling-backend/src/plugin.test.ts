import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import {
  agentContainer,
  deployment,
  disruptionBudget,
  hpa,
  modelServerLabels,
  pod,
  replicaSet,
  rescaleEvent,
  vpa,
} from './__fixtures__/builders';
import { InMemoryKubernetesCache } from './__testing__/InMemoryKubernetesCache';
import { clusterAccessServiceRef } from './clusters/clusterAccess';
import agentScalingPlugin from './index';

const XIAOAI = '/api/agent-scaling/agents/local/suoke-agents/xiaoai';

const xiaoaiEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'xiaoai',
    title: 'Xiaoai',
    annotations: {
      'backstage.io/kubernetes-id': 'xiaoai',
      'backstage.io/kubernetes-namespace': 'suoke-agents',
    },
  },
  spec: { type: 'ai-agent' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/suoke-life-dev' },
    {
      type: 'dependsOn',
      targetRef: 'aimodel:default/xiaoai-conversation-llm',
    },
  ],
};

/** One cluster with one healthy agent and its model server. */
function oneAgent(): InMemoryKubernetesCache {
  const agent = deployment();
  const agentSet = replicaSet(agent);
  const server = deployment({
    name: 'xiaoai-model-server',
    labels: modelServerLabels('xiaoai'),
    containers: [
      {
        ...agentContainer,
        name: 'model-server',
        image: 'suoke/xiaoai-model-server:v2.1.0',
      },
    ],
  });
  const serverSet = replicaSet(server);
  return new InMemoryKubernetesCache()
    .addCluster('local', { serverVersion: 'v1.36.0-local.suoke' })
    .put(
      'local',
      agent,
      agentSet,
      pod(agentSet, { suffix: 'aaaaa' }),
      pod(agentSet, { suffix: 'bbbbb' }),
      hpa(),
      vpa(),
      disruptionBudget(),
      server,
      serverSet,
      pod(serverSet),
    );
}

async function start(
  options: {
    cache?: InMemoryKubernetesCache;
    result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    config?: JsonObject;
  } = {},
) {
  const { cache = oneAgent(), result = AuthorizeResult.ALLOW } = options;
  const auditEvent = {
    success: jest.fn().mockResolvedValue(undefined),
    fail: jest.fn().mockResolvedValue(undefined),
  };
  const actions = actionsRegistryServiceMock();
  const actionsRegistry = createServiceFactory({
    service: actionsRegistryServiceRef,
    deps: {},
    factory: () => actions,
  });
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn().mockResolvedValue(auditEvent),
  });
  const scheduler = mockServices.scheduler();
  const publish = jest.fn().mockResolvedValue(undefined);
  const stop = jest.fn().mockResolvedValue(undefined);
  const backend = await startTestBackend({
    features: [
      agentScalingPlugin,
      auditor.factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      actionsRegistry,
      mockServices.permissions.factory({ result }),
      catalogServiceMock.factory({ entities: [xiaoaiEntity] }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish }),
      }),
      createServiceFactory({
        service: clusterAccessServiceRef,
        deps: {},
        factory: () => ({ cache, clients: [], start: jest.fn(), stop }),
      }),
    ],
  });
  /** Runs a background task now, as its schedule would. */
  const run = (task: 'catalog' | 'samples' | 'retention') =>
    scheduler.triggerTask(`agent-scaling-${task}`);
  return {
    backend,
    server: backend.server,
    actions,
    auditEvent,
    auditor,
    cache,
    publish,
    run,
    stop,
  };
}

describe('agent-scaling', () => {
  it('lists an agent with replicas, state, model and catalog entity', async () => {
    const { server, run } = await start();
    await run('catalog');
    const { body } = await request(server)
      .get('/api/agent-scaling/agents')
      .expect(200);
    expect(body.totalItems).toBe(1);
    expect(body.items[0]).toMatchObject({
      cluster: 'local',
      namespace: 'suoke-agents',
      name: 'xiaoai',
      title: 'Xiaoai',
      entityRef: 'component:default/xiaoai',
      owner: 'group:default/suoke-life-dev',
      replicas: { min: 2, current: 2, desired: 2, max: 10 },
      pods: { ready: 2, total: 2 },
      attention: { state: 'ok', reasons: [] },
      autoscaler: { kind: 'HorizontalPodAutoscaler', name: 'xiaoai' },
      vpa: { name: 'xiaoai', updateMode: 'Off', hasRecommendation: true },
      model: {
        entityRef: 'aimodel:default/xiaoai-conversation-llm',
        name: 'xiaoai-conversation-llm',
        version: 'v2.1.0',
        server: 'xiaoai-model-server',
      },
      simulated: true,
    });
    expect(body.clusters).toEqual([
      expect.objectContaining({ name: 'local', state: 'Connected' }),
    ]);
    expect(body.facets.states).toEqual([{ value: 'ok', count: 1 }]);
  });

  it('shows everything about one agent', async () => {
    const { server } = await start();
    const { body } = await request(server).get(XIAOAI).expect(200);
    expect(body.hpa.behavior.scaleDown.source).toBe('Legacy');
    expect(body.vpaDetail.containers[0].target.cpu).toEqual({
      value: 1.168,
      quantity: '1168m',
    });
    expect(body.deployment.rollout).toBe('complete');
    expect(body.podList).toHaveLength(2);
    expect(body.modelServer.workload.name).toBe('xiaoai-model-server');
    expect(body.modelServer.pods).toHaveLength(1);
    expect(body.disruptionBudgets[0]).toMatchObject({
      name: 'xiaoai',
      maxUnavailable: '1',
      disruptionsAllowed: 1,
    });
    expect(body.freshness).toContainEqual(
      expect.objectContaining({
        resource: 'deployments.apps',
        state: 'Synced',
      }),
    );
  });

  it('answers 304 until something changes, and then tells open pages', async () => {
    const { server, cache, publish } = await start();
    const url = '/api/agent-scaling/agents';
    const first = await request(server).get(url).expect(200);
    const { etag } = first.headers;
    await request(server).get(url).set('If-None-Match', etag).expect(304);

    cache.put('local', hpa({ current: 2, desired: 5 }));
    const second = await request(server)
      .get(url)
      .set('If-None-Match', etag)
      .expect(200);
    expect(second.body.items[0].replicas.desired).toBe(5);
    expect(second.body.items[0].attention.state).toBe('scaling');

    await new Promise(resolve => setTimeout(resolve, 1_200));
    expect(publish).toHaveBeenCalledTimes(1);
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'agent-scaling',
      message: {
        type: 'agents-changed',
        agents: ['local/suoke-agents/xiaoai'],
        truncated: false,
        clusters: [],
      },
    });
  });

  it('remembers samples and scale events, and joins what is told with what is seen', async () => {
    const { server, cache, run } = await start();
    const before = cache.get('local', 'deployments.apps', {
      namespace: 'suoke-agents',
      name: 'xiaoai',
    })!;
    await run('samples');
    cache.put('local', {
      ...deployment({ replicas: 5 }),
      metadata: { ...before.metadata, resourceVersion: '2000', generation: 2 },
    });
    cache.put(
      'local',
      rescaleEvent(5, { lastTimestamp: new Date().toISOString() }),
    );
    await run('samples');

    const { body } = await request(server).get(`${XIAOAI}/history`).expect(200);
    expect(body.samples.length).toBeGreaterThanOrEqual(1);
    expect(body.samples[0]).toMatchObject({
      current: 2,
      desired: 2,
      min: 2,
      max: 10,
      ready: 2,
      metrics: { 'Resource:cpu': 35 },
    });
    expect(body.events).toEqual([
      expect.objectContaining({
        kind: 'rescale',
        from: 2,
        to: 5,
        source: 'Event',
        reason: 'SuccessfulRescale',
      }),
    ]);
    expect(body.retention).toEqual({
      samplesSeconds: 86_400,
      eventsSeconds: 2_592_000,
    });

    const list = await request(server).get('/api/agent-scaling/agents');
    expect(list.body.items[0].lastScale).toMatchObject({
      from: 2,
      to: 5,
      reason: 'cpu resource utilization (percentage of request) above target',
    });
  });

  it('lists clusters with the health of each type', async () => {
    const cache = oneAgent().addCluster('away', {
      state: 'Unreachable',
      message: 'no route',
      resources: {
        pods: { state: 'Stale', staleSince: '2026-11-23T07:00:00Z' },
      },
    });
    const { server } = await start({ cache });
    const { body } = await request(server)
      .get('/api/agent-scaling/clusters')
      .expect(200);
    expect(body.items).toMatchObject([
      { name: 'local', simulated: true, serverVersion: 'v1.36.0-local.suoke' },
      { name: 'away', state: 'Unreachable', message: 'no route' },
    ]);
    expect(body.items[1].resources).toContainEqual(
      expect.objectContaining({ resource: 'pods', state: 'Stale' }),
    );
    expect(body.items[0].resourceMetrics).toEqual({ state: 'Pending' });
  });

  it('works without any cluster', async () => {
    const { server } = await start({ cache: new InMemoryKubernetesCache() });
    const agents = await request(server).get('/api/agent-scaling/agents');
    expect(agents.body).toMatchObject({
      items: [],
      totalItems: 0,
      clusters: [],
    });
    const clusters = await request(server).get('/api/agent-scaling/clusters');
    expect(clusters.body.items).toEqual([]);
  });

  it('filters, sorts and pages', async () => {
    const cache = oneAgent().put(
      'local',
      deployment({ name: 'laoke' }),
      hpa({ name: 'laoke', min: 1, max: 6 }),
      deployment({ name: 'soer' }),
    );
    const { server } = await start({ cache });
    const names = async (query: string) => {
      const { body } = await request(server)
        .get(`/api/agent-scaling/agents?${query}`)
        .expect(200);
      return [
        body.items.map((item: { name: string }) => item.name),
        body.totalItems,
      ];
    };
    await expect(names('orderBy=name')).resolves.toEqual([
      ['laoke', 'soer', 'xiaoai'],
      3,
    ]);
    await expect(names('orderBy=name&limit=1&offset=1')).resolves.toEqual([
      ['soer'],
      3,
    ]);
    await expect(names('state=noAutoscaler&state=failing')).resolves.toEqual([
      ['soer'],
      1,
    ]);
    await expect(names('cluster=other')).resolves.toEqual([[], 0]);
    await expect(names('owner=group:default/nobody')).resolves.toEqual([[], 0]);
    await expect(names('text=XIAO%20local')).resolves.toEqual([['xiaoai'], 1]);
  });

  it.each([
    ['/api/agent-scaling/agents?limit=0', 400, 'limit must be >= 1'],
    ['/api/agent-scaling/agents?limit=many', 400, 'limit must be integer'],
    ['/api/agent-scaling/agents?orderBy=colour', 400, 'orderBy must be equal'],
    ['/api/agent-scaling/agents?state=sleepy', 400, 'must be equal to one of'],
    ['/api/agent-scaling/agents?unknown=1', 400, "parameter 'unknown'"],
    [`${XIAOAI}/history?from=yesterday`, 400, 'must match format "date-time"'],
    [
      `${XIAOAI}/history?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z`,
      400,
      'from (2026-11-23T00:00:00Z) must be earlier than to',
    ],
    [`${XIAOAI}/history?maxPoints=9`, 400, 'maxPoints must be >= 10'],
    [
      '/api/agent-scaling/agents/local/suoke-agents/nobody',
      404,
      "No agent 'nobody' in namespace 'suoke-agents' of cluster 'local'",
    ],
    [
      '/api/agent-scaling/agents/local/suoke-agents/nobody/history',
      404,
      "No agent 'nobody'",
    ],
    [
      '/api/agent-scaling/agents/nowhere/suoke-agents/xiaoai',
      404,
      'the configured clusters are: local',
    ],
    // A model server is part of its agent and none itself.
    [
      '/api/agent-scaling/agents/local/suoke-agents/xiaoai-model-server',
      404,
      "No agent 'xiaoai-model-server'",
    ],
  ])('answers %s with %d', async (url, status, message) => {
    const { server } = await start();
    const { body } = await request(server).get(url).expect(status);
    expect(body.error.message).toContain(message);
  });

  const routes = [
    ['agents-list', '/api/agent-scaling/agents', {}],
    ['agent-get', XIAOAI, { name: 'xiaoai' }],
    ['agent-history-get', `${XIAOAI}/history`, { name: 'xiaoai' }],
    ['clusters-list', '/api/agent-scaling/clusters', {}],
  ] as const;

  it.each(routes)('audits %s', async (eventId, url, meta) => {
    const { server, auditor, auditEvent } = await start();
    await request(server).get(url).expect(200);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId }),
    );
    const [event] = auditor.createEvent.mock.calls[0];
    expect(event.meta ?? {}).toMatchObject(meta);
    expect(auditEvent.success).toHaveBeenCalledTimes(1);
    expect(auditEvent.fail).not.toHaveBeenCalled();
  });

  it.each(routes)(
    'refuses %s without permission, and records that',
    async (_, url) => {
      const { server, auditEvent } = await start({
        result: AuthorizeResult.DENY,
      });
      const { body } = await request(server).get(url).expect(403);
      expect(body.error).toMatchObject({ name: 'NotAllowedError' });
      expect(body.error.message).toContain('agent-scaling.read');
      expect(auditEvent.fail).toHaveBeenCalledTimes(1);
      expect(auditEvent.success).not.toHaveBeenCalled();
    },
  );

  it('does not turn an answer into an error when the audit log fails', async () => {
    const { server, auditEvent } = await start();
    auditEvent.success.mockRejectedValue(new Error('disk full'));
    const { status } = await request(server).get('/api/agent-scaling/agents');
    expect(status).toBe(200);
  });

  it('serves its OpenAPI document', async () => {
    const { server } = await start();
    const { body } = await request(server)
      .get('/api/agent-scaling/openapi.json')
      .expect(200);
    expect(Object.keys(body.paths)).toContain('/api/agent-scaling/agents');
  });

  it('stops the clusters with the backend', async () => {
    const { stop, backend } = await start();
    await backend.stop();
    expect(stop).toHaveBeenCalledTimes(1);
  });
});

describe('actions of agent-scaling', () => {
  it('list the fleet', async () => {
    const { actions } = await start();
    const { output } = await actions.invoke({
      id: 'test:list-agents',
      input: { limit: '10', state: 'ok' },
    });
    expect(output).toMatchObject({
      totalItems: 1,
      agents: [{ name: 'xiaoai', replicas: { max: 10 } }],
    });
  });

  it('tell all about one agent by its name', async () => {
    const { actions } = await start();
    const { output } = await actions.invoke({
      id: 'test:get-agent-scaling',
      input: { name: 'xiaoai' },
    });
    expect(output).toMatchObject({
      agent: { name: 'xiaoai', hpa: { maxReplicas: 10 } },
      scaleEvents: [],
    });
  });

  it('ask which agent is meant when several have the name', async () => {
    const cache = oneAgent()
      .addCluster('other')
      .put('other', deployment(), hpa());
    const { actions } = await start({ cache });
    await expect(
      actions.invoke({
        id: 'test:get-agent-scaling',
        input: { name: 'xiaoai' },
      }),
    ).rejects.toThrow(
      'local/suoke-agents/xiaoai, other/suoke-agents/xiaoai; give namespace and cluster',
    );
    await expect(
      actions.invoke({
        id: 'test:get-agent-scaling',
        input: { name: 'nobody' },
      }),
    ).rejects.toThrow("No agent is named 'nobody'");
  });

  it.each(['test:list-agents', 'test:get-agent-scaling'])(
    'refuse %s without permission, and record that',
    async id => {
      const { actions, auditEvent } = await start({
        result: AuthorizeResult.DENY,
      });
      await expect(
        actions.invoke({ id, input: { name: 'xiaoai' } }),
      ).rejects.toThrow('agent-scaling.read');
      expect(auditEvent.fail).toHaveBeenCalledTimes(1);
    },
  );
});
