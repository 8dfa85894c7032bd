import { createContext, useContext, type ReactNode } from 'react';

/**
 * Addresses of the places that the screens link to. Older apps and the new frontend system resolve routes differently, so each
 * entry point of the package provides its own; the screens know only this. A place that the app does not have is `undefined`.
 */
export interface AppLinks {
  models(): string | undefined;
  entity(entityRef: string): string | undefined;
  /** The scaling of an agent. */
  scaling(agentRef: string): string | undefined;
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
      'The ai-models screens need an AppLinksProvider; use the extensions of the package instead of its components',
    );
  }
  return links;
}
