import { badRequest, methodNotAllowed } from '../../store/StatusError';
import { ApiRequest } from '../ApiRequest';
import { parseBody } from '../decodeBody';
import { json } from '../Reply';
import { VirtualGroup } from '../virtualGroups';

/** Who everybody is to a server without authentication. */
const user = {
  username: 'local-cluster:admin',
  groups: ['system:masters', 'system:authenticated'],
};

type Review = Record<string, unknown>;

const everything = {
  resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
  incomplete: false,
};

const allowed = () => ({
  allowed: true,
  reason: 'the local cluster has no authorization: everybody may do everything',
});

const authorization: Record<
  string,
  { kind: string; namespaced?: boolean; status: (review: Review) => unknown }
> = {
  selfsubjectaccessreviews: {
    kind: 'SelfSubjectAccessReview',
    status: allowed,
  },
  subjectaccessreviews: { kind: 'SubjectAccessReview', status: allowed },
  localsubjectaccessreviews: {
    kind: 'LocalSubjectAccessReview',
    namespaced: true,
    status: allowed,
  },
  selfsubjectrulesreviews: {
    kind: 'SelfSubjectRulesReview',
    status: () => everything,
  },
};

const authentication: typeof authorization = {
  selfsubjectreviews: {
    kind: 'SelfSubjectReview',
    status: () => ({ userInfo: user }),
  },
  tokenreviews: {
    kind: 'TokenReview',
    status: () => ({ authenticated: true, user }),
  },
};

function reviewOf(request: ApiRequest, kind: string): Review {
  if (request.method !== 'POST')
    throw methodNotAllowed(
      `${request.method} is not supported on reviews: create one with POST`,
    );
  const review = parseBody(request.body, request.contentType);
  if (typeof review !== 'object' || review === null || Array.isArray(review)) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind})`,
    );
  }
  return review as Review;
}

function reviewGroup(
  group: string,
  reviews: typeof authorization,
): VirtualGroup {
  return {
    group,
    version: 'v1',
    resources: Object.entries(reviews).map(
      ([name, { kind, namespaced = false }]) => ({
        name,
        singularName: kind.toLowerCase(),
        namespaced,
        kind,
        verbs: ['create'],
      }),
    ),
    handle: (request, { resource, name }) => {
      const known = Object.hasOwn(reviews, resource)
        ? reviews[resource]
        : undefined;
      if (!known || name !== undefined) return undefined;
      const review = reviewOf(request, known.kind);
      return json(
        {
          ...review,
          kind: known.kind,
          apiVersion: `${group}/v1`,
          metadata: { creationTimestamp: null },
          status: known.status(review),
        },
        201,
      );
    },
  };
}

/** Reviews of access and identity. There is neither here, so every answer is yes, and says why. */
export function reviewGroups(): VirtualGroup[] {
  return [
    reviewGroup('authorization.k8s.io', authorization),
    reviewGroup('authentication.k8s.io', authentication),
  ];
}
