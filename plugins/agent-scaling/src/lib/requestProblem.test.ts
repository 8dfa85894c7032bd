import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { retryRequest, toRequestProblem } from './requestProblem';

const responseError = (statusCode: number) =>
  Object.assign(new Error('refused'), { name: 'ResponseError', statusCode });

describe('toRequestProblem', () => {
  it.each([
    [responseError(403), 'denied'],
    [new NotAllowedError('no'), 'denied'],
    [responseError(401), 'signedOut'],
    [responseError(404), 'notFound'],
    [new NotFoundError('gone'), 'notFound'],
    [responseError(500), 'failed'],
    [new TypeError('Failed to fetch'), 'failed'],
    ['text', 'failed'],
    [undefined, 'failed'],
  ] as const)('reads %p as %s', (error, problem) => {
    expect(toRequestProblem(error)).toBe(problem);
  });

  it('tries a failure twice more and a refusal never', () => {
    expect(retryRequest(0, responseError(500))).toBe(true);
    expect(retryRequest(2, responseError(500))).toBe(false);
    expect(retryRequest(0, responseError(403))).toBe(false);
  });
});
