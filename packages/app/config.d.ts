export interface Config {
  app?: {
    signIn?: {
      /**
       * How people enter: `oidc` with the account of `auth.providers.oidc`, or `guest` for a portal on one's own machine.
       * Default: oidc.
       * @visibility frontend
       */
      provider?: 'oidc' | 'guest';
    };
  };
}
