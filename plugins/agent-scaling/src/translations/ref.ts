import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Every text of the plugin, in English. Other languages translate these keys. @public */
export const agentScalingTranslationRef = createTranslationRef({
  id: 'plugin.agent-scaling',
  messages: {
    fleet: {
      title: 'Agent scaling',
      loading: 'Loading the agents',
      totals: {
        label: 'Totals',
        agents: 'Agents',
        pods: 'Ready pods',
        podsOfAll: 'of {{total}}',
        podsOfListed: 'of {{total}} in this list',
        failing: 'Failing',
        failingHint: 'cannot scale or do not run',
        limited: 'Limited',
        limitedHint: 'held back by something',
        scaling: 'Scaling',
        scalingHint: 'on their way to another size',
      },
      clusters: {
        label: 'Clusters',
        lastContact: 'last contact {{time}}',
        noContact: 'no contact yet',
        simulated: 'simulated',
        simulatedHint:
          'This cluster is a simulation. Its numbers are not real load.',
      },
      filters: {
        label: 'Filters',
        search: 'Find an agent',
        searchPlaceholder: 'Name, owner, namespace',
        status: 'Status',
        cluster: 'Cluster',
        namespace: 'Namespace',
        anyStatus: 'Any status',
        anyCluster: 'Any cluster',
        anyNamespace: 'Any namespace',
        option: '{{value}} ({{amount}})',
        clear: 'Clear filters',
      },
      columns: {
        agent: 'Agent',
        namespace: 'Namespace',
        place: 'Location',
        replicas: 'Replicas',
        metrics: 'Metrics: current / target',
        status: 'Status',
        lastScale: 'Last scale',
        vertical: 'Model and VPA',
      },
      table: 'Agents',
      count_one: '{{count}} agent',
      count_other: '{{count}} agents',
      page: 'Page {{page}} of {{pages}}',
      previousPage: 'Previous page',
      nextPage: 'Next page',
      neverScaled: 'Never',
      lastScaleChange: '{{from}} → {{to}}',
      noMetrics: 'No metrics',
      noAutoscaler: 'No autoscaler',
      vpaRecommends: 'VPA {{mode}}, recommends',
      vpaWaits: 'VPA {{mode}}, still learning',
      noVpa: 'No VPA',
      model: 'Model {{model}}',
      partial: {
        title_one: '{{count}} cluster is out of contact',
        title_other: '{{count}} clusters are out of contact',
        description:
          '{{clusters}}: what is listed from there is the last known state. The other clusters are current.',
      },
      empty: {
        title: 'No agents yet',
        description:
          'The portal lists workloads that are labelled as agents. Label one that runs already:',
        create: 'Create an agent from a template',
      },
      noMatch: {
        title: 'No agent matches these filters',
        description: 'Change or clear the filters to see more.',
      },
      noClusters: {
        title: 'No cluster is configured',
        description:
          'Add a cluster to the configuration of the backend. Its agents appear here within a minute.',
      },
    },
    state: {
      ok: 'At rest',
      scaling: 'Scaling',
      limited: 'Limited',
      failing: 'Failing',
      stale: 'Out of date',
      noAutoscaler: 'No autoscaler',
    },
    clusterState: {
      Connecting: 'Connecting',
      Connected: 'Connected',
      Degraded: 'Degraded',
      Unreachable: 'Unreachable',
      Unauthorized: 'Access refused',
    },
    attention: {
      atMaxReplicas: 'Runs as many replicas as it may have.',
      scaleUpRateLimited: 'May not grow faster: a scale-up policy slows it.',
      scaleDownRateLimited:
        'May not shrink faster: a scale-down policy slows it.',
      scaleDownStabilized:
        'Waits before it shrinks, so that a short calm does not count.',
      scaleUpStabilized:
        'Waits before it grows, so that a short peak does not count.',
      scaleTargetUnreadable: 'The autoscaler cannot read its workload.',
      scaleUpdateFailed: 'The autoscaler could not change its workload.',
      scalingDisabled:
        'Scaling is switched off because the workload is at zero replicas.',
      selectorInvalid: 'The pod selector of the workload cannot be used.',
      selectorAmbiguous:
        'Several autoscalers claim the same pods, so none of them acts.',
      metricsUnavailable: 'The autoscaler has no metric to decide by.',
      metricMissing:
        'A metric has no value. It can still grow, but it cannot shrink.',
      targetMissing: 'The autoscaler points to a workload that does not exist.',
      severalAutoscalers:
        'Several autoscalers act on this workload and contradict each other.',
      kedaPaused: 'KEDA is told to pause scaling.',
      kedaFallback:
        'KEDA cannot read its source and keeps the fallback number of replicas.',
      kedaNotReady: 'KEDA cannot work with this ScaledObject.',
      replicasChanging: 'Replicas are being added or removed.',
      rolloutInProgress: 'A new version is being rolled out.',
      rolloutFailed: 'The rollout of a new version failed.',
      noReadyPods: 'No pod is ready.',
      podCrashLooping: 'A pod crashes again and again.',
      podImageUnavailable: 'The image of a pod cannot be pulled.',
      podUnschedulable: 'A pod finds no node with enough room.',
      podConfigInvalid: 'A pod cannot start with its configuration.',
      podsForbiddenByQuota: 'A quota forbids more pods.',
      clusterOutOfContact:
        'The cluster does not answer. This is its last known state.',
      stillReading: 'The cluster is still being read; this may not be all.',
      notAllowedToRead:
        'The portal may not read everything that concerns this agent.',
      noAutoscaler: 'Nothing scales this workload.',
      withObject: '{{text}} ({{object}})',
    },
    live: {
      live: 'Live',
      polling: 'Updated {{time}}',
      paused: 'Paused while hidden',
      failing: 'Cannot update. Last update {{time}}',
      liveHint: 'Changes appear as they happen. Last update {{time}}.',
      pollingHint: 'Asks again every {{interval}}.',
    },
    problem: {
      denied: {
        title: 'You may not see how agents scale',
        description:
          'The permission {{permission}} is missing. Ask whoever runs this portal for it.',
      },
      signedOut: {
        title: 'You are signed out',
        description: 'Sign in again to go on.',
      },
      agentNotFound: {
        title: 'This agent does not exist',
        description:
          'There is no agent {{name}} in namespace {{namespace}} of cluster {{cluster}}. It may have been removed or renamed.',
      },
      failed: {
        title: 'The agents could not be read',
        description: 'The backend answered: {{message}}',
      },
      retry: 'Try again',
      backToFleet: 'All agents',
    },
    replicas: {
      ready: '{{ready}} of {{total}} ready',
      picture:
        '{{current}} replicas now, {{desired}} wanted, allowed are {{min}} to {{max}}.',
      pictureUnscaled: '{{current}} replicas now, {{desired}} wanted.',
      range: '{{min}} to {{max}}',
      steady: '{{current}}',
      changing: '{{current}} → {{desired}}',
      atMax: 'at maximum',
    },
    metric: {
      values: '{{current}} / {{target}}',
      unknown: '<unknown>',
      unknownHint: 'The autoscaler has no value for this metric.',
      picture: '{{name}}: {{current}}, target {{target}}. {{state}}',
      state: {
        unknown: 'No value.',
        below: 'Below target.',
        near: 'Close enough to target.',
        above: 'Above target.',
      },
      ofContainer: '{{name}} of container {{container}}',
      ofObject: '{{name}} of {{kind}} {{object}}',
      type: {
        Resource: 'Resource of the pods',
        ContainerResource: 'Resource of one container',
        Pods: 'Custom metric per pod',
        Object: 'Metric of another object',
        External: 'Metric from outside the cluster',
      },
      target: {
        Utilization: '{{value}} of the request, averaged over the pods',
        AverageValue: '{{value}} per pod',
        Value: '{{value}} in total',
      },
      kedaTrigger: 'KEDA trigger {{trigger}}',
      average: '{{value}} per pod',
    },
    now: {
      title: 'What it is doing now',
      stale:
        'Its cluster is out of contact, so nobody knows. The page shows the last known state.',
      unscaled_one:
        'Nothing scales {{agent}}: it keeps {{count}} replica until somebody changes that.',
      unscaled_other:
        'Nothing scales {{agent}}: it keeps {{count}} replicas until somebody changes that.',
      blocked: '{{agent}} stays at {{current}} replicas and needs help.',
      growing: '{{agent}} is growing from {{current}} to {{desired}} replicas.',
      growingBecause:
        '{{agent}} is growing from {{current}} to {{desired}} replicas, because {{metric}} is at {{value}} with a target of {{target}}.',
      shrinking:
        '{{agent}} is shrinking from {{current}} to {{desired}} replicas: fewer are enough for its load.',
      atMax:
        '{{agent}} runs all {{max}} replicas that it may have, and {{metric}} at {{value}} asks for more than its target of {{target}}.',
      holding:
        '{{agent}} holds {{current}} replicas. {{metric}} comes closest to asking for more, at {{ratio}} of its target.',
      atMin:
        '{{agent}} rests at its minimum of {{min}} replicas. {{metric}} comes closest to asking for more, at {{ratio}} of its target.',
      resting: '{{agent}} holds {{current}} replicas. No metric has a value.',
      reasons: 'What holds it back',
    },
    agent: {
      loading: 'Loading the agent',
      cluster: 'Cluster',
      namespace: 'Namespace',
      workload: 'Workload',
      owner: 'Owner',
      links: 'See also',
      catalog: 'Catalog page',
      kubernetes: 'Kubernetes objects',
      model: 'Model',
      simulated: 'Simulated cluster: these numbers are not real load.',
      stale: {
        title: 'This is not the present',
        description:
          '{{cluster}} has been out of contact since {{time}}. What you see was true then.',
        descriptionNoTime:
          '{{cluster}} is out of contact. What you see is the last known state.',
        resources: 'Out of date: {{resources}}.',
        forbidden:
          'The portal may not read {{resources}} in this cluster, so that part is missing.',
      },
      severalTitle: 'This component runs as several agents',
      several: 'Agent',
      none: {
        title: 'This component has no agent in any cluster',
        description:
          'No agent is tied to {{entity}}. Label its workload with backstage.io/kubernetes-id and ai.suoke.life/agent:',
      },
    },
    history: {
      title: 'Replicas over time',
      range: 'Time range',
      ranges: {
        h1: '1 h',
        h6: '6 h',
        h24: '24 h',
      },
      loading: 'Loading the history',
      summary:
        'Between {{lowest}} and {{highest}} replicas from {{from}} to {{to}}; {{changes}} changes of scale.',
      empty: 'There are no samples from this time yet.',
      gaps_one: 'There are no samples from {{count}} stretch of this time.',
      gaps_other:
        'There are no samples from {{count}} stretches of this time.',
      current: 'Running',
      desired: 'Wanted',
      ready: 'Ready',
      band: 'Allowed range',
      max: 'Maximum',
      event: 'Change of scale',
      events: 'Changes of scale',
      noEvents: 'Nothing changed the scale in this time.',
      truncated: 'Only the newest changes are listed.',
      time: 'Time',
      change: 'Change',
      reason: 'Reason',
      kind: {
        rescale: 'Rescaled',
        failedRescale: 'Rescale failed',
        vpaEviction: 'Evicted by the VPA',
        vpaResize: 'Resized by the VPA',
        activation: 'Activated or deactivated by KEDA',
      },
      observed:
        'The replicas changed without a word from an autoscaler, for example by hand.',
      from: '{{from}} → {{to}}',
      to: 'to {{to}}',
      showEvents: 'All changes of scale',
    },
    hpa: {
      title: 'Horizontal autoscaler',
      subtitle: '{{name}}: {{min}} to {{max}} replicas',
      missing: {
        title: 'No HorizontalPodAutoscaler targets this agent',
        description:
          'It keeps its number of replicas whatever the load is. Add an autoscaler to its manifests, or create the agent from a template that has one.',
      },
      others:
        'Further autoscalers act on the same workload: {{names}}. Remove all but one.',
      notObserved:
        'The controller has not acted on the newest change of this autoscaler yet.',
      metrics: 'Metrics',
      metricColumns: {
        metric: 'Metric',
        current: 'Current',
        target: 'Target',
        reading: 'Reading',
      },
      conditions: 'Conditions',
      conditionColumns: {
        condition: 'Condition',
        meaning: 'What it means',
        since: 'Since',
      },
      noConditions: 'The controller has not looked at this autoscaler yet.',
      behavior: 'Behavior',
      scaleUp: 'Growing',
      scaleDown: 'Shrinking',
      source: {
        Explicit: 'set in the manifest',
        Default: 'defaults of Kubernetes',
        Legacy: 'defaults of Kubernetes without behavior',
      },
      default: 'default',
      window: 'Stabilization window',
      noWindow: 'none: acts at once',
      policies: 'Policies',
      policyPods_one: 'at most {{count}} pod per {{period}}',
      policyPods_other: 'at most {{count}} pods per {{period}}',
      policyPercent: 'at most {{percent}} per {{period}}',
      legacyPolicy:
        'at most twice the replicas, and 4 in any case, per round',
      select: 'Of several policies',
      selectPolicy: {
        Max: 'the one that changes most',
        Min: 'the one that changes least',
        Disabled: 'none: this direction is switched off',
      },
      tolerance: 'Tolerance',
      toleranceDefault: 'of the cluster, usually {{value}}',
    },
    conditionStatus: {
      True: 'True',
      False: 'False',
      Unknown: 'Unknown',
    },
    condition: {
      canReadScale: 'The autoscaler can read and change the replicas.',
      readyForNewScale:
        'The present size is the recommended one; it is free to change it.',
      scaleDownStabilized:
        'Fewer replicas would do, but it waits for the stabilization window.',
      scaleUpStabilized:
        'More replicas are wanted, but it waits for the stabilization window.',
      justRescaled: 'It has just changed the number of replicas.',
      cannotReadScale: 'It cannot read the replicas of its workload.',
      cannotUpdateScale: 'It could not change the replicas of its workload.',
      metricsWork: 'It has a valid metric and computes replicas from it.',
      scalingDisabled:
        'Scaling is switched off because the workload has zero replicas.',
      selectorInvalid: 'The pod selector of the workload cannot be used.',
      selectorAmbiguous:
        'More than one autoscaler selects these pods, so all of them stop.',
      metricSourceInvalid: 'A metric is of a type that it does not know.',
      resourceMetricMissing:
        'CPU or memory usage of the pods is missing. Check metrics-server and the requests of every container.',
      containerMetricMissing:
        'CPU or memory usage of the container is missing. Check metrics-server and its request.',
      podsMetricMissing:
        'The custom metric of the pods is missing. Check the metrics adapter.',
      objectMetricMissing:
        'The metric of the other object is missing. Check the metrics adapter.',
      externalMetricMissing:
        'The external metric is missing. Check KEDA or the metrics adapter.',
      heldAtMax: 'More replicas are wanted than the maximum allows.',
      heldAtMin: 'Fewer replicas would do, but the minimum keeps them.',
      scaleUpRateLimited: 'A policy slows down how fast it may grow.',
      scaleDownRateLimited: 'A policy slows down how fast it may shrink.',
      withinRange: 'The wanted size is within the allowed range.',
      scaledToZero: 'The autoscaler put the workload to sleep at zero.',
      notScaledToZero: 'The workload is not scaled to zero.',
      recommendationProvided: 'There is a recommendation.',
      recommendationPending:
        'There is no recommendation yet; it needs some usage to learn from.',
      noPodsMatched: 'No pod matches the target of the VPA.',
      vpaConfigUnsupported: 'The VPA cannot work with this configuration.',
      vpaConfigDeprecated: 'The configuration uses something that goes away.',
      vpaFetchingHistory: 'The VPA is loading the history of usage.',
      kedaReady: 'KEDA has accepted the ScaledObject.',
      kedaNotReady: 'KEDA cannot work with the ScaledObject.',
      kedaActive: 'A trigger is active.',
      kedaInactive: 'No trigger is active.',
      kedaFallback: 'A source cannot be read; the fallback applies.',
      kedaNoFallback: 'All sources can be read.',
      kedaPaused: 'Scaling is paused by an annotation.',
      kedaNotPaused: 'Scaling is not paused.',
      raw: '{{reason}}: {{message}}',
    },
    vpa: {
      title: 'Vertical recommendation',
      subtitle: '{{name}}, mode {{mode}}',
      missing:
        'There is no VerticalPodAutoscaler for this agent, so nothing recommends other requests.',
      mode: {
        Off: 'Off: it recommends and changes nothing.',
        OffBesideHpa:
          'Off: it recommends and changes nothing. Beside an autoscaler that measures {{resources}} it has to be so: a VPA that changed the same requests would move the utilization that the autoscaler follows, and the two would chase each other.',
        Initial: 'Initial: it sets the requests of new pods only.',
        Recreate:
          'Recreate: it evicts pods to give them other requests.',
        Auto: 'Auto: deprecated; it evicts pods like Recreate.',
        InPlaceOrRecreate:
          'InPlaceOrRecreate: it resizes running pods, and evicts them when that fails.',
        InPlace:
          'InPlace: it resizes running pods and never evicts them.',
        other: '{{mode}}: this portal does not know this mode.',
      },
      conflict:
        'The autoscaler measures {{resources}} as well. The two will chase each other; set the VPA to Off or take the resource out of it.',
      containerOff: 'The VPA leaves this container alone.',
      recommendation: '{{resource}} of container {{container}}',
      verdict: {
        fits: 'The request fits.',
        tooSmall: 'The request is too small: {{ratio}} of the target.',
        tooLarge: 'The request is too large: {{ratio}} of the target.',
        missing: 'There is no request. The target is {{target}}.',
        noRecommendation: 'No recommendation yet.',
      },
      cappedToMin: 'Raised to the allowed minimum from {{value}}.',
      cappedToMax: 'Cut to the allowed maximum from {{value}}.',
      request: 'Request now',
      target: 'Target',
      bounds: 'Recommended range',
      allowed: 'Allowed range',
      uncappedTarget: 'Without limits',
      range: '{{low}} to {{high}}',
      from: 'from {{low}}',
      upTo: 'up to {{high}}',
      picture:
        'Request {{request}}, target {{target}}, recommended from {{low}} to {{high}}.',
      none: 'none',
    },
    keda: {
      title: 'KEDA',
      subtitle: '{{name}}: {{min}} to {{max}} replicas',
      paused: 'Scaling is paused by an annotation.',
      pausedAt: 'Scaling is paused at {{replicas}} replicas by an annotation.',
      polling: 'Asks its sources every',
      cooldown: 'Waits before it goes to the minimum',
      idle: 'Replicas when idle',
      fallback: 'Fallback',
      fallbackValue: '{{replicas}} replicas after {{failures}} failures',
      lastActive: 'Last active',
      triggers: 'Triggers',
      trigger: 'Trigger',
      threshold: 'Threshold',
      activation: 'Activation threshold',
      query: 'Query',
    },
    pods: {
      title: 'Pods',
      modelServerTitle: 'Pods of the model server',
      none: 'There are no pods.',
      columns: {
        pod: 'Pod',
        status: 'Status',
        ready: 'Ready',
        restarts: 'Restarts',
        age: 'Age',
        node: 'Node',
        cpu: 'CPU',
        memory: 'Memory',
      },
      status: {
        ready: 'Ready',
        notReady: 'Not ready',
        pending: 'Pending',
        terminating: 'Terminating',
        failed: 'Failed',
        finished: 'Finished',
        unknown: 'Unknown',
      },
      containers: '{{ready}}/{{total}}',
      usage: '{{used}} of {{request}}',
      usagePicture:
        '{{resource}}: {{used}} used, {{request}} requested, limit {{limit}}.',
      noSample: 'no sample',
      noRequest: 'no request',
      noLimit: 'none',
    },
    events: {
      title: 'Events',
      none: 'Kubernetes has no events for this agent. It forgets them after about an hour.',
      noMatch: 'No event matches.',
      filter: 'Filter events',
      warningsOnly: 'Warnings only',
      type: {
        Normal: 'Normal',
        Warning: 'Warning',
      },
      columns: {
        time: 'Last seen',
        reason: 'Reason',
        message: 'Message',
        object: 'Object',
        count: 'Count',
      },
      times: '{{amount}}×',
    },
    modelServer: {
      title: 'Model server',
      none: 'This agent has no model server of its own.',
      model: 'Model',
      version: 'Version',
      framework: 'Framework',
      replicas: 'Ready replicas',
      image: 'Image',
      resources: 'Requests and limits',
      resource: '{{resource}}: {{request}}, limit {{limit}}',
    },
    disruption: {
      none: 'No PodDisruptionBudget protects this agent during node maintenance.',
      allowed_one: '{{name}}: {{count}} pod may be disrupted now.',
      allowed_other: '{{name}}: {{count}} pods may be disrupted now.',
    },
    commands: {
      title: 'In a terminal',
      copied: 'Copied',
      copyCommand: 'Copy the command: {{command}}',
      purpose: {
        describeHpa: 'The autoscaler with its conditions and events',
        watchHpa: 'Follow its decisions',
        describeVpa: 'The recommendation',
        describeScaledObject: 'The KEDA ScaledObject',
        topPods: 'Usage of the pods',
        events: 'Events of the workload',
      },
    },
    card: {
      title: 'Scaling',
      more: 'Open scaling',
    },
  },
});
