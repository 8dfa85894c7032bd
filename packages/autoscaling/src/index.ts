export * from './errors';
export * from './quantity';
export * from './labelSelector';
export * from './hpa';
export * from './vpa';
export * from './cost';
export * from './replay';
export * from './recommend';
