import { StatusError } from '../store/StatusError';
import { parseFieldSelector, selectedName } from '../store/fieldSelector';
import { parseLabelSelector } from '../store/labelSelector';
import { ClusterObject } from '../store/types';
import { ResourceType } from '../registry/ResourceType';
import { isTrue } from './ApiRequest';
import { ResourcePath } from './requestInfo';

/** What list and watch requests ask for. */
export interface ListOptions {
  matches: (object: ClusterObject) => boolean;
  /** No selector at all: everything matches. */
  unfiltered: boolean;
  name?: string;
  limit: number;
  continueToken: string;
  resourceVersion: string;
  resourceVersionMatch: string;
  watch: boolean;
  allowWatchBookmarks: boolean;
  sendInitialEvents?: boolean;
  timeoutSeconds?: number;
}

function invalidOptions(
  field: string,
  reason: string,
  message: string,
): StatusError {
  return new StatusError(
    422,
    'Invalid',
    `ListOptions.meta.k8s.io "" is invalid: ${field}: ${message}`,
    {
      group: 'meta.k8s.io',
      kind: 'ListOptions',
      causes: [{ reason, message, field }],
    },
  );
}

function checkVersionMatch(options: ListOptions): void {
  const {
    resourceVersion,
    resourceVersionMatch: match,
    watch,
    sendInitialEvents,
    continueToken,
  } = options;
  const refuse = (field: string, text: string): never => {
    throw invalidOptions(field, 'FieldValueForbidden', `Forbidden: ${text}`);
  };
  if (watch) {
    if (match && sendInitialEvents === undefined) {
      refuse(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      );
    }
    if (sendInitialEvents !== undefined && match !== 'NotOlderThan') {
      if (!match)
        refuse(
          'resourceVersionMatch',
          'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
        );
      throw invalidOptions(
        'resourceVersionMatch',
        'FieldValueNotSupported',
        `Unsupported value: ${JSON.stringify(
          match,
        )}: supported values: "NotOlderThan"`,
      );
    }
    return;
  }
  if (sendInitialEvents !== undefined)
    refuse('sendInitialEvents', 'sendInitialEvents is forbidden for list');
  if (!match) return;
  if (!resourceVersion)
    refuse(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  if (continueToken)
    refuse(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden when continue is provided',
    );
  if (match !== 'Exact' && match !== 'NotOlderThan') {
    throw invalidOptions(
      'resourceVersionMatch',
      'FieldValueNotSupported',
      `Unsupported value: ${JSON.stringify(
        match,
      )}: supported values: "Exact", "NotOlderThan", ""`,
    );
  }
  if (match === 'Exact' && resourceVersion === '0') {
    refuse(
      'resourceVersionMatch',
      'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
    );
  }
}

/** Reads and checks the query of a list or watch. */
export function parseListOptions(
  query: URLSearchParams,
  type: ResourceType,
  path: Pick<ResourcePath, 'name' | 'watch'>,
): ListOptions {
  const labelSelector = query.get('labelSelector') ?? '';
  const fieldSelector = [
    query.get('fieldSelector'),
    path.name && `metadata.name=${path.name}`,
  ]
    .filter(Boolean)
    .join(',');
  const labelsMatch = parseLabelSelector(labelSelector);
  const fieldsMatch = parseFieldSelector(fieldSelector, type.selectableFields);
  const unfiltered = !labelSelector && !fieldSelector;
  const name = selectedName(fieldSelector);
  const timeout = Number(query.get('timeoutSeconds') ?? NaN);
  const options: ListOptions = {
    matches: unfiltered
      ? () => true
      : object => labelsMatch(object.metadata.labels) && fieldsMatch(object),
    unfiltered,
    ...(name !== undefined && { name }),
    limit: Math.max(0, Number(query.get('limit') ?? 0) || 0),
    continueToken: query.get('continue') ?? '',
    resourceVersion: query.get('resourceVersion') ?? '',
    resourceVersionMatch: query.get('resourceVersionMatch') ?? '',
    watch: path.watch || (query.has('watch') && isTrue(query.get('watch'))),
    allowWatchBookmarks: isTrue(query.get('allowWatchBookmarks')),
    ...(query.has('sendInitialEvents') && {
      sendInitialEvents: isTrue(query.get('sendInitialEvents')),
    }),
    ...(timeout > 0 && { timeoutSeconds: timeout }),
  };
  if (options.resourceVersion && !/^\d+$/.test(options.resourceVersion)) {
    throw new StatusError(
      400,
      'BadRequest',
      `Invalid value: ${JSON.stringify(
        options.resourceVersion,
      )}: invalid resource version`,
    );
  }
  checkVersionMatch(options);
  return options;
}
