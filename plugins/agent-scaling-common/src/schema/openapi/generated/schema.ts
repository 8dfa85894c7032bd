// Generated from plugins/agent-scaling-backend/src/schema/openapi.yaml by its generate:openapi script. Do not edit.

export interface paths {
  '/agents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Agents of all clusters with their scaling state; filtered, sorted and paged. */
    get: operations['ListAgents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agents/{cluster}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Everything known about the scaling of one agent. */
    get: operations['GetAgent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agents/{cluster}/{namespace}/{name}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Replica samples and scale events of one agent, kept in the portal's database. */
    get: operations['GetAgentHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/clusters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description How well each configured cluster is watched. */
    get: operations['ListClusters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ErrorBody: {
      error: {
        name: string;
        message: string;
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
    /**
     * @description What needs attention first. `failing`: cannot scale, or pods do not run. `stale`: the cluster is out of contact and what is shown is old. `limited`: works, but something holds it back (at its maximum, rate limited, one metric missing, paused). `noAutoscaler`: nothing scales this workload. `scaling`: on its way to another number of replicas. `ok`: at rest.
     * @enum {string}
     */
    AgentState:
      | 'ok'
      | 'scaling'
      | 'limited'
      | 'failing'
      | 'stale'
      | 'noAutoscaler';
    /**
     * @description Why an agent is in its state; the page translates it.
     * @enum {string}
     */
    AttentionReasonCode:
      | 'atMaxReplicas'
      | 'scaleUpRateLimited'
      | 'scaleDownRateLimited'
      | 'scaleDownStabilized'
      | 'scaleUpStabilized'
      | 'scaleTargetUnreadable'
      | 'scaleUpdateFailed'
      | 'scalingDisabled'
      | 'selectorInvalid'
      | 'selectorAmbiguous'
      | 'metricsUnavailable'
      | 'metricMissing'
      | 'targetMissing'
      | 'severalAutoscalers'
      | 'kedaPaused'
      | 'kedaFallback'
      | 'kedaNotReady'
      | 'replicasChanging'
      | 'rolloutInProgress'
      | 'rolloutFailed'
      | 'noReadyPods'
      | 'podCrashLooping'
      | 'podImageUnavailable'
      | 'podUnschedulable'
      | 'podConfigInvalid'
      | 'podsForbiddenByQuota'
      | 'clusterOutOfContact'
      | 'stillReading'
      | 'notAllowedToRead'
      | 'noAutoscaler';
    Attention: {
      state: components['schemas']['AgentState'];
      /** @description Most severe first. */
      reasons: components['schemas']['AttentionReason'][];
    };
    AttentionReason: {
      code: components['schemas']['AttentionReasonCode'];
      /** @enum {string} */
      level: 'info' | 'warning' | 'error';
      /** @description The cluster's own words, in English. */
      message?: string;
      object?: components['schemas']['ObjectRef'];
      /** @description How many objects are concerned, when several are. */
      count?: number;
    };
    ObjectRef: {
      apiVersion?: string;
      kind: string;
      name: string;
    };
    Replicas: {
      /** @description Lower end of the autoscaler's range; absent without an autoscaler. */
      min?: number;
      /** @description Replicas that exist now. */
      current: number;
      /** @description Replicas that the autoscaler wants; without one, what the workload's spec asks for. */
      desired: number;
      /** @description Upper end of the autoscaler's range; absent without an autoscaler. */
      max?: number;
    };
    /**
     * @description Unit of a metric's values. `none` when it is unknown; rates are per second.
     * @enum {string}
     */
    Unit: 'percent' | 'cores' | 'bytes' | 'seconds' | 'perSecond' | 'none';
    Quantity: {
      /** @description Cores for cpu, bytes for memory and storage, a count for everything else. */
      value: number;
      /** @description As written in the object, for example 500m or 4Gi. */
      quantity: string;
    };
    /** @description By resource name, for example cpu, memory, nvidia.com/gpu. */
    ResourceQuantities: {
      [key: string]: components['schemas']['Quantity'];
    };
    /** @enum {string} */
    MetricType:
      | 'Resource'
      | 'ContainerResource'
      | 'Pods'
      | 'Object'
      | 'External';
    /** @description One metric of an autoscaler with its target and its current value. */
    Metric: {
      /** @description Unique within the agent and stable over time; also the key of history values. */
      id: string;
      type: components['schemas']['MetricType'];
      /** @description Metric or resource name, for example cpu. */
      name: string;
      container?: string;
      describedObject?: components['schemas']['ObjectRef'];
      /** @description Label selector of the series, in the kubectl notation. */
      selector?: string;
      unit: components['schemas']['Unit'];
      /**
       * @description Whether target and current are an average per pod or one value for all.
       * @enum {string}
       */
      per: 'pod' | 'total';
      target: {
        /** @enum {string} */
        type: 'Utilization' | 'Value' | 'AverageValue';
        /** @description In `unit`. */
        value: number;
        /** @description As written in the object; absent for Utilization. */
        quantity?: string;
      };
      /** @description Absent when the autoscaler has no value. That is never the same as zero. */
      current?: {
        /** @description In `unit`. */
        value: number;
        quantity?: string;
      };
      /** @description Average usage per pod behind a Utilization value. */
      currentAverage?: components['schemas']['Quantity'];
      /** @description Current divided by target; above 1 the metric asks for more replicas. */
      ratio?: number;
      /** @description Type of the KEDA trigger that feeds this metric, for example prometheus. */
      trigger?: string;
    };
    Autoscaler: {
      /**
       * @description KEDA when the HorizontalPodAutoscaler is owned by a ScaledObject.
       * @enum {string}
       */
      kind: 'HorizontalPodAutoscaler' | 'ScaledObject';
      name: string;
    };
    ScaleChange: {
      /** Format: date-time */
      at: string;
      from?: number;
      to?: number;
      /** @description The autoscaler's words, for example "cpu resource utilization (percentage of request) above target". */
      reason?: string;
    };
    VpaPresence: {
      name: string;
      updateMode: components['schemas']['VpaUpdateMode'];
      hasRecommendation: boolean;
    };
    /** @description Off, Initial, Recreate, InPlaceOrRecreate, InPlace or Auto (deprecated, equals Recreate); a later one passes through. */
    VpaUpdateMode: string;
    /** @description The model that the agent's model server serves. */
    ModelRef: {
      /** @description Catalog entity of the model. */
      entityRef?: string;
      name?: string;
      version?: string;
      framework?: string;
      /** @description Name of the model server's workload. */
      server?: string;
    };
    ReadyCount: {
      ready: number;
      total: number;
    };
    AgentSummary: {
      cluster: string;
      namespace: string;
      /** @description Name of the agent's workload. */
      name: string;
      /** @description Title of the catalog entity. */
      title?: string;
      /** @description The agent's catalog entity, when it has one. */
      entityRef?: string;
      /** @description Entity ref of the entity's owner. */
      owner?: string;
      /** @description Entity ref of the entity's system. */
      system?: string;
      workload: components['schemas']['ObjectRef'];
      autoscaler?: components['schemas']['Autoscaler'];
      replicas: components['schemas']['Replicas'];
      pods: components['schemas']['ReadyCount'];
      attention: components['schemas']['Attention'];
      metrics: components['schemas']['Metric'][];
      lastScale?: components['schemas']['ScaleChange'];
      vpa?: components['schemas']['VpaPresence'];
      model?: components['schemas']['ModelRef'];
      /** @description The agent runs on a simulated cluster; its numbers are not real load. */
      simulated: boolean;
    };
    AgentList: {
      items: components['schemas']['AgentSummary'][];
      /** @description Agents that match the filters, on all pages. */
      totalItems: number;
      facets: components['schemas']['AgentFacets'];
      /** @description Freshness of each configured cluster, whatever the filters; empty when none is configured. */
      clusters: components['schemas']['ClusterFreshness'][];
      /**
       * Format: date-time
       * @description When this answer was put together.
       */
      asOf: string;
    };
    /** @description Values to filter by, counted over all agents. */
    AgentFacets: {
      clusters: components['schemas']['FacetValue'][];
      namespaces: components['schemas']['FacetValue'][];
      owners: components['schemas']['FacetValue'][];
      states: components['schemas']['FacetValue'][];
    };
    FacetValue: {
      value: string;
      count: number;
    };
    /** @enum {string} */
    ClusterState:
      | 'Connecting'
      | 'Connected'
      | 'Degraded'
      | 'Unreachable'
      | 'Unauthorized';
    ClusterFreshness: {
      name: string;
      title?: string;
      state: components['schemas']['ClusterState'];
      /** @description What is wrong and what to do, in English. */
      message?: string;
      /** Format: date-time */
      lastContactAt?: string;
      simulated: boolean;
    };
    Cluster: components['schemas']['ClusterFreshness'] & {
      serverVersion?: string;
      resources: components['schemas']['ResourceFreshness'][];
      resourceMetrics: components['schemas']['ResourceMetricsHealth'];
    };
    ResourceFreshness: {
      /** @description Plural and group, for example deployments.apps. */
      resource: string;
      /** @enum {string} */
      state: 'Syncing' | 'Synced' | 'Stale' | 'Forbidden' | 'Absent';
      /** Format: date-time */
      lastContactAt?: string;
      /** Format: date-time */
      staleSince?: string;
      message?: string;
      objectCount: number;
    };
    /** @description Sampling of pod usage from metrics.k8s.io. */
    ResourceMetricsHealth: {
      /** @enum {string} */
      state: 'Pending' | 'Available' | 'Unavailable' | 'Disabled';
      /** Format: date-time */
      lastSampleAt?: string;
      message?: string;
    };
    ClusterList: {
      items: components['schemas']['Cluster'][];
      /** Format: date-time */
      asOf: string;
    };
    Condition: {
      type: string;
      /** @enum {string} */
      status: 'True' | 'False' | 'Unknown';
      reason?: string;
      message?: string;
      /** Format: date-time */
      lastTransitionTime?: string;
      /**
       * @description Whether the condition needs attention.
       * @enum {string}
       */
      level: 'none' | 'info' | 'warning' | 'error';
      meaning?: components['schemas']['ConditionMeaning'];
    };
    /**
     * @description What the condition of an autoscaler says in plain words; the page translates it. Absent for conditions that are shown as they are.
     * @enum {string}
     */
    ConditionMeaning:
      | 'canReadScale'
      | 'readyForNewScale'
      | 'scaleDownStabilized'
      | 'scaleUpStabilized'
      | 'justRescaled'
      | 'cannotReadScale'
      | 'cannotUpdateScale'
      | 'metricsWork'
      | 'scalingDisabled'
      | 'selectorInvalid'
      | 'selectorAmbiguous'
      | 'metricSourceInvalid'
      | 'resourceMetricMissing'
      | 'containerMetricMissing'
      | 'podsMetricMissing'
      | 'objectMetricMissing'
      | 'externalMetricMissing'
      | 'heldAtMax'
      | 'heldAtMin'
      | 'scaleUpRateLimited'
      | 'scaleDownRateLimited'
      | 'withinRange'
      | 'scaledToZero'
      | 'notScaledToZero'
      | 'recommendationProvided'
      | 'recommendationPending'
      | 'noPodsMatched'
      | 'vpaConfigUnsupported'
      | 'vpaConfigDeprecated'
      | 'vpaFetchingHistory'
      | 'kedaReady'
      | 'kedaNotReady'
      | 'kedaActive'
      | 'kedaInactive'
      | 'kedaFallback'
      | 'kedaNoFallback'
      | 'kedaPaused'
      | 'kedaNotPaused';
    ScalingPolicy: {
      /** @enum {string} */
      type: 'Pods' | 'Percent';
      value: number;
      periodSeconds: number;
    };
    ScalingRules: {
      /**
       * @description `Explicit`: at least one field is written in the object. `Default`: the cluster's documented defaults apply to this direction. `Legacy`: the object has no behavior at all, so a scale up is limited to max(2 x current, 4) replicas per sync.
       * @enum {string}
       */
      source: 'Explicit' | 'Default' | 'Legacy';
      /** @description Fields of this direction that differ from the defaults. */
      explicitFields: string[];
      stabilizationWindowSeconds: number;
      /** @enum {string} */
      selectPolicy: 'Max' | 'Min' | 'Disabled';
      policies: components['schemas']['ScalingPolicy'][];
      /** @description Ratio of current to target that is still close enough, for example 0.1; absent when the cluster's own applies. */
      tolerance?: number;
    };
    HpaDetail: {
      name: string;
      /** Format: date-time */
      createdAt?: string;
      scaleTargetRef: components['schemas']['ObjectRef'];
      minReplicas: number;
      maxReplicas: number;
      currentReplicas: number;
      desiredReplicas: number;
      /** Format: date-time */
      lastScaleTime?: string;
      generation?: number;
      observedGeneration?: number;
      metrics: components['schemas']['Metric'][];
      behavior: {
        scaleUp: components['schemas']['ScalingRules'];
        scaleDown: components['schemas']['ScalingRules'];
      };
      conditions: components['schemas']['Condition'][];
    };
    VpaContainer: {
      name: string;
      /**
       * @description Off means that the autoscaler leaves this container alone.
       * @enum {string}
       */
      mode: 'Auto' | 'Off';
      controlledResources: string[];
      /** @enum {string} */
      controlledValues: 'RequestsAndLimits' | 'RequestsOnly';
      minAllowed?: components['schemas']['ResourceQuantities'];
      maxAllowed?: components['schemas']['ResourceQuantities'];
      lowerBound?: components['schemas']['ResourceQuantities'];
      target?: components['schemas']['ResourceQuantities'];
      upperBound?: components['schemas']['ResourceQuantities'];
      uncappedTarget?: components['schemas']['ResourceQuantities'];
      /** @description What the workload's pod template asks for now. */
      requests?: components['schemas']['ResourceQuantities'];
      limits?: components['schemas']['ResourceQuantities'];
    };
    VpaDetail: {
      name: string;
      /** Format: date-time */
      createdAt?: string;
      targetRef?: components['schemas']['ObjectRef'];
      updateMode: components['schemas']['VpaUpdateMode'];
      minReplicas?: number;
      containers: components['schemas']['VpaContainer'][];
      conditions: components['schemas']['Condition'][];
    };
    KedaTrigger: {
      type: string;
      name?: string;
      metricType?: string;
      threshold?: string;
      activationThreshold?: string;
      query?: string;
    };
    KedaDetail: {
      name: string;
      minReplicaCount: number;
      maxReplicaCount: number;
      idleReplicaCount?: number;
      pollingIntervalSeconds: number;
      cooldownPeriodSeconds: number;
      paused: boolean;
      pausedReplicas?: number;
      fallback?: {
        failureThreshold: number;
        replicas: number;
      };
      /** Format: date-time */
      lastActiveTime?: string;
      triggers: components['schemas']['KedaTrigger'][];
      conditions: components['schemas']['Condition'][];
    };
    ContainerSpec: {
      name: string;
      image?: string;
      requests: components['schemas']['ResourceQuantities'];
      limits: components['schemas']['ResourceQuantities'];
    };
    WorkloadDetail: {
      kind: string;
      name: string;
      /** Format: date-time */
      createdAt?: string;
      generation?: number;
      observedGeneration?: number;
      replicas: {
        desired: number;
        current: number;
        ready: number;
        updated: number;
        available: number;
        unavailable: number;
      };
      strategy?: {
        type: string;
        maxSurge?: string;
        maxUnavailable?: string;
      };
      /** @enum {string} */
      rollout: 'complete' | 'progressing' | 'paused' | 'failed';
      containers: components['schemas']['ContainerSpec'][];
      conditions: components['schemas']['Condition'][];
    };
    PodContainer: {
      name: string;
      ready: boolean;
      restarts: number;
      /** @enum {string} */
      state?: 'waiting' | 'running' | 'terminated';
      reason?: string;
      message?: string;
      lastTermination?: {
        reason?: string;
        exitCode?: number;
        /** Format: date-time */
        finishedAt?: string;
      };
      requests: components['schemas']['ResourceQuantities'];
      limits: components['schemas']['ResourceQuantities'];
      usage?: components['schemas']['ResourceQuantities'];
    };
    PodDetail: {
      name: string;
      uid: string;
      /** @enum {string} */
      phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
      ready: boolean;
      /** Format: date-time */
      readyAt?: string;
      restarts: number;
      /** Format: date-time */
      createdAt?: string;
      /** Format: date-time */
      startedAt?: string;
      /**
       * Format: date-time
       * @description When its deletion was asked for; present while the pod is terminating.
       */
      deletionAt?: string;
      node?: string;
      /** @description Why it is not ready, for example CrashLoopBackOff or Unschedulable. */
      reason?: string;
      message?: string;
      requests: components['schemas']['ResourceQuantities'];
      limits: components['schemas']['ResourceQuantities'];
      usage?: components['schemas']['ResourceQuantities'];
      /** Format: date-time */
      usageAt?: string;
      containers: components['schemas']['PodContainer'][];
    };
    AgentEvent: {
      id: string;
      /** @enum {string} */
      type: 'Normal' | 'Warning';
      reason: string;
      message: string;
      count: number;
      /** Format: date-time */
      firstAt?: string;
      /** Format: date-time */
      lastAt: string;
      object: components['schemas']['ObjectRef'];
      source?: string;
    };
    ModelServer: {
      model: components['schemas']['ModelRef'];
      workload: components['schemas']['WorkloadDetail'];
      pods: components['schemas']['PodDetail'][];
    };
    DisruptionBudget: {
      name: string;
      minAvailable?: string;
      maxUnavailable?: string;
      disruptionsAllowed: number;
      currentHealthy: number;
      desiredHealthy: number;
      expectedPods: number;
    };
    AgentDetail: components['schemas']['AgentSummary'] & {
      hpa?: components['schemas']['HpaDetail'];
      /** @description Further HorizontalPodAutoscalers on the same workload, which is a fault. */
      otherAutoscalers: string[];
      vpaDetail?: components['schemas']['VpaDetail'];
      keda?: components['schemas']['KedaDetail'];
      deployment?: components['schemas']['WorkloadDetail'];
      podList: components['schemas']['PodDetail'][];
      modelServer?: components['schemas']['ModelServer'];
      disruptionBudgets: components['schemas']['DisruptionBudget'][];
      /** @description Of the autoscalers, the workload, its ReplicaSets and pods; joined when equal, newest first. */
      events: components['schemas']['AgentEvent'][];
      /** @description How far each kind of object behind this answer can be trusted. */
      freshness: components['schemas']['ResourceFreshness'][];
      /** Format: date-time */
      asOf: string;
    };
    ReplicaSample: {
      /** Format: date-time */
      at: string;
      min?: number;
      current: number;
      desired: number;
      max?: number;
      ready: number;
      /** @description Lowest current when neighbours were joined into this sample. */
      lowest?: number;
      highest?: number;
      /** @description Current value by metric id, in the metric's unit. A metric without a value is absent. */
      metrics?: {
        [key: string]: number;
      };
      /** @description Usage of all pods together, as sampled from metrics.k8s.io; absent without a sample. */
      usage?: {
        cpuCores?: number;
        memoryBytes?: number;
      };
    };
    ScaleEvent: {
      id: string;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      kind:
        | 'rescale'
        | 'failedRescale'
        | 'vpaEviction'
        | 'vpaResize'
        | 'activation';
      from?: number;
      to?: number;
      /** @description Reason of the Kubernetes event, for example SuccessfulRescale. */
      reason?: string;
      message?: string;
      /**
       * @description `Event`: the autoscaler said so. `Observed`: the workload's replicas changed without a word from an autoscaler, for example by hand.
       * @enum {string}
       */
      source: 'Event' | 'Observed';
    };
    AgentHistory: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      /** @description Oldest first. */
      samples: components['schemas']['ReplicaSample'][];
      /** @description Oldest first. */
      events: components['schemas']['ScaleEvent'][];
      /** @description Only the newest events of the range are listed. */
      eventsTruncated?: boolean;
      retention: {
        samplesSeconds: number;
        eventsSeconds: number;
      };
    };
  };
  responses: {
    /** @description An error. */
    ErrorResponse: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
  };
  parameters: {
    cluster: string;
    namespace: string;
    /** @description Name of the agent's workload. */
    name: string;
    /** @description Only these clusters; repeat for several. */
    clusterFilter: string[];
    /** @description Only these namespaces; repeat for several. */
    namespaceFilter: string[];
    /** @description Only agents whose catalog entity is owned by one of these entity refs; repeat for several. */
    ownerFilter: string[];
    /** @description Only agents of these catalog entities; repeat for several. */
    entityRefFilter: string[];
    /** @description Only agents in these states; repeat for several. */
    stateFilter: components['schemas']['AgentState'][];
    /** @description Only agents whose name, title, namespace, cluster, entity ref or owner contains every word of this text, whatever its case. */
    text: string;
    /** @description What to sort by; ties are sorted by name, namespace, cluster. Default: attention. */
    orderBy:
      | 'attention'
      | 'name'
      | 'namespace'
      | 'cluster'
      | 'currentReplicas'
      | 'desiredReplicas'
      | 'maxReplicas'
      | 'headroom'
      | 'lastScale';
    /** @description Default: desc for attention and lastScale, asc for the rest. */
    order: 'asc' | 'desc';
    /** @description Page size. Default: 100. */
    limit: number;
    /** @description Agents to skip. Default: 0. */
    offset: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  ListAgents: {
    parameters: {
      query?: {
        /** @description Only these clusters; repeat for several. */
        cluster?: components['parameters']['clusterFilter'];
        /** @description Only these namespaces; repeat for several. */
        namespace?: components['parameters']['namespaceFilter'];
        /** @description Only agents whose catalog entity is owned by one of these entity refs; repeat for several. */
        owner?: components['parameters']['ownerFilter'];
        /** @description Only agents of these catalog entities; repeat for several. */
        entityRef?: components['parameters']['entityRefFilter'];
        /** @description Only agents in these states; repeat for several. */
        state?: components['parameters']['stateFilter'];
        /** @description Only agents whose name, title, namespace, cluster, entity ref or owner contains every word of this text, whatever its case. */
        text?: components['parameters']['text'];
        /** @description What to sort by; ties are sorted by name, namespace, cluster. Default: attention. */
        orderBy?: components['parameters']['orderBy'];
        /** @description Default: desc for attention and lastScale, asc for the rest. */
        order?: components['parameters']['order'];
        /** @description Page size. Default: 100. */
        limit?: components['parameters']['limit'];
        /** @description Agents to skip. Default: 0. */
        offset?: components['parameters']['offset'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of agents. */
      200: {
        headers: {
          /** @description Changes only when an agent or a cluster state changes; send it back as If-None-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgentList'];
        };
      };
      /** @description Nothing changed since the given ETag. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['ErrorResponse'];
    };
  };
  GetAgent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        cluster: components['parameters']['cluster'];
        namespace: components['parameters']['namespace'];
        /** @description Name of the agent's workload. */
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The agent. */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgentDetail'];
        };
      };
      /** @description Nothing changed since the given ETag. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['ErrorResponse'];
    };
  };
  GetAgentHistory: {
    parameters: {
      query?: {
        /** @description Start of the range, inclusive. Default: 24 hours before the end. */
        from?: string;
        /** @description End of the range, inclusive. Default: now. */
        to?: string;
        /** @description At most this many samples; neighbours are joined to stay below it. Default: 500. */
        maxPoints?: number;
      };
      header?: never;
      path: {
        cluster: components['parameters']['cluster'];
        namespace: components['parameters']['namespace'];
        /** @description Name of the agent's workload. */
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The history. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgentHistory'];
        };
      };
      default: components['responses']['ErrorResponse'];
    };
  };
  ListClusters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The clusters; an empty list when none is configured. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClusterList'];
        };
      };
      default: components['responses']['ErrorResponse'];
    };
  };
}
