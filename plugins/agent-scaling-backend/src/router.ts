import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  AgentDetail,
  AgentHistory,
  AgentHistoryRequest,
  AgentKey,
  AgentList,
  ClusterList,
  ListAgentsRequest,
} from '@suoke/plugin-agent-scaling-common';
import type { Response, Router } from 'express';
import { audited } from './audit/audited';
import { toEtag } from './etag';
import { spec } from './schema/openapi/generated/spec';
import type { AgentScalingService } from './service/AgentScalingService';

type EndpointMap = {
  '#get|/agents': { query: ListAgentsRequest; response: AgentList };
  '#get|/agents/{cluster}/{namespace}/{name}': {
    path: AgentKey;
    response: AgentDetail;
  };
  '#get|/agents/{cluster}/{namespace}/{name}/history': {
    path: AgentKey;
    query: AgentHistoryRequest;
    response: AgentHistory;
  };
  '#get|/clusters': { response: ClusterList };
};

interface RouterDeps {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  agentScaling: AgentScalingService;
}

/** Routes of `src/schema/openapi.yaml`; requests that do not fit it are answered 400 before they get here. */
export function createRouter(deps: RouterDeps): Router {
  const { httpAuth, agentScaling } = deps;
  const router =
    createValidatedOpenApiRouterFromGeneratedEndpointMap<EndpointMap>(spec);

  router.get('/agents', async (request, response) => {
    const event = {
      eventId: 'agents-list',
      request,
      meta: { ...request.query },
    };
    const agents = await audited(deps, event, async () => {
      const credentials = await httpAuth.credentials(request);
      return agentScaling.listAgents(request.query, { credentials });
    });
    sendWithEtag(response, agents);
  });

  router.get('/agents/:cluster/:namespace/:name', async (request, response) => {
    const event = {
      eventId: 'agent-get',
      request,
      meta: { ...request.params },
    };
    const agent = await audited(deps, event, async () => {
      const credentials = await httpAuth.credentials(request);
      return agentScaling.getAgent(request.params, { credentials });
    });
    sendWithEtag(response, agent);
  });

  router.get(
    '/agents/:cluster/:namespace/:name/history',
    async (request, response) => {
      const { params, query } = request;
      const meta = { ...params, ...query };
      const event = { eventId: 'agent-history-get', request, meta };
      const history = await audited(deps, event, async () => {
        const credentials = await httpAuth.credentials(request);
        return agentScaling.getAgentHistory(params, query, { credentials });
      });
      response.json(history);
    },
  );

  router.get('/clusters', async (request, response) => {
    const event = { eventId: 'clusters-list', request };
    const clusters = await audited(deps, event, async () => {
      const credentials = await httpAuth.credentials(request);
      return agentScaling.listClusters({ credentials });
    });
    sendWithEtag(response, clusters);
  });

  return router as unknown as Router;
}

/** Express answers 304 by itself when the request's If-None-Match has this ETag. */
function sendWithEtag(response: Response, body: object): void {
  response.set('ETag', toEtag(body));
  response.set('Cache-Control', 'private, no-cache');
  response.json(body);
}
