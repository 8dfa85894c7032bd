import {
  createFrontendModule,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { PortalPageLayout } from './PortalPageLayout';

const pageLayout = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define =>
    define({ component: PageLayout, loader: () => PortalPageLayout }),
});

export const layoutModule = createFrontendModule({
  pluginId: 'app',
  extensions: [pageLayout],
});
