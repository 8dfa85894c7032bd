export { agentScalingTranslations as default } from './resource';
export { agentScalingTranslationRef } from './ref';
export { agentScalingTranslationResource } from './resource';
