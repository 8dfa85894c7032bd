import { renderHook } from '@testing-library/react';
import { useLastingError } from './useLastingError';

const failed = { error: new Error('down'), isSuccess: false };
const trying = { error: null, isSuccess: false };
const fine = { error: null, isSuccess: true };

describe('useLastingError', () => {
  it('keeps an error while the query tries again, and drops it when that works', () => {
    const { result, rerender } = renderHook(useLastingError, {
      initialProps: trying as typeof failed | typeof trying | typeof fine,
    });
    expect(result.current).toBeNull();
    rerender(failed);
    expect(result.current).toBe(failed.error);
    rerender(trying);
    expect(result.current).toBe(failed.error);
    rerender(fine);
    expect(result.current).toBeNull();
    rerender(trying);
    expect(result.current).toBeNull();
  });
});
