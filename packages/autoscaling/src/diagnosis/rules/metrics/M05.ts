import type { Facts } from '../../facts/Facts';
import type { HpaFacts } from '../../facts/HpaFacts';
import { requestOf } from '../../facts/containers';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** Containers that a utilization target would divide by, and that request nothing. */
function withoutRequest(hpa: HpaFacts, facts: Facts) {
  const pod = facts.template?.spec?.resources?.requests ?? {};
  return hpa
    .metricsWith('Utilization')
    .filter(
      ({ name }) =>
        // Another resource is M10.
        (name === 'cpu' || name === 'memory') &&
        !(facts.hpaOptions.features.podLevelResources && name in pod),
    )
    .flatMap(metric =>
      facts.containers
        .filter(
          ({ container }) =>
            (metric.container ?? container.name) === container.name &&
            requestOf(container, metric.name) === undefined,
        )
        .map(({ field, container }) => ({ metric, field, container })),
    );
}

const MISSING = /missing request for (\S+) in container (\S+) of Pod/;

/** What the controller complains about: a sidecar that a webhook injects is in no template. */
function injectedWithoutRequest(hpa: HpaFacts) {
  const failure = hpa.failure(/^FailedGet(Container)?ResourceMetric$/, MISSING);
  const [, resource, container] = MISSING.exec(failure?.message ?? '') ?? [];
  return failure && container
    ? [match({ hpa: hpa.name, resource, container }, failure.evidence)]
    : [];
}

/** M05: a percentage of nothing: one container without a request stops the whole metric. */
export const M05 = defineRule({
  id: 'M05',
  severity: 'error',
  needs: ['hpas', 'workload'],
  title: { en: 'Request is missing', zh: '缺少资源请求' },
  message: {
    en: 'HPA {hpa} aims at a percentage of the {resource} request, and container {container} has none.',
    zh: 'HPA {hpa} 以 {resource} 请求值的百分比为目标，而容器 {container} 没有设置请求值。',
  },
  remedy: {
    en: 'Set requests.{resource} on {container} (sidecars too), or measure only the main container with a ContainerResource metric.',
    zh: '请为 {container}（包括边车容器）设置 requests.{resource}，或用 ContainerResource 指标只度量主容器。',
  },
  check: facts => {
    const { hpas, workload } = facts;
    if (!workload) return [];
    return hpas.flatMap(hpa => {
      const inTemplate = withoutRequest(hpa, facts);
      const names = inTemplate.map(({ container }) => container.name);
      return [
        ...inTemplate.map(({ metric, field, container }) =>
          match(
            { hpa: hpa.name, resource: metric.name, container: container.name },
            hpa.at(metric.targetField),
            at.workload(workload, `${field}.resources.requests.${metric.name}`),
          ),
        ),
        ...injectedWithoutRequest(hpa).filter(
          ({ values }) => !names.some(name => name === values.container),
        ),
      ];
    });
  },
});
