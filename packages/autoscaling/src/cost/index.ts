export * from './types';
export {
  costOf,
  idleCostOf,
  nodePriceOf,
  replicaHours,
  scalingSaving,
  type ScalingSaving,
} from './cost';
