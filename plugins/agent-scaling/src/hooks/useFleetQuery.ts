import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  readFleetQuery,
  writeFleetQuery,
  type FleetQuery,
} from '../lib/fleetQuery';

/** The filters, order and page of the fleet, kept in the address. A change goes back to the first page unless it names one. */
export function useFleetQuery(): [
  FleetQuery,
  (change: Partial<FleetQuery>) => void,
] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => readFleetQuery(params), [params]);
  const change = useCallback(
    (changes: Partial<FleetQuery>) =>
      setParams(
        previous =>
          writeFleetQuery(
            { ...readFleetQuery(previous), page: 0, ...changes },
            previous,
          ),
        { replace: true },
      ),
    [setParams],
  );
  return [query, change];
}
