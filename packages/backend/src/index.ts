import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
if (process.env.NODE_ENV !== 'production') {
  // The embedded default lets everybody on this machine in; a production backend does not even contain the door.
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
}
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@suoke/plugin-permission-backend-module-operators'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@suoke/plugin-catalog-backend-module-model-versions'));

backend.add(import('@backstage/plugin-search-backend'));
// Used when the database is PostgreSQL; with SQLite search falls back to its in-memory index.
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@suoke/plugin-scaffolder-backend-module-agents'));
backend.add(import('@suoke/plugin-scaffolder-backend-module-agents/catalog'));

backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@suoke/plugin-techdocs-backend-module-markdown'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
// Carries events and signals between backends when there are several.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@suoke/plugin-agent-scaling-backend'));

backend.start();
