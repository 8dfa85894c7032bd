import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import {
  RiArchiveStackLine,
  RiBrainLine,
  RiGitCommitLine,
} from '@remixicon/react';

const icons = IconBundleBlueprint.make({
  name: 'ai-models',
  params: {
    icons: {
      'kind:aimodel': <RiBrainLine />,
      'kind:modelversion': <RiGitCommitLine />,
      'kind:modelregistry': <RiArchiveStackLine />,
    },
  },
});

/**
 * Icons of the model kinds, wherever the catalog shows an entity. Optional; only a module of the app may bring icons.
 *
 * @public
 */
export const aiModelsKindIcons = createFrontendModule({
  pluginId: 'app',
  extensions: [icons],
});
