import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { agentScalingTranslationRef } from '../translations/ref';

// Named and not inferred: the compiler cannot write the inferred type into a declaration file.
export type Text = TranslationFunction<
  (typeof agentScalingTranslationRef)['T']
>;

/** The texts of the plugin in the language of the app. */
export function useText(): Text {
  return useTranslationRef(agentScalingTranslationRef).t;
}
