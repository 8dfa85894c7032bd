import type { ReactNode } from 'react';
import { RiScales3Line } from '@remixicon/react';
import {
  pluginHeaderActionsApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { Container, PluginHeader } from '@backstage/ui';
import { useAppLinks } from '../../app/AppLinks';
import { useText } from '../../hooks/useText';
import styles from './PageFrame.module.css';

/**
 * The frame of a page of the plugin. It draws the header itself because the one of the page blueprint has a fixed title, which
 * could not follow the language of the app.
 */
export function PageFrame(props: {
  breadcrumb?: { href: string; label: string };
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useText();
  const links = useAppLinks();
  const fleet = links.fleet();
  const headerActions =
    useApiHolder()
      .get(pluginHeaderActionsApiRef)
      ?.getPluginHeaderActions('agent-scaling') ?? [];
  const title = t('fleet.title');
  return (
    <main>
      <PluginHeader
        icon={<RiScales3Line />}
        title={title}
        titleLink={fleet}
        breadcrumbs={
          props.breadcrumb && fleet
            ? [{ href: fleet, label: title }, props.breadcrumb]
            : undefined
        }
        customActions={
          <>
            {props.actions}
            {headerActions}
          </>
        }
      />
      <Container className={styles.content}>{props.children}</Container>
    </main>
  );
}
