export * from './types';
export { DEFAULT_SCALING_OBJECTIVE } from './objective';
export { restateTargets, type RestatedTarget } from './restateTargets';
export { recommendScaling } from './recommendScaling';
