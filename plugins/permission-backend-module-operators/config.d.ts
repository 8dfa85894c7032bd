export interface Config {
  permission?: {
    operators?: {
      /**
       * Entity refs of the users and groups that may change things: apply agents to clusters, run templates, register
       * and unregister entities. Everybody else who is signed in may read. Default: nobody.
       *
       * @example ['group:default/platform-team']
       */
      members?: string[];
    };
  };
}
