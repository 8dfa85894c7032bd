import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { AgentScalingClient } from './AgentScalingClient';

const agent = { cluster: 'eu/1', namespace: 'suoke-agents', name: 'xiaoai' };

describe('AgentScalingClient', () => {
  let server: Server;
  let requests: IncomingMessage[];
  let answer: { status: number; body: object };
  let client: AgentScalingClient;

  beforeEach(async () => {
    requests = [];
    answer = { status: 200, body: { items: [] } };
    server = createServer((request, response) => {
      requests.push(request);
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = server.address() as AddressInfo;
    client = new AgentScalingClient({
      discoveryApi: {
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      },
      fetchApi: { fetch },
    });
  });

  afterEach(() => new Promise<void>(resolve => server.close(() => resolve())));

  it('asks for all agents without a query', async () => {
    await expect(client.listAgents()).resolves.toEqual({ items: [] });
    expect(requests[0].url).toBe('/api/agent-scaling/agents');
    expect(requests[0].headers.authorization).toBeUndefined();
  });

  it('repeats a filter with several values and leaves out what is undefined', async () => {
    await client.listAgents(
      { cluster: ['a', 'b&c'], state: 'failing', text: undefined, limit: 20 },
      { token: 'secret' },
    );
    expect(requests[0].url).toBe(
      '/api/agent-scaling/agents?cluster=a&cluster=b%26c&state=failing&limit=20',
    );
    expect(requests[0].headers.authorization).toBe('Bearer secret');
  });

  it('encodes the parts of an agent key', async () => {
    await client.getAgent(agent);
    await client.getAgentHistory(agent, { from: '2026-11-23T00:00:00Z' });
    await client.listClusters();
    expect(requests.map(request => request.url)).toEqual([
      '/api/agent-scaling/agents/eu%2F1/suoke-agents/xiaoai',
      '/api/agent-scaling/agents/eu%2F1/suoke-agents/xiaoai/history?from=2026-11-23T00%3A00%3A00Z',
      '/api/agent-scaling/clusters',
    ]);
  });

  it('rejects with the error that the backend named', async () => {
    answer = {
      status: 404,
      body: {
        error: { name: 'NotFoundError', message: 'No agent xiaoai' },
        request: { method: 'GET', url: '/agents' },
        response: { statusCode: 404 },
      },
    };
    await expect(client.getAgent(agent)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No agent xiaoai' },
    });
  });
});
