import { applyOperation, JsonPatchError, Operation } from 'fast-json-patch';
import { cloneJson } from '../../store/cloneJson';
import { badRequest, StatusError } from '../../store/StatusError';

const MAX_OPERATIONS = 10_000;

/**
 * JSON patch (RFC 6902).
 *
 * @throws StatusError 400 for a patch that is malformed, 422 for one that does not fit the document
 */
export function applyJsonPatch<T>(document: T, patch: unknown): T {
  if (!Array.isArray(patch)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch',
    );
  }
  if (patch.length > MAX_OPERATIONS) {
    throw new StatusError(
      413,
      'RequestEntityTooLarge',
      `The allowed maximum operations in a JSON patch is ${MAX_OPERATIONS}, got ${patch.length}`,
    );
  }
  let result = cloneJson(document);
  for (const operation of patch as Operation[]) {
    try {
      result = applyOperation(result, operation, true, true).newDocument;
    } catch (error) {
      if (!(error instanceof JsonPatchError)) throw error;
      throw unprocessable(operation, error);
    }
  }
  return result;
}

function unprocessable(
  operation: Operation,
  error: JsonPatchError,
): StatusError {
  const path = String(operation?.path);
  const detail =
    error.name === 'TEST_OPERATION_FAILED'
      ? `testing value ${path} failed: test failed`
      : `${operation?.op} operation does not apply: doc is missing path: "${path}": missing value`;
  return new StatusError(
    422,
    'Invalid',
    `the server rejected our request due to an error in our request`,
    {
      causes: [{ message: detail, field: path }],
    },
  );
}
