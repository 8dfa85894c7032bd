import {
  FieldError,
  forbiddenField,
  invalid,
  required,
} from '../store/FieldError';
import { ClusterObject, ObjectMeta } from '../store/types';
import {
  isDnsLabel,
  labelValueProblem,
  nameProblem,
  qualifiedNameProblem,
} from './names';
import { ResourceType } from './ResourceType';

const MAX_ANNOTATIONS_BYTES = 256 * 1024;

export function labelErrors(labels: unknown, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(
    (labels as Record<string, unknown>) ?? {},
  )) {
    const keyProblem = qualifiedNameProblem(key);
    if (keyProblem) errors.push(invalid(field, key, keyProblem));
    const valueProblem = labelValueProblem(String(value));
    if (valueProblem) errors.push(invalid(field, value, valueProblem));
  }
  return errors;
}

function annotationErrors(
  annotations: Record<string, string> = {},
): FieldError[] {
  const errors: FieldError[] = [];
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    const problem = qualifiedNameProblem(key.toLowerCase());
    if (problem) errors.push(invalid('metadata.annotations', key, problem));
    bytes += key.length + String(value).length;
  }
  if (bytes > MAX_ANNOTATIONS_BYTES) {
    errors.push({
      reason: 'FieldValueTooLong',
      field: 'metadata.annotations',
      message: `Too long: may not be more than ${MAX_ANNOTATIONS_BYTES} bytes`,
    });
  }
  return errors;
}

function ownerErrors(owners: ObjectMeta['ownerReferences'] = []): FieldError[] {
  const errors: FieldError[] = [];
  owners.forEach((owner, i) => {
    for (const part of ['apiVersion', 'kind', 'name', 'uid'] as const) {
      if (!owner[part]) {
        errors.push(
          invalid(
            `metadata.ownerReferences[${i}].${part}`,
            owner[part] ?? '',
            `${part === 'apiVersion' ? 'version' : part} must not be empty`,
          ),
        );
      }
    }
  });
  const controllers = owners.filter(owner => owner.controller);
  if (controllers.length > 1) {
    errors.push(
      invalid(
        'metadata.ownerReferences',
        owners,
        `Only one reference can have Controller set to true. Found "true" in references for ${controllers
          .map(o => o.name)
          .join(' and ')}`,
      ),
    );
  }
  return errors;
}

function finalizerErrors(finalizers: string[] = []): FieldError[] {
  const errors = finalizers.flatMap(finalizer => {
    const problem = qualifiedNameProblem(finalizer);
    return problem ? [invalid('metadata.finalizers', finalizer, problem)] : [];
  });
  if (
    finalizers.includes('orphan') &&
    finalizers.includes('foregroundDeletion')
  ) {
    errors.push(
      invalid(
        'metadata.finalizers',
        finalizers,
        'finalizer orphan and foregroundDeletion cannot be both set',
      ),
    );
  }
  return errors;
}

/** What every object's metadata has to satisfy. */
export function objectMetaErrors(
  type: ResourceType,
  { metadata }: ClusterObject,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!metadata.name) {
    errors.push(required('metadata.name', 'name or generateName is required'));
  } else {
    const problem = nameProblem(type.nameRule ?? 'subdomain', metadata.name);
    if (problem) errors.push(invalid('metadata.name', metadata.name, problem));
  }
  if (type.namespaced) {
    if (!metadata.namespace) errors.push(required('metadata.namespace'));
    else if (!isDnsLabel(metadata.namespace)) {
      errors.push(
        invalid(
          'metadata.namespace',
          metadata.namespace,
          nameProblem('label', metadata.namespace) ?? '',
        ),
      );
    }
  } else if (metadata.namespace) {
    errors.push(
      forbiddenField('metadata.namespace', 'not allowed on this type'),
    );
  }
  return [
    ...errors,
    ...labelErrors(metadata.labels, 'metadata.labels'),
    ...annotationErrors(metadata.annotations),
    ...ownerErrors(metadata.ownerReferences),
    ...finalizerErrors(metadata.finalizers),
  ];
}

/** What may not happen to metadata between two versions of an object. */
export function objectMetaUpdateErrors(
  next: ClusterObject,
  previous: ClusterObject,
): FieldError[] {
  const errors: FieldError[] = [];
  if (previous.metadata.deletionTimestamp) {
    const before = new Set(previous.metadata.finalizers);
    const added = (next.metadata.finalizers ?? []).filter(
      one => !before.has(one),
    );
    if (added.length > 0) {
      errors.push(
        forbiddenField(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added
            .map(a => JSON.stringify(a))
            .join(', ')}}`,
        ),
      );
    }
  }
  return errors;
}
