import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiModelsTranslationRef } from '../translations/ref';

/** The texts of the plugin in the language of the app. */
export function useText() {
  return useTranslationRef(aiModelsTranslationRef).t;
}

export type Text = ReturnType<typeof useText>;
