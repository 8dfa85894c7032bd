import type { ReactNode } from 'react';
import { RiBrainLine } from '@remixicon/react';
import {
  pluginHeaderActionsApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { Container, PluginHeader } from '@backstage/ui';
import { useAppLinks } from '../../app/AppLinks';
import { useText } from '../../hooks/useText';
import styles from './PageFrame.module.css';

/**
 * The frame of the page. It draws the header itself because the one of the page blueprint has a fixed title, which could not
 * follow the language of the app.
 */
export function PageFrame(props: { children: ReactNode }) {
  const t = useText();
  const headerActions =
    useApiHolder()
      .get(pluginHeaderActionsApiRef)
      ?.getPluginHeaderActions('ai-models') ?? [];
  return (
    <>
      <PluginHeader
        icon={<RiBrainLine />}
        title={t('models.title')}
        titleLink={useAppLinks().models()}
        customActions={<>{headerActions}</>}
      />
      <main>
        <Container className={styles.content}>{props.children}</Container>
      </main>
    </>
  );
}
