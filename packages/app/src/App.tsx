import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import agentScalingTranslations from '@suoke/plugin-agent-scaling/translations';
import { aiModelsKindIcons } from '@suoke/plugin-ai-models';
import aiModelsTranslations from '@suoke/plugin-ai-models/translations';
import { catalogGraphModule } from './modules/catalogGraph';
import { layoutModule } from './modules/layout';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { translationsModule } from './translations';

export default createApp({
  features: [
    catalogPlugin,
    catalogGraphModule,
    layoutModule,
    navModule,
    signInModule,
    translationsModule,
    agentScalingTranslations,
    aiModelsKindIcons,
    aiModelsTranslations,
  ],
});
