import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentScalingTranslationRef } from '../translations/ref';

/** The texts of the plugin in the language of the app. */
export function useText() {
  return useTranslationRef(agentScalingTranslationRef).t;
}

export type Text = ReturnType<typeof useText>;
