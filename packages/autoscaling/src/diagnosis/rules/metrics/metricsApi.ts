import type { Facts } from '../../facts/Facts';
import { match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** One of the three metrics APIs. */
interface MetricsApi {
  /** API group: `metrics.k8s.io`. */
  group: string;
  /** Types of metrics that are read from it. */
  types: readonly string[];
  /** Reason and message of the controller when the API itself does not answer. */
  reason: RegExp;
  message: RegExp;
}

/** Where HPAs need a metrics API that is not there or does not answer: by its APIService where that was read, else by the controller's word. */
export function metricsApiMatches({ hpas, snapshot }: Facts, api: MetricsApi) {
  const served = (snapshot.apiServices ?? []).filter(
    ({ metadata }) =>
      metadata.name.endsWith(`.${api.group}`) &&
      metadata.name.split('.').length === api.group.split('.').length + 1,
  );
  const isKnown = snapshot.apiServices !== undefined;
  const isUp = served.some(({ status }) =>
    status?.conditions?.some(
      ({ type, status: value }) => type === 'Available' && value === 'True',
    ),
  );
  return hpas.flatMap(hpa => {
    const metric = hpa.metrics.find(({ type }) => api.types.includes(type));
    const failure = hpa.failure(api.reason, api.message);
    if (!metric || (isKnown ? isUp : !failure)) return [];
    return [
      match(
        { hpa: hpa.name, group: api.group, metric: metric.name },
        hpa.at(metric.field),
        ...served.map(service =>
          at.apiService(service, 'status.conditions[type=Available]'),
        ),
        ...(failure ? [failure.evidence] : []),
      ),
    ];
  });
}
