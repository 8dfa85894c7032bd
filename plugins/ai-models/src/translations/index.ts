export { aiModelsTranslations as default } from './resource';
export { aiModelsTranslationRef } from './ref';
export { aiModelsTranslationResource } from './resource';
