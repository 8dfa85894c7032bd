export { portalTranslationRef } from './ref';
export { translationsModule } from './module';
export { useFrameworkTitle } from './useFrameworkTitle';
