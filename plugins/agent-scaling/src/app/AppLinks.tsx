import { createContext, useContext, type ReactNode } from 'react';
import type { AgentKey } from '@suoke/plugin-agent-scaling-common';

/**
 * Addresses of the places that the screens link to. Older apps and the new frontend system resolve routes differently, so each
 * entry point of the package provides its own; the screens know only this. A place that the app does not have is `undefined`.
 */
export interface AppLinks {
  fleet(): string | undefined;
  agent(agent: AgentKey): string | undefined;
  entity(entityRef: string): string | undefined;
  createAgent(): string | undefined;
}

const AppLinksContext = createContext<AppLinks | undefined>(undefined);

export function AppLinksProvider(props: {
  links: AppLinks;
  children: ReactNode;
}) {
  return (
    <AppLinksContext.Provider value={props.links}>
      {props.children}
    </AppLinksContext.Provider>
  );
}

export function useAppLinks(): AppLinks {
  const links = useContext(AppLinksContext);
  if (!links) {
    throw new Error(
      'The agent-scaling screens need an AppLinksProvider; use the extensions of the package instead of its components',
    );
  }
  return links;
}
