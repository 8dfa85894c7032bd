import { TypeDefinition } from '../defineType';

export const policyTypes: readonly TypeDefinition[] = [
  {
    group: 'policy',
    kind: 'PodDisruptionBudget',
    resource: 'poddisruptionbudgets',
    shortNames: ['pdb'],
    status: true,
  },
];
