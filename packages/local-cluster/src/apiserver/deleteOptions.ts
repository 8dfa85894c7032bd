import { DeleteOptions } from '../registry/deleteObject';
import { badRequest } from '../store/StatusError';
import { ApiRequest, isDryRun } from './ApiRequest';
import { parseBody } from './decodeBody';

/** The older spelling of the two policies that existed before there were three. */
const fromOrphanDependents = new Map([
  [true, 'Orphan'],
  [false, 'Background'],
]);

/** What a DELETE asks for, in its body or its query; the body wins. */
export function readDeleteOptions(request: ApiRequest): DeleteOptions {
  const parsed =
    request.body.length > 0 ? parseBody(request.body, request.contentType) : {};
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badRequest('the body of a DELETE must be DeleteOptions');
  }
  const body: Record<string, any> = parsed;
  const grace =
    body.gracePeriodSeconds ?? request.query.get('gracePeriodSeconds');
  if (grace !== null && grace !== undefined && !/^\d+$/.test(String(grace))) {
    throw badRequest(
      `gracePeriodSeconds must be a whole number of seconds, got ${JSON.stringify(
        grace,
      )}`,
    );
  }
  const policy =
    body.propagationPolicy ??
    request.query.get('propagationPolicy') ??
    fromOrphanDependents.get(body.orphanDependents);
  return {
    dryRun: isDryRun(request.query, body.dryRun),
    warn: text => request.warnings.push(text),
    ...(policy && { propagationPolicy: policy }),
    ...(grace !== null &&
      grace !== undefined && { gracePeriodSeconds: Number(grace) }),
    ...(body.preconditions && { preconditions: body.preconditions }),
  };
}
