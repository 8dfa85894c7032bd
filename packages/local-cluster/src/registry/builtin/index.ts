import { defineType, TypeDefinition } from '../defineType';
import { ResourceType } from '../ResourceType';
import { admissionPolicyTypes } from './admissionPolicies';
import { appsTypes } from './apps';
import { autoscalingTypes } from './autoscaling';
import { builtinSchema } from '../schema/builtinSchemas';
import { coreTypes } from './core';
import { machineryTypes } from './machinery';
import { policyTypes } from './policy';
import { storageOnlyTypes } from './storageOnly';

const definitions: readonly TypeDefinition[] = [
  ...coreTypes,
  ...appsTypes,
  ...autoscalingTypes,
  ...policyTypes,
  ...machineryTypes,
  ...admissionPolicyTypes,
  ...storageOnlyTypes,
];

/** The types that the cluster serves without any CustomResourceDefinition. */
export function builtinTypes(): ResourceType[] {
  return definitions.map(definition => defineType(definition, builtinSchema));
}
