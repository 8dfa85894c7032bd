import { useEffect, useMemo, useState } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { createFormatters, type Formatters } from '../lib/format';

function useAppLanguage(): string {
  const appLanguageApi = useApi(appLanguageApiRef);
  const [language, setLanguage] = useState(
    () => appLanguageApi.getLanguage().language,
  );
  useEffect(() => {
    const subscription = appLanguageApi
      .language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription.unsubscribe();
  }, [appLanguageApi]);
  return language;
}

/** Numbers and times as the language of the app writes them. */
export function useFormatters(): Formatters {
  const language = useAppLanguage();
  return useMemo(() => createFormatters(language), [language]);
}
