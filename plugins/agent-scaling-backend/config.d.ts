import { HumanDuration } from '@backstage/types';

export interface Config {
  agentScaling?: {
    /** Which workloads are agents. */
    selector?: {
      /**
       * Label selector as for kubectl; Deployments that match are agents.
       * Default: `ai.suoke.life/agent,app.kubernetes.io/component=agent`.
       */
      labels?: string;
      /**
       * Whether a Deployment that a HorizontalPodAutoscaler scales and that carries `backstage.io/kubernetes-id` (label or annotation)
       * is an agent too, whatever its other labels. Default: true.
       */
      autoscaledEntities?: boolean;
      /** Only these namespaces are watched, with a Role in each instead of a ClusterRole. Default: all. */
      namespaces?: string[];
    };
    /** How often every watched type is listed again, in case a watch missed something; 1 minute to 1 day. Default: 10 minutes. */
    resync?: HumanDuration | string;
    /** Series of replicas, metrics and usage that the portal keeps itself. */
    samples?: {
      /** Time between two samples, and between two reads of metrics.k8s.io; 5 seconds to 10 minutes. Default: 30 seconds. */
      interval?: HumanDuration | string;
      /** Age from which samples are thinned out. Default: 2 hours. */
      thinAfter?: HumanDuration | string;
      /** Time between two samples that are left after thinning. Default: 5 minutes. */
      thinTo?: HumanDuration | string;
      /** Current usage of pods from metrics.k8s.io. */
      usage?: {
        /** Default: true. */
        enabled?: boolean;
        /** How long one read may take; 1 second to 1 minute. Default: 10 seconds. */
        timeout?: HumanDuration | string;
      };
    };
    /** How long history is kept. */
    retention?: {
      /** Samples. Default: 24 hours. */
      samples?: HumanDuration | string;
      /** Scale events; Kubernetes forgets its own after an hour. Default: 30 days. */
      scaleEvents?: HumanDuration | string;
    };
  };
}
