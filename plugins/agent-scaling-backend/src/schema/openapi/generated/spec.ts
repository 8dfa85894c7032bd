// Generated from plugins/agent-scaling-backend/src/schema/openapi.yaml by its generate:openapi script. Do not edit.

export const spec = {
  openapi: '3.0.3',
  info: {
    title: 'agent-scaling',
    version: '1',
    description:
      'Live autoscaling state of AI agents, read from watched clusters.',
    license: {
      name: 'Apache-2.0',
      url: 'http://www.apache.org/licenses/LICENSE-2.0.html',
    },
    contact: {},
  },
  servers: [
    {
      url: '/',
    },
  ],
  paths: {
    '/agents': {
      get: {
        operationId: 'ListAgents',
        tags: ['Agents'],
        description:
          'Agents of all clusters with their scaling state; filtered, sorted and paged.',
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/clusterFilter',
          },
          {
            $ref: '#/components/parameters/namespaceFilter',
          },
          {
            $ref: '#/components/parameters/ownerFilter',
          },
          {
            $ref: '#/components/parameters/entityRefFilter',
          },
          {
            $ref: '#/components/parameters/stateFilter',
          },
          {
            $ref: '#/components/parameters/text',
          },
          {
            $ref: '#/components/parameters/orderBy',
          },
          {
            $ref: '#/components/parameters/order',
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/offset',
          },
        ],
        responses: {
          '200': {
            description: 'One page of agents.',
            headers: {
              ETag: {
                description:
                  'Changes only when an agent or a cluster state changes; send it back as If-None-Match.',
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AgentList',
                },
              },
            },
          },
          '304': {
            description: 'Nothing changed since the given ETag.',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/agents/{cluster}/{namespace}/{name}': {
      get: {
        operationId: 'GetAgent',
        tags: ['Agents'],
        description: 'Everything known about the scaling of one agent.',
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/cluster',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
        ],
        responses: {
          '200': {
            description: 'The agent.',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AgentDetail',
                },
              },
            },
          },
          '304': {
            description: 'Nothing changed since the given ETag.',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/agents/{cluster}/{namespace}/{name}/history': {
      get: {
        operationId: 'GetAgentHistory',
        tags: ['Agents'],
        description:
          "Replica samples and scale events of one agent, kept in the portal's database.",
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/cluster',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            description:
              'Start of the range, inclusive. Default: 24 hours before the end.',
            schema: {
              type: 'string',
              format: 'date-time',
            },
          },
          {
            name: 'to',
            in: 'query',
            allowReserved: true,
            description: 'End of the range, inclusive. Default: now.',
            schema: {
              type: 'string',
              format: 'date-time',
            },
          },
          {
            name: 'maxPoints',
            in: 'query',
            allowReserved: true,
            description:
              'At most this many samples; neighbours are joined to stay below it. Default: 500.',
            schema: {
              type: 'integer',
              minimum: 10,
              maximum: 5000,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The history.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AgentHistory',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/clusters': {
      get: {
        operationId: 'ListClusters',
        tags: ['Clusters'],
        description: 'How well each configured cluster is watched.',
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The clusters; an empty list when none is configured.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ClusterList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      JWT: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
      },
    },
    responses: {
      ErrorResponse: {
        description: 'An error.',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/ErrorBody',
            },
          },
        },
      },
    },
    parameters: {
      cluster: {
        name: 'cluster',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
        },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
        },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        description: "Name of the agent's workload.",
        schema: {
          type: 'string',
        },
      },
      clusterFilter: {
        name: 'cluster',
        in: 'query',
        allowReserved: true,
        description: 'Only these clusters; repeat for several.',
        explode: true,
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
      },
      namespaceFilter: {
        name: 'namespace',
        in: 'query',
        allowReserved: true,
        description: 'Only these namespaces; repeat for several.',
        explode: true,
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
      },
      ownerFilter: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        description:
          'Only agents whose catalog entity is owned by one of these entity refs; repeat for several.',
        explode: true,
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
      },
      entityRefFilter: {
        name: 'entityRef',
        in: 'query',
        allowReserved: true,
        description:
          'Only agents of these catalog entities; repeat for several.',
        explode: true,
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
      },
      stateFilter: {
        name: 'state',
        in: 'query',
        allowReserved: true,
        description: 'Only agents in these states; repeat for several.',
        explode: true,
        schema: {
          type: 'array',
          items: {
            $ref: '#/components/schemas/AgentState',
          },
        },
      },
      text: {
        name: 'text',
        in: 'query',
        allowReserved: true,
        description:
          'Only agents whose name, title, namespace, cluster, entity ref or owner contains every word of this text, whatever its case.',
        schema: {
          type: 'string',
          maxLength: 200,
        },
      },
      orderBy: {
        name: 'orderBy',
        in: 'query',
        allowReserved: true,
        description:
          'What to sort by; ties are sorted by name, namespace, cluster. Default: attention.',
        schema: {
          type: 'string',
          enum: [
            'attention',
            'name',
            'namespace',
            'cluster',
            'currentReplicas',
            'desiredReplicas',
            'maxReplicas',
            'headroom',
            'lastScale',
          ],
        },
      },
      order: {
        name: 'order',
        in: 'query',
        allowReserved: true,
        description:
          'Default: desc for attention and lastScale, asc for the rest.',
        schema: {
          type: 'string',
          enum: ['asc', 'desc'],
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        allowReserved: true,
        description: 'Page size. Default: 100.',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
        },
      },
      offset: {
        name: 'offset',
        in: 'query',
        allowReserved: true,
        description: 'Agents to skip. Default: 0.',
        schema: {
          type: 'integer',
          minimum: 0,
        },
      },
    },
    schemas: {
      ErrorBody: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
            },
          },
          request: {
            type: 'object',
            properties: {
              method: {
                type: 'string',
              },
              url: {
                type: 'string',
              },
            },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: {
              statusCode: {
                type: 'integer',
              },
            },
          },
        },
      },
      AgentState: {
        type: 'string',
        description:
          'What needs attention first. `failing`: cannot scale, or pods do not run. `stale`: the cluster is out of contact and what is shown is old. `limited`: works, but something holds it back (at its maximum, rate limited, one metric missing, paused). `noAutoscaler`: nothing scales this workload. `scaling`: on its way to another number of replicas. `ok`: at rest.',
        enum: ['ok', 'scaling', 'limited', 'failing', 'stale', 'noAutoscaler'],
      },
      AttentionReasonCode: {
        type: 'string',
        description: 'Why an agent is in its state; the page translates it.',
        enum: [
          'atMaxReplicas',
          'scaleUpRateLimited',
          'scaleDownRateLimited',
          'scaleDownStabilized',
          'scaleUpStabilized',
          'scaleTargetUnreadable',
          'scaleUpdateFailed',
          'scalingDisabled',
          'selectorInvalid',
          'selectorAmbiguous',
          'metricsUnavailable',
          'metricMissing',
          'targetMissing',
          'severalAutoscalers',
          'kedaPaused',
          'kedaFallback',
          'kedaNotReady',
          'replicasChanging',
          'rolloutInProgress',
          'rolloutFailed',
          'noReadyPods',
          'podCrashLooping',
          'podImageUnavailable',
          'podUnschedulable',
          'podConfigInvalid',
          'podsForbiddenByQuota',
          'clusterOutOfContact',
          'stillReading',
          'notAllowedToRead',
          'noAutoscaler',
        ],
      },
      Attention: {
        type: 'object',
        required: ['state', 'reasons'],
        properties: {
          state: {
            $ref: '#/components/schemas/AgentState',
          },
          reasons: {
            type: 'array',
            description: 'Most severe first.',
            items: {
              $ref: '#/components/schemas/AttentionReason',
            },
          },
        },
      },
      AttentionReason: {
        type: 'object',
        required: ['code', 'level'],
        properties: {
          code: {
            $ref: '#/components/schemas/AttentionReasonCode',
          },
          level: {
            type: 'string',
            enum: ['info', 'warning', 'error'],
          },
          message: {
            description: "The cluster's own words, in English.",
            type: 'string',
          },
          object: {
            $ref: '#/components/schemas/ObjectRef',
          },
          count: {
            type: 'integer',
            description: 'How many objects are concerned, when several are.',
          },
        },
      },
      ObjectRef: {
        type: 'object',
        required: ['kind', 'name'],
        properties: {
          apiVersion: {
            type: 'string',
          },
          kind: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
        },
      },
      Replicas: {
        type: 'object',
        required: ['current', 'desired'],
        properties: {
          min: {
            type: 'integer',
            description:
              "Lower end of the autoscaler's range; absent without an autoscaler.",
          },
          current: {
            type: 'integer',
            description: 'Replicas that exist now.',
          },
          desired: {
            type: 'integer',
            description:
              "Replicas that the autoscaler wants; without one, what the workload's spec asks for.",
          },
          max: {
            type: 'integer',
            description:
              "Upper end of the autoscaler's range; absent without an autoscaler.",
          },
        },
      },
      Unit: {
        type: 'string',
        description:
          "Unit of a metric's values. `none` when it is unknown; rates are per second.",
        enum: ['percent', 'cores', 'bytes', 'seconds', 'perSecond', 'none'],
      },
      Quantity: {
        type: 'object',
        required: ['value', 'quantity'],
        properties: {
          value: {
            type: 'number',
            description:
              'Cores for cpu, bytes for memory and storage, a count for everything else.',
          },
          quantity: {
            type: 'string',
            description: 'As written in the object, for example 500m or 4Gi.',
          },
        },
      },
      ResourceQuantities: {
        type: 'object',
        description:
          'By resource name, for example cpu, memory, nvidia.com/gpu.',
        additionalProperties: {
          $ref: '#/components/schemas/Quantity',
        },
      },
      MetricType: {
        type: 'string',
        enum: ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'],
      },
      Metric: {
        type: 'object',
        description:
          'One metric of an autoscaler with its target and its current value.',
        required: ['id', 'type', 'name', 'target', 'unit', 'per'],
        properties: {
          id: {
            type: 'string',
            description:
              'Unique within the agent and stable over time; also the key of history values.',
          },
          type: {
            $ref: '#/components/schemas/MetricType',
          },
          name: {
            type: 'string',
            description: 'Metric or resource name, for example cpu.',
          },
          container: {
            type: 'string',
          },
          describedObject: {
            $ref: '#/components/schemas/ObjectRef',
          },
          selector: {
            type: 'string',
            description:
              'Label selector of the series, in the kubectl notation.',
          },
          unit: {
            $ref: '#/components/schemas/Unit',
          },
          per: {
            type: 'string',
            description:
              'Whether target and current are an average per pod or one value for all.',
            enum: ['pod', 'total'],
          },
          target: {
            type: 'object',
            required: ['type', 'value'],
            properties: {
              type: {
                type: 'string',
                enum: ['Utilization', 'Value', 'AverageValue'],
              },
              value: {
                type: 'number',
                description: 'In `unit`.',
              },
              quantity: {
                type: 'string',
                description:
                  'As written in the object; absent for Utilization.',
              },
            },
          },
          current: {
            type: 'object',
            description:
              'Absent when the autoscaler has no value. That is never the same as zero.',
            required: ['value'],
            properties: {
              value: {
                type: 'number',
                description: 'In `unit`.',
              },
              quantity: {
                type: 'string',
              },
            },
          },
          currentAverage: {
            description: 'Average usage per pod behind a Utilization value.',
            allOf: [
              {
                $ref: '#/components/schemas/Quantity',
              },
            ],
          },
          ratio: {
            type: 'number',
            description:
              'Current divided by target; above 1 the metric asks for more replicas.',
          },
          trigger: {
            type: 'string',
            description:
              'Type of the KEDA trigger that feeds this metric, for example prometheus.',
          },
        },
      },
      Autoscaler: {
        type: 'object',
        required: ['kind', 'name'],
        properties: {
          kind: {
            type: 'string',
            description:
              'KEDA when the HorizontalPodAutoscaler is owned by a ScaledObject.',
            enum: ['HorizontalPodAutoscaler', 'ScaledObject'],
          },
          name: {
            type: 'string',
          },
        },
      },
      ScaleChange: {
        type: 'object',
        required: ['at'],
        properties: {
          at: {
            type: 'string',
            format: 'date-time',
          },
          from: {
            type: 'integer',
          },
          to: {
            type: 'integer',
          },
          reason: {
            type: 'string',
            description:
              'The autoscaler\'s words, for example "cpu resource utilization (percentage of request) above target".',
          },
        },
      },
      VpaPresence: {
        type: 'object',
        required: ['name', 'updateMode', 'hasRecommendation'],
        properties: {
          name: {
            type: 'string',
          },
          updateMode: {
            $ref: '#/components/schemas/VpaUpdateMode',
          },
          hasRecommendation: {
            type: 'boolean',
          },
        },
      },
      VpaUpdateMode: {
        type: 'string',
        description:
          'Off, Initial, Recreate, InPlaceOrRecreate, InPlace or Auto (deprecated, equals Recreate); a later one passes through.',
      },
      ModelRef: {
        type: 'object',
        description: "The model that the agent's model server serves.",
        properties: {
          entityRef: {
            type: 'string',
            description: 'Catalog entity of the model.',
          },
          name: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          framework: {
            type: 'string',
          },
          server: {
            type: 'string',
            description: "Name of the model server's workload.",
          },
        },
      },
      ReadyCount: {
        type: 'object',
        required: ['ready', 'total'],
        properties: {
          ready: {
            type: 'integer',
          },
          total: {
            type: 'integer',
          },
        },
      },
      AgentSummary: {
        type: 'object',
        required: [
          'cluster',
          'namespace',
          'name',
          'workload',
          'replicas',
          'pods',
          'attention',
          'metrics',
          'simulated',
        ],
        properties: {
          cluster: {
            type: 'string',
          },
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
            description: "Name of the agent's workload.",
          },
          title: {
            type: 'string',
            description: 'Title of the catalog entity.',
          },
          entityRef: {
            type: 'string',
            description: "The agent's catalog entity, when it has one.",
          },
          owner: {
            type: 'string',
            description: "Entity ref of the entity's owner.",
          },
          system: {
            type: 'string',
            description: "Entity ref of the entity's system.",
          },
          workload: {
            $ref: '#/components/schemas/ObjectRef',
          },
          autoscaler: {
            $ref: '#/components/schemas/Autoscaler',
          },
          replicas: {
            $ref: '#/components/schemas/Replicas',
          },
          pods: {
            $ref: '#/components/schemas/ReadyCount',
          },
          attention: {
            $ref: '#/components/schemas/Attention',
          },
          metrics: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Metric',
            },
          },
          lastScale: {
            $ref: '#/components/schemas/ScaleChange',
          },
          vpa: {
            $ref: '#/components/schemas/VpaPresence',
          },
          model: {
            $ref: '#/components/schemas/ModelRef',
          },
          simulated: {
            type: 'boolean',
            description:
              'The agent runs on a simulated cluster; its numbers are not real load.',
          },
        },
      },
      AgentList: {
        type: 'object',
        required: ['items', 'totalItems', 'facets', 'clusters', 'asOf'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AgentSummary',
            },
          },
          totalItems: {
            type: 'integer',
            description: 'Agents that match the filters, on all pages.',
          },
          facets: {
            $ref: '#/components/schemas/AgentFacets',
          },
          clusters: {
            type: 'array',
            description:
              'Freshness of each configured cluster, whatever the filters; empty when none is configured.',
            items: {
              $ref: '#/components/schemas/ClusterFreshness',
            },
          },
          asOf: {
            type: 'string',
            format: 'date-time',
            description: 'When this answer was put together.',
          },
        },
      },
      AgentFacets: {
        type: 'object',
        description: 'Values to filter by, counted over all agents.',
        required: ['clusters', 'namespaces', 'owners', 'states'],
        properties: {
          clusters: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FacetValue',
            },
          },
          namespaces: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FacetValue',
            },
          },
          owners: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FacetValue',
            },
          },
          states: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FacetValue',
            },
          },
        },
      },
      FacetValue: {
        type: 'object',
        required: ['value', 'count'],
        properties: {
          value: {
            type: 'string',
          },
          count: {
            type: 'integer',
          },
        },
      },
      ClusterState: {
        type: 'string',
        enum: [
          'Connecting',
          'Connected',
          'Degraded',
          'Unreachable',
          'Unauthorized',
        ],
      },
      ClusterFreshness: {
        type: 'object',
        required: ['name', 'state', 'simulated'],
        properties: {
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          state: {
            $ref: '#/components/schemas/ClusterState',
          },
          message: {
            type: 'string',
            description: 'What is wrong and what to do, in English.',
          },
          lastContactAt: {
            type: 'string',
            format: 'date-time',
          },
          simulated: {
            type: 'boolean',
          },
        },
      },
      Cluster: {
        allOf: [
          {
            $ref: '#/components/schemas/ClusterFreshness',
          },
          {
            type: 'object',
            required: ['resources', 'resourceMetrics'],
            properties: {
              serverVersion: {
                type: 'string',
              },
              resources: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/ResourceFreshness',
                },
              },
              resourceMetrics: {
                $ref: '#/components/schemas/ResourceMetricsHealth',
              },
            },
          },
        ],
      },
      ResourceFreshness: {
        type: 'object',
        required: ['resource', 'state', 'objectCount'],
        properties: {
          resource: {
            type: 'string',
            description: 'Plural and group, for example deployments.apps.',
          },
          state: {
            type: 'string',
            enum: ['Syncing', 'Synced', 'Stale', 'Forbidden', 'Absent'],
          },
          lastContactAt: {
            type: 'string',
            format: 'date-time',
          },
          staleSince: {
            type: 'string',
            format: 'date-time',
          },
          message: {
            type: 'string',
          },
          objectCount: {
            type: 'integer',
          },
        },
      },
      ResourceMetricsHealth: {
        type: 'object',
        description: 'Sampling of pod usage from metrics.k8s.io.',
        required: ['state'],
        properties: {
          state: {
            type: 'string',
            enum: ['Pending', 'Available', 'Unavailable', 'Disabled'],
          },
          lastSampleAt: {
            type: 'string',
            format: 'date-time',
          },
          message: {
            type: 'string',
          },
        },
      },
      ClusterList: {
        type: 'object',
        required: ['items', 'asOf'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Cluster',
            },
          },
          asOf: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Condition: {
        type: 'object',
        required: ['type', 'status', 'level'],
        properties: {
          type: {
            type: 'string',
          },
          status: {
            type: 'string',
            enum: ['True', 'False', 'Unknown'],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          lastTransitionTime: {
            type: 'string',
            format: 'date-time',
          },
          level: {
            type: 'string',
            description: 'Whether the condition needs attention.',
            enum: ['none', 'info', 'warning', 'error'],
          },
          meaning: {
            $ref: '#/components/schemas/ConditionMeaning',
          },
        },
      },
      ConditionMeaning: {
        type: 'string',
        description:
          'What the condition of an autoscaler says in plain words; the page translates it. Absent for conditions that are shown as they are.',
        enum: [
          'canReadScale',
          'readyForNewScale',
          'scaleDownStabilized',
          'scaleUpStabilized',
          'justRescaled',
          'cannotReadScale',
          'cannotUpdateScale',
          'metricsWork',
          'scalingDisabled',
          'selectorInvalid',
          'selectorAmbiguous',
          'metricSourceInvalid',
          'resourceMetricMissing',
          'containerMetricMissing',
          'podsMetricMissing',
          'objectMetricMissing',
          'externalMetricMissing',
          'heldAtMax',
          'heldAtMin',
          'scaleUpRateLimited',
          'scaleDownRateLimited',
          'withinRange',
          'scaledToZero',
          'notScaledToZero',
          'recommendationProvided',
          'recommendationPending',
          'noPodsMatched',
          'vpaConfigUnsupported',
          'vpaConfigDeprecated',
          'vpaFetchingHistory',
          'kedaReady',
          'kedaNotReady',
          'kedaActive',
          'kedaInactive',
          'kedaFallback',
          'kedaNoFallback',
          'kedaPaused',
          'kedaNotPaused',
        ],
      },
      ScalingPolicy: {
        type: 'object',
        required: ['type', 'value', 'periodSeconds'],
        properties: {
          type: {
            type: 'string',
            enum: ['Pods', 'Percent'],
          },
          value: {
            type: 'integer',
          },
          periodSeconds: {
            type: 'integer',
          },
        },
      },
      ScalingRules: {
        type: 'object',
        required: [
          'source',
          'stabilizationWindowSeconds',
          'selectPolicy',
          'policies',
          'explicitFields',
        ],
        properties: {
          source: {
            type: 'string',
            description:
              "`Explicit`: at least one field is written in the object. `Default`: the cluster's documented defaults apply to this direction. `Legacy`: the object has no behavior at all, so a scale up is limited to max(2 x current, 4) replicas per sync.",
            enum: ['Explicit', 'Default', 'Legacy'],
          },
          explicitFields: {
            type: 'array',
            description:
              'Fields of this direction that differ from the defaults.',
            items: {
              type: 'string',
            },
          },
          stabilizationWindowSeconds: {
            type: 'integer',
          },
          selectPolicy: {
            type: 'string',
            enum: ['Max', 'Min', 'Disabled'],
          },
          policies: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ScalingPolicy',
            },
          },
          tolerance: {
            type: 'number',
            description:
              "Ratio of current to target that is still close enough, for example 0.1; absent when the cluster's own applies.",
          },
        },
      },
      HpaDetail: {
        type: 'object',
        required: [
          'name',
          'scaleTargetRef',
          'minReplicas',
          'maxReplicas',
          'currentReplicas',
          'desiredReplicas',
          'metrics',
          'behavior',
          'conditions',
        ],
        properties: {
          name: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          scaleTargetRef: {
            $ref: '#/components/schemas/ObjectRef',
          },
          minReplicas: {
            type: 'integer',
          },
          maxReplicas: {
            type: 'integer',
          },
          currentReplicas: {
            type: 'integer',
          },
          desiredReplicas: {
            type: 'integer',
          },
          lastScaleTime: {
            type: 'string',
            format: 'date-time',
          },
          generation: {
            type: 'integer',
          },
          observedGeneration: {
            type: 'integer',
          },
          metrics: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Metric',
            },
          },
          behavior: {
            type: 'object',
            required: ['scaleUp', 'scaleDown'],
            properties: {
              scaleUp: {
                $ref: '#/components/schemas/ScalingRules',
              },
              scaleDown: {
                $ref: '#/components/schemas/ScalingRules',
              },
            },
          },
          conditions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Condition',
            },
          },
        },
      },
      VpaContainer: {
        type: 'object',
        required: ['name', 'mode', 'controlledResources', 'controlledValues'],
        properties: {
          name: {
            type: 'string',
          },
          mode: {
            type: 'string',
            enum: ['Auto', 'Off'],
            description:
              'Off means that the autoscaler leaves this container alone.',
          },
          controlledResources: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          controlledValues: {
            type: 'string',
            enum: ['RequestsAndLimits', 'RequestsOnly'],
          },
          minAllowed: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          maxAllowed: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          lowerBound: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          target: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          upperBound: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          uncappedTarget: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          requests: {
            description: "What the workload's pod template asks for now.",
            allOf: [
              {
                $ref: '#/components/schemas/ResourceQuantities',
              },
            ],
          },
          limits: {
            allOf: [
              {
                $ref: '#/components/schemas/ResourceQuantities',
              },
            ],
          },
        },
      },
      VpaDetail: {
        type: 'object',
        required: ['name', 'updateMode', 'containers', 'conditions'],
        properties: {
          name: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          targetRef: {
            $ref: '#/components/schemas/ObjectRef',
          },
          updateMode: {
            $ref: '#/components/schemas/VpaUpdateMode',
          },
          minReplicas: {
            type: 'integer',
          },
          containers: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/VpaContainer',
            },
          },
          conditions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Condition',
            },
          },
        },
      },
      KedaTrigger: {
        type: 'object',
        required: ['type'],
        properties: {
          type: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          metricType: {
            type: 'string',
          },
          threshold: {
            type: 'string',
          },
          activationThreshold: {
            type: 'string',
          },
          query: {
            type: 'string',
          },
        },
      },
      KedaDetail: {
        type: 'object',
        required: [
          'name',
          'minReplicaCount',
          'maxReplicaCount',
          'pollingIntervalSeconds',
          'cooldownPeriodSeconds',
          'paused',
          'triggers',
          'conditions',
        ],
        properties: {
          name: {
            type: 'string',
          },
          minReplicaCount: {
            type: 'integer',
          },
          maxReplicaCount: {
            type: 'integer',
          },
          idleReplicaCount: {
            type: 'integer',
          },
          pollingIntervalSeconds: {
            type: 'integer',
          },
          cooldownPeriodSeconds: {
            type: 'integer',
          },
          paused: {
            type: 'boolean',
          },
          pausedReplicas: {
            type: 'integer',
          },
          fallback: {
            type: 'object',
            required: ['failureThreshold', 'replicas'],
            properties: {
              failureThreshold: {
                type: 'integer',
              },
              replicas: {
                type: 'integer',
              },
            },
          },
          lastActiveTime: {
            type: 'string',
            format: 'date-time',
          },
          triggers: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/KedaTrigger',
            },
          },
          conditions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Condition',
            },
          },
        },
      },
      ContainerSpec: {
        type: 'object',
        required: ['name', 'requests', 'limits'],
        properties: {
          name: {
            type: 'string',
          },
          image: {
            type: 'string',
          },
          requests: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          limits: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
        },
      },
      WorkloadDetail: {
        type: 'object',
        required: [
          'kind',
          'name',
          'replicas',
          'rollout',
          'containers',
          'conditions',
        ],
        properties: {
          kind: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          generation: {
            type: 'integer',
          },
          observedGeneration: {
            type: 'integer',
          },
          replicas: {
            type: 'object',
            required: [
              'desired',
              'current',
              'ready',
              'updated',
              'available',
              'unavailable',
            ],
            properties: {
              desired: {
                type: 'integer',
              },
              current: {
                type: 'integer',
              },
              ready: {
                type: 'integer',
              },
              updated: {
                type: 'integer',
              },
              available: {
                type: 'integer',
              },
              unavailable: {
                type: 'integer',
              },
            },
          },
          strategy: {
            type: 'object',
            required: ['type'],
            properties: {
              type: {
                type: 'string',
              },
              maxSurge: {
                type: 'string',
              },
              maxUnavailable: {
                type: 'string',
              },
            },
          },
          rollout: {
            type: 'string',
            enum: ['complete', 'progressing', 'paused', 'failed'],
          },
          containers: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ContainerSpec',
            },
          },
          conditions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Condition',
            },
          },
        },
      },
      PodContainer: {
        type: 'object',
        required: ['name', 'ready', 'restarts', 'requests', 'limits'],
        properties: {
          name: {
            type: 'string',
          },
          ready: {
            type: 'boolean',
          },
          restarts: {
            type: 'integer',
          },
          state: {
            type: 'string',
            enum: ['waiting', 'running', 'terminated'],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          lastTermination: {
            type: 'object',
            properties: {
              reason: {
                type: 'string',
              },
              exitCode: {
                type: 'integer',
              },
              finishedAt: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
          requests: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          limits: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          usage: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
        },
      },
      PodDetail: {
        type: 'object',
        required: [
          'name',
          'uid',
          'phase',
          'ready',
          'restarts',
          'requests',
          'limits',
          'containers',
        ],
        properties: {
          name: {
            type: 'string',
          },
          uid: {
            type: 'string',
          },
          phase: {
            type: 'string',
            enum: ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'],
          },
          ready: {
            type: 'boolean',
          },
          readyAt: {
            type: 'string',
            format: 'date-time',
          },
          restarts: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          deletionAt: {
            type: 'string',
            format: 'date-time',
            description:
              'When its deletion was asked for; present while the pod is terminating.',
          },
          node: {
            type: 'string',
          },
          reason: {
            type: 'string',
            description:
              'Why it is not ready, for example CrashLoopBackOff or Unschedulable.',
          },
          message: {
            type: 'string',
          },
          requests: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          limits: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          usage: {
            $ref: '#/components/schemas/ResourceQuantities',
          },
          usageAt: {
            type: 'string',
            format: 'date-time',
          },
          containers: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PodContainer',
            },
          },
        },
      },
      AgentEvent: {
        type: 'object',
        required: [
          'id',
          'type',
          'reason',
          'message',
          'count',
          'lastAt',
          'object',
        ],
        properties: {
          id: {
            type: 'string',
          },
          type: {
            type: 'string',
            enum: ['Normal', 'Warning'],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          count: {
            type: 'integer',
          },
          firstAt: {
            type: 'string',
            format: 'date-time',
          },
          lastAt: {
            type: 'string',
            format: 'date-time',
          },
          object: {
            $ref: '#/components/schemas/ObjectRef',
          },
          source: {
            type: 'string',
          },
        },
      },
      ModelServer: {
        type: 'object',
        required: ['workload', 'pods', 'model'],
        properties: {
          model: {
            $ref: '#/components/schemas/ModelRef',
          },
          workload: {
            $ref: '#/components/schemas/WorkloadDetail',
          },
          pods: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PodDetail',
            },
          },
        },
      },
      DisruptionBudget: {
        type: 'object',
        required: [
          'name',
          'disruptionsAllowed',
          'currentHealthy',
          'desiredHealthy',
          'expectedPods',
        ],
        properties: {
          name: {
            type: 'string',
          },
          minAvailable: {
            type: 'string',
          },
          maxUnavailable: {
            type: 'string',
          },
          disruptionsAllowed: {
            type: 'integer',
          },
          currentHealthy: {
            type: 'integer',
          },
          desiredHealthy: {
            type: 'integer',
          },
          expectedPods: {
            type: 'integer',
          },
        },
      },
      AgentDetail: {
        allOf: [
          {
            $ref: '#/components/schemas/AgentSummary',
          },
          {
            type: 'object',
            required: [
              'otherAutoscalers',
              'podList',
              'events',
              'disruptionBudgets',
              'freshness',
              'asOf',
            ],
            properties: {
              hpa: {
                $ref: '#/components/schemas/HpaDetail',
              },
              otherAutoscalers: {
                type: 'array',
                description:
                  'Further HorizontalPodAutoscalers on the same workload, which is a fault.',
                items: {
                  type: 'string',
                },
              },
              vpaDetail: {
                $ref: '#/components/schemas/VpaDetail',
              },
              keda: {
                $ref: '#/components/schemas/KedaDetail',
              },
              deployment: {
                $ref: '#/components/schemas/WorkloadDetail',
              },
              podList: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/PodDetail',
                },
              },
              modelServer: {
                $ref: '#/components/schemas/ModelServer',
              },
              disruptionBudgets: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/DisruptionBudget',
                },
              },
              events: {
                type: 'array',
                description:
                  'Of the autoscalers, the workload, its ReplicaSets and pods; joined when equal, newest first.',
                items: {
                  $ref: '#/components/schemas/AgentEvent',
                },
              },
              freshness: {
                type: 'array',
                description:
                  'How far each kind of object behind this answer can be trusted.',
                items: {
                  $ref: '#/components/schemas/ResourceFreshness',
                },
              },
              asOf: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
        ],
      },
      ReplicaSample: {
        type: 'object',
        required: ['at', 'current', 'desired', 'ready'],
        properties: {
          at: {
            type: 'string',
            format: 'date-time',
          },
          min: {
            type: 'integer',
          },
          current: {
            type: 'integer',
          },
          desired: {
            type: 'integer',
          },
          max: {
            type: 'integer',
          },
          ready: {
            type: 'integer',
          },
          lowest: {
            type: 'integer',
            description:
              'Lowest current when neighbours were joined into this sample.',
          },
          highest: {
            type: 'integer',
          },
          metrics: {
            type: 'object',
            description:
              "Current value by metric id, in the metric's unit. A metric without a value is absent.",
            additionalProperties: {
              type: 'number',
            },
          },
          usage: {
            type: 'object',
            description:
              'Usage of all pods together, as sampled from metrics.k8s.io; absent without a sample.',
            properties: {
              cpuCores: {
                type: 'number',
              },
              memoryBytes: {
                type: 'number',
              },
            },
          },
        },
      },
      ScaleEvent: {
        type: 'object',
        required: ['id', 'at', 'kind', 'source'],
        properties: {
          id: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          kind: {
            type: 'string',
            enum: [
              'rescale',
              'failedRescale',
              'vpaEviction',
              'vpaResize',
              'activation',
            ],
          },
          from: {
            type: 'integer',
          },
          to: {
            type: 'integer',
          },
          reason: {
            type: 'string',
            description:
              'Reason of the Kubernetes event, for example SuccessfulRescale.',
          },
          message: {
            type: 'string',
          },
          source: {
            type: 'string',
            description:
              "`Event`: the autoscaler said so. `Observed`: the workload's replicas changed without a word from an autoscaler, for example by hand.",
            enum: ['Event', 'Observed'],
          },
        },
      },
      AgentHistory: {
        type: 'object',
        required: ['from', 'to', 'samples', 'events', 'retention'],
        properties: {
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          samples: {
            type: 'array',
            description: 'Oldest first.',
            items: {
              $ref: '#/components/schemas/ReplicaSample',
            },
          },
          events: {
            type: 'array',
            description: 'Oldest first.',
            items: {
              $ref: '#/components/schemas/ScaleEvent',
            },
          },
          eventsTruncated: {
            type: 'boolean',
            description: 'Only the newest events of the range are listed.',
          },
          retention: {
            type: 'object',
            required: ['samplesSeconds', 'eventsSeconds'],
            properties: {
              samplesSeconds: {
                type: 'integer',
              },
              eventsSeconds: {
                type: 'integer',
              },
            },
          },
        },
      },
    },
  },
} as const;
