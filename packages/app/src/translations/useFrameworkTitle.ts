import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { portalTranslationRef } from './ref';

type TitleKey = Extract<
  keyof (typeof portalTranslationRef)['T'],
  `title.${string}`
>;

/** By the English title, because pages and tabs of the framework carry nothing else that is stable. */
const KEYS: Record<string, TitleKey> = {
  'Agent scaling': 'title.agentScaling',
  'AI models': 'title.aiModels',
  Catalog: 'title.catalog',
  Create: 'title.create',
  Docs: 'title.docs',
  Documentation: 'title.docs',
  APIs: 'title.apis',
  'Catalog Graph': 'title.catalogGraph',
  'Register Existing Component': 'title.register',
  'Register an existing component': 'title.register',
  Kubernetes: 'title.kubernetes',
  Settings: 'title.settings',
  Search: 'title.search',
  Notifications: 'title.notifications',
  Templates: 'title.templates',
  Tasks: 'title.tasks',
  Actions: 'title.actions',
  'Template Editor': 'title.templateEditor',
  'Templating Extensions': 'title.templatingExtensions',
  General: 'title.general',
  'Authentication Providers': 'title.authProviders',
  'Feature Flags': 'title.featureFlags',
};

/**
 * Titles of pages and tabs are plain strings in the framework. This translates those that the portal knows; a plugin
 * that it does not know keeps the title it brings.
 */
export function useFrameworkTitle(): (title: string) => string {
  const { t } = useTranslationRef(portalTranslationRef);
  return useCallback(
    title => {
      const key = KEYS[title];
      return key ? t(key) : title;
    },
    [t],
  );
}
