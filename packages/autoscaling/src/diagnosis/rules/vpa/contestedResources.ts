import type { Facts } from '../../facts/Facts';
import { match } from '../../rule/Rule';

/** Resources that an acting VPA changes and a metric of an HPA reads, by the kind of the metric's target. */
export function contestedResources(
  { hpas, vpas, containers }: Facts,
  kind: 'Utilization' | 'AverageValue',
) {
  return hpas.flatMap(hpa =>
    hpa
      .metricsWith(kind)
      .filter(({ type }) => type === 'Resource' || type === 'ContainerResource')
      .flatMap(metric =>
        vpas
          .filter(vpa => {
            const names = metric.container
              ? [metric.container]
              : containers.map(({ container }) => container.name);
            return names.some(name => vpa.controls(name, metric.name));
          })
          .map(vpa =>
            match(
              {
                hpa: hpa.name,
                vpa: vpa.name,
                resource: metric.name,
                target: metric.target,
                mode: vpa.mode,
              },
              hpa.at(metric.targetField),
              vpa.at('spec.updatePolicy.updateMode', vpa.mode),
            ),
          ),
      ),
  );
}
