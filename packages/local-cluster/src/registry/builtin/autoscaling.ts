import { defaultHpaSpec, FieldProblem, validateHpa } from '@suoke/autoscaling';
import { HPA_FEATURES } from '../../kubernetesVersion';
import { FieldError, FieldErrorReason } from '../../store/FieldError';
import { ClusterObject } from '../../store/types';
import { TypeDefinition } from '../defineType';
import { builtinSchema } from '../schema/builtinSchemas';
import { hpaColumns } from './hpaColumns';
import { hpaFromV1, hpaToV1 } from './hpaVersions';

const reasons: Record<FieldProblem['type'], FieldErrorReason> = {
  Required: 'FieldValueRequired',
  Invalid: 'FieldValueInvalid',
  NotSupported: 'FieldValueNotSupported',
  Forbidden: 'FieldValueForbidden',
};

const scaleToZero = HPA_FEATURES.scaleToZero !== 'off';

function hpaErrors(
  object: ClusterObject,
  previous?: ClusterObject,
): FieldError[] {
  return (
    validateHpa(object as Parameters<typeof validateHpa>[0], {
      // What has a minimum of 0, from a time when it was allowed, may keep it.
      scaleToZero: scaleToZero || previous?.spec?.minReplicas === 0,
    })
      // Names of objects are checked for all kinds in one place.
      .filter(({ field }) => !field.startsWith('metadata'))
      .map(({ field, type, message }) => ({
        reason: reasons[type],
        field,
        message: message.startsWith(`${field}: `)
          ? message.slice(field.length + 2)
          : message,
      }))
  );
}

export const autoscalingTypes: readonly TypeDefinition[] = [
  {
    group: 'autoscaling',
    kind: 'HorizontalPodAutoscaler',
    resource: 'horizontalpodautoscalers',
    shortNames: ['hpa'],
    categories: ['all'],
    versions: ['v2', 'v1'],
    status: true,
    hasGeneration: false,
    columns: hpaColumns,
    perVersion: {
      v1: {
        schema: builtinSchema('autoscaling', 'v1', 'HorizontalPodAutoscaler'),
        fromStored: hpaToV1,
        toStored: hpaFromV1,
        // Columns read the stored form, which the v1 view does not have.
        columns: hpaColumns.map(column => ({
          ...column,
          cell: (object, now) => column.cell(hpaFromV1(object), now),
        })),
      },
    },
    applyDefaults: object => {
      if (object.spec) object.spec = defaultHpaSpec(object.spec);
    },
    validate: hpaErrors,
  },
];
