import { portalTranslationRef } from '../../translations';

type NavMessageKey = Extract<
  keyof (typeof portalTranslationRef)['T'],
  `nav.${string}`
>;

/**
 * Page titles of the framework are plain strings, so the sidebar translates the pages it knows by their extension id.
 * Pages of other plugins keep the title they bring.
 */
const KEYS: Record<string, NavMessageKey> = {
  'page:agent-scaling': 'nav.agents',
  'page:ai-models': 'nav.models',
  'page:catalog': 'nav.catalog',
  'page:scaffolder': 'nav.create',
  'page:techdocs': 'nav.docs',
  'page:api-docs': 'nav.apis',
  'page:catalog-graph': 'nav.graph',
  'page:catalog-import': 'nav.register',
  'page:kubernetes': 'nav.kubernetes',
  'page:user-settings': 'nav.settings',
};

export function navTitleKey(extensionId: string): NavMessageKey | undefined {
  return KEYS[extensionId];
}
