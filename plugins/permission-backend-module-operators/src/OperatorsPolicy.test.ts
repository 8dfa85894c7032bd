import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  PermissionAttributes,
} from '@backstage/plugin-permission-common';
import { OperatorsPolicy } from './OperatorsPolicy';

const operators = new Set(['group:default/platform-team']);

function policyFor(ownershipEntityRefs: string[]) {
  return new OperatorsPolicy(
    operators,
    mockServices.userInfo({
      userEntityRef: 'user:default/somebody',
      ownershipEntityRefs,
    }),
  );
}

function decide(
  policy: OperatorsPolicy,
  attributes: PermissionAttributes,
  signedIn = true,
) {
  const credentials = mockCredentials.user('user:default/somebody');
  return policy.handle(
    { permission: createPermission({ name: 'some.permission', attributes }) },
    signedIn
      ? {
          credentials,
          info: {
            userEntityRef: 'user:default/somebody',
            ownershipEntityRefs: [],
          },
        }
      : undefined,
  );
}

describe('OperatorsPolicy', () => {
  it.each([
    ['read', AuthorizeResult.ALLOW],
    ['create', AuthorizeResult.DENY],
    ['update', AuthorizeResult.DENY],
    ['delete', AuthorizeResult.DENY],
    [undefined, AuthorizeResult.DENY],
  ] as const)('answers %s of a reader with %s', async (action, result) => {
    const policy = policyFor(['group:default/developers']);
    expect(await decide(policy, { action })).toEqual({ result });
  });

  it.each(['read', 'create', 'update', 'delete', undefined] as const)(
    'allows %s to a member of an operator group, whatever the case of the ref',
    async action => {
      const policy = policyFor(['group:default/Platform-Team']);
      expect(await decide(policy, { action })).toEqual({
        result: AuthorizeResult.ALLOW,
      });
    },
  );

  it('refuses a request without a user', async () => {
    const policy = policyFor(['group:default/platform-team']);
    expect(await decide(policy, { action: 'read' }, false)).toEqual({
      result: AuthorizeResult.DENY,
    });
  });
});
