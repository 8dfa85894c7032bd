import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The portal's own texts; every plugin brings those of its pages. */
export const portalTranslationRef = createTranslationRef({
  id: 'app.portal',
  messages: {
    nav: {
      home: 'Home',
      search: 'Search',
      menu: 'Menu',
      settings: 'Settings',
      agents: 'Agent scaling',
      models: 'AI models',
      catalog: 'Catalog',
      create: 'Create',
      docs: 'Docs',
      apis: 'APIs',
      graph: 'Catalog graph',
      register: 'Register an entity',
      kubernetes: 'Kubernetes',
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
