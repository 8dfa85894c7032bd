import {
  ErrorPanel,
  ProxiedSignInPage,
  SignInPage,
} from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { portalTranslationRef } from '../../translations';
import { oidcAuthApiRef } from './oidcAuthApiRef';

/**
 * `app.signIn.provider` chooses who may enter: `oidc` with the organisation's account, or `guest`, which the embedded
 * default uses so that a newcomer lands on the first page without a form. The backend refuses guests in production.
 */
export function PortalSignInPage(props: SignInPageProps) {
  const { t } = useTranslationRef(portalTranslationRef);
  const provider =
    useApi(configApiRef).getOptionalString('app.signIn.provider') ?? 'oidc';

  switch (provider) {
    case 'guest':
      return <ProxiedSignInPage {...props} provider="guest" />;
    case 'oidc':
      return (
        <SignInPage
          {...props}
          title={t('signIn.title')}
          provider={{
            id: 'oidc',
            title: t('signIn.oidcTitle'),
            message: t('signIn.oidcMessage'),
            apiRef: oidcAuthApiRef,
          }}
        />
      );
    default:
      return (
        <ErrorPanel
          error={new Error(t('signIn.unknownProvider', { provider }))}
        />
      );
  }
}
