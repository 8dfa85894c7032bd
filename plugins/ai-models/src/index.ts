/**
 * Pages for AI models, their versions and registries.
 *
 * @packageDocumentation
 */

export { aiModelsPlugin as default } from './plugin';
export { aiModelsKindIcons } from './kindIcons';
