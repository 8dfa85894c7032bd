import { defineRule, match } from '../../rule/Rule';

/** V09: with a dead webhook pods start unchanged and nobody says so. */
export const V09 = defineRule({
  id: 'V09',
  severity: 'error',
  needs: ['vpas', 'vpaAdmission'],
  title: { en: 'VPA admission is down', zh: 'VPA 准入控制不可用' },
  message: {
    en: 'VPA {vpa} in mode {mode} cannot change new pods: {problem}.',
    zh: '处于 {mode} 模式的 VPA {vpa} 无法修改新 Pod：{problem}。',
  },
  remedy: {
    en: 'Repair the VPA admission controller and its MutatingWebhookConfiguration vpa-webhook-config.',
    zh: '请修复 VPA 准入控制器及其 MutatingWebhookConfiguration vpa-webhook-config。',
  },
  check: ({ vpas, snapshot, now, thresholds }) => {
    const { webhookConfigured, readyEndpoints, leaseRenewedAt } =
      snapshot.vpaAdmission ?? { webhookConfigured: false };
    const age = (now - (leaseRenewedAt ?? -Infinity)) / 1000;
    const problems = [
      ...(webhookConfigured ? [] : ['webhookConfigured=false']),
      ...(readyEndpoints === 0 ? ['readyEndpoints=0'] : []),
      ...(age > thresholds.admissionLeaseSeconds
        ? [
            leaseRenewedAt === undefined
              ? 'lease absent'
              : `lease renewed ${age} s ago`,
          ]
        : []),
    ];
    if (problems.length === 0) return [];
    return vpas
      .filter(({ acts }) => acts)
      .map(vpa =>
        match(
          { vpa: vpa.name, mode: vpa.mode, problem: problems.join(', ') },
          vpa.at('spec.updatePolicy.updateMode', vpa.mode),
          {
            object: {
              apiVersion: 'admissionregistration.k8s.io/v1',
              kind: 'MutatingWebhookConfiguration',
              name: 'vpa-webhook-config',
            },
            field: 'webhooks',
            value: problems.join(', '),
          },
        ),
      );
  },
});
