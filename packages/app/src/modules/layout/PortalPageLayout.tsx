import {
  BreadcrumbEntry,
  PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useMemo } from 'react';
import { useResolvedPath } from 'react-router-dom';
import { useFrameworkTitle } from '../../translations';

/** The frame of every page: Backstage's header, with titles and tabs in the reader's language. */
export function PortalPageLayout(props: PageLayoutProps) {
  const { noHeader, titleLink, icon, headerActions, tabs, children } = props;
  const translate = useFrameworkTitle();
  const path = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { items: breadcrumbs } = useBreadcrumbEntries();
  const headerTabs = useMemo(
    () =>
      tabs?.map(tab => ({
        ...tab,
        label: translate(tab.label),
        href: tab.href.startsWith('/') ? tab.href : `${path}/${tab.href}`,
        matchStrategy: 'prefix' as const,
      })),
    [tabs, path, translate],
  );

  if (noHeader) return <>{children}</>;
  const title = props.title && translate(props.title);
  const page = (
    <>
      <PluginHeader
        title={title}
        icon={icon}
        titleLink={titleLink}
        breadcrumbs={breadcrumbs}
        tabs={headerTabs}
        customActions={headerActions}
      />
      {children}
    </>
  );
  if (!title) return page;
  return (
    <BreadcrumbEntry entry={{ label: title, href: titleLink ?? (path || '/') }}>
      {page}
    </BreadcrumbEntry>
  );
}
