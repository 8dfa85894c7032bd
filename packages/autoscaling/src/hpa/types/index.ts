export * from './api';
export * from './memory';
export * from './observation';
export * from './options';
export * from './result';
