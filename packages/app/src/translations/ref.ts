import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The portal's own texts; every plugin brings those of its pages. */
export const portalTranslationRef = createTranslationRef({
  id: 'app.portal',
  messages: {
    nav: {
      home: 'Home',
      menu: 'Menu',
    },
    title: {
      agentScaling: 'Agent scaling',
      aiModels: 'AI models',
      catalog: 'Catalog',
      create: 'Create',
      docs: 'Docs',
      apis: 'APIs',
      catalogGraph: 'Catalog graph',
      register: 'Register',
      kubernetes: 'Kubernetes',
      settings: 'Settings',
      search: 'Search',
      notifications: 'Notifications',
      templates: 'Templates',
      tasks: 'Tasks',
      actions: 'Actions',
      templateEditor: 'Template editor',
      templatingExtensions: 'Templating extensions',
      general: 'General',
      authProviders: 'Authentication providers',
      featureFlags: 'Feature flags',
    },
    signIn: {
      title: 'Suoke agent portal',
      oidcTitle: 'Single sign-on',
      oidcMessage: 'Sign in with your organisation account',
      unknownProvider:
        "app.signIn.provider is '{{provider}}'; use 'guest' or 'oidc'.",
    },
  },
});
