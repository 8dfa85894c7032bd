import { defineRule, match } from '../../rule/Rule';

/** R05: one replica is an outage at every drain, crash and rollout of the node. */
export const R05 = defineRule({
  id: 'R05',
  severity: 'warning',
  needs: ['hpas'],
  title: { en: 'No redundancy at the minimum', zh: '最小副本数没有冗余' },
  message: {
    en: 'HPA {hpa} may go down to {min} replica: when that pod goes, nothing answers.',
    zh: 'HPA {hpa} 可缩至 {min} 个副本：该 Pod 一旦消失，便无人应答。',
  },
  remedy: {
    en: 'Set minReplicas to 2 or more for a service that people wait for.',
    zh: '对有人等待响应的服务，请将 minReplicas 设为 2 或更多。',
  },
  check: ({ hpas }) =>
    hpas
      .filter(({ min }) => min === 1)
      .map(hpa =>
        match({ hpa: hpa.name, min: hpa.min }, hpa.at('spec.minReplicas')),
      ),
});
