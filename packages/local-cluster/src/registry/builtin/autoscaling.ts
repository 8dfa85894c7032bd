import { TypeDefinition } from '../defineType';

export const autoscalingTypes: readonly TypeDefinition[] = [
  {
    group: 'autoscaling',
    kind: 'HorizontalPodAutoscaler',
    resource: 'horizontalpodautoscalers',
    shortNames: ['hpa'],
    categories: ['all'],
    versions: ['v2'],
    status: true,
    hasGeneration: false,
  },
];
