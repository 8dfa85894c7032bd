import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

/**
 * Everybody signed in may read; everything else is for operators.
 *
 * Permissions without an action count as writes, because `kubernetes.proxy` and `scaffolder.action.execute` are of
 * that sort. Services do not pass here: the framework allows them. A request without a user is therefore refused.
 */
export class OperatorsPolicy implements PermissionPolicy {
  constructor(
    private readonly operators: ReadonlySet<string>,
    private readonly userInfo: UserInfoService,
  ) {}

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return { result: AuthorizeResult.DENY };
    if (request.permission.attributes.action === 'read') {
      return { result: AuthorizeResult.ALLOW };
    }
    return {
      result: (await this.isOperator(user))
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    };
  }

  private async isOperator(user: PolicyQueryUser): Promise<boolean> {
    const info = await this.userInfo.getUserInfo(user.credentials);
    return [info.userEntityRef, ...info.ownershipEntityRefs].some(ref =>
      this.operators.has(ref.toLocaleLowerCase('en-US')),
    );
  }
}
