import type {
  AgentState,
  AgentSummary,
} from '@suoke/plugin-agent-scaling-common';
import { agentObjects } from '../__fixtures__/agents';
import { NOW } from '../__fixtures__/builders';
import { toAgentSummary } from '../agents/toAgentSummary';
import { queryAgents, toFacets } from './queryAgents';

const healthy = toAgentSummary(agentObjects(), NOW);

function row(
  name: string,
  overrides: Partial<AgentSummary> & { state?: AgentState } = {},
): AgentSummary {
  const { state = 'ok', ...fields } = overrides;
  return {
    ...healthy,
    name,
    attention: { state, reasons: [] },
    ...fields,
  };
}

const ROWS = [
  row('soer', {
    title: '索儿',
    owner: 'group:default/wellness',
    replicas: { min: 1, current: 1, desired: 1, max: 5 },
  }),
  row('xiaoai', {
    state: 'limited',
    title: 'Xiaoai',
    entityRef: 'component:default/xiaoai',
    owner: 'group:default/suoke-life-dev',
    replicas: { min: 2, current: 10, desired: 10, max: 10 },
    lastScale: { at: '2026-11-23T07:00:00Z' },
  }),
  row('laoke', {
    state: 'failing',
    cluster: 'other',
    replicas: { min: 1, current: 2, desired: 4, max: 6 },
    lastScale: { at: '2026-11-23T07:30:00Z' },
  }),
  row('plain', {
    state: 'noAutoscaler',
    namespace: 'default',
    replicas: { current: 3, desired: 3 },
  }),
];

const names = (request: Parameters<typeof queryAgents>[1]) =>
  queryAgents(ROWS, request).items.map(item => item.name);

describe('queryAgents', () => {
  it.each<[object, string[]]>([
    [{}, ['laoke', 'xiaoai', 'plain', 'soer']],
    [
      { orderBy: 'attention', order: 'asc' },
      ['soer', 'plain', 'xiaoai', 'laoke'],
    ],
    [{ orderBy: 'name' }, ['laoke', 'plain', 'soer', 'xiaoai']],
    [{ orderBy: 'name', order: 'desc' }, ['xiaoai', 'soer', 'plain', 'laoke']],
    [{ orderBy: 'currentReplicas' }, ['soer', 'laoke', 'plain', 'xiaoai']],
    [{ orderBy: 'desiredReplicas' }, ['soer', 'plain', 'laoke', 'xiaoai']],
    // Without a maximum it comes last, both ways.
    [{ orderBy: 'maxReplicas' }, ['soer', 'laoke', 'xiaoai', 'plain']],
    [{ orderBy: 'headroom' }, ['xiaoai', 'laoke', 'soer', 'plain']],
    [
      { orderBy: 'headroom', order: 'desc' },
      ['laoke', 'soer', 'xiaoai', 'plain'],
    ],
    [{ orderBy: 'lastScale' }, ['laoke', 'xiaoai', 'plain', 'soer']],
    [{ orderBy: 'cluster' }, ['plain', 'soer', 'xiaoai', 'laoke']],
  ])('sorts by %j', (request, expected) => {
    expect(names(request)).toEqual(expected);
  });

  it.each<[object, string[]]>([
    [{ cluster: 'other' }, ['laoke']],
    [{ cluster: ['other', 'local'], namespace: 'default' }, ['plain']],
    [{ owner: 'group:default/WELLNESS' }, ['soer']],
    [{ entityRef: 'component:default/xiaoai' }, ['xiaoai']],
    [{ state: ['failing', 'limited'] }, ['laoke', 'xiaoai']],
    [{ text: '索儿' }, ['soer']],
    [{ text: '  XIAO  suoke-life ' }, ['xiaoai']],
    [{ text: 'nothing like it' }, []],
    [{ cluster: [] }, ['laoke', 'xiaoai', 'plain', 'soer']],
  ])('filters by %j', (request, expected) => {
    expect(names(request)).toEqual(expected);
  });

  it('counts all that match while it shows one page', () => {
    const page = queryAgents(ROWS, { orderBy: 'name', limit: 2, offset: 1 });
    expect(page.items.map(item => item.name)).toEqual(['plain', 'soer']);
    expect(page.totalItems).toBe(4);
    expect(queryAgents(ROWS, { offset: 10 })).toEqual({
      items: [],
      totalItems: 4,
    });
  });
});

it('counts facets, most frequent first', () => {
  expect(toFacets(ROWS)).toEqual({
    clusters: [
      { value: 'local', count: 3 },
      { value: 'other', count: 1 },
    ],
    namespaces: [
      { value: 'suoke-agents', count: 3 },
      { value: 'default', count: 1 },
    ],
    owners: [
      { value: 'group:default/suoke-life-dev', count: 1 },
      { value: 'group:default/wellness', count: 1 },
    ],
    states: [
      { value: 'failing', count: 1 },
      { value: 'limited', count: 1 },
      { value: 'noAutoscaler', count: 1 },
      { value: 'ok', count: 1 },
    ],
  });
});
