export * from './hpa';
