import { AgentSpec } from '../spec/AgentSpec';
import { Dashboard, layOut } from './grafana';
import { sections } from './sections';

/** A Grafana dashboard of agents that share a namespace: overview, resources, scaling, models and health. */
export function renderDashboard(fleet: readonly AgentSpec[]): Dashboard {
  const names = fleet.map(({ name }) => name);
  const namespace = fleet[0]?.namespace ?? 'suoke-agents';
  return {
    uid: 'suoke-agents',
    title: 'AI agents · 智能体',
    tags: ['suoke', 'ai-agent', 'autoscaling'],
    schemaVersion: 39,
    editable: true,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    templating: {
      list: [
        { name: 'datasource', type: 'datasource', query: 'prometheus' },
        {
          name: 'namespace',
          type: 'constant',
          hide: 2,
          query: namespace,
          current: { text: namespace, value: namespace },
        },
        {
          name: 'agent',
          label: 'Agent · 智能体',
          type: 'custom',
          multi: true,
          includeAll: true,
          allValue: names.join('|'),
          query: names.join(','),
          options: names.map(name => ({ text: name, value: name })),
          current: { text: ['All'], value: ['$__all'] },
        },
      ],
    },
    panels: layOut(sections),
  };
}
