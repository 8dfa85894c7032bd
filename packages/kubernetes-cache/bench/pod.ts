/** A pod of an agent with about the fields and the size that a kubelet leaves behind (some 7 kB of JSON, a third of it managedFields). */
export function pod(agent: number, replica: number, changedAt = 0) {
  const app = `agent-${String(agent).padStart(4, '0')}`;
  const name = `${app}-6d4cf56db6-${String(replica).padStart(5, 'x')}`;
  const labels = {
    'app.kubernetes.io/name': app,
    'app.kubernetes.io/part-of': 'suoke',
    'app.kubernetes.io/component': 'agent',
    'backstage.io/kubernetes-id': app,
    'pod-template-hash': '6d4cf56db6',
  };
  const probe = (path: string) => ({
    httpGet: { path, port: 'http', scheme: 'HTTP' },
    initialDelaySeconds: 5,
    timeoutSeconds: 2,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  });
  const condition = (type: string) => ({
    type,
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: '2026-01-01T00:00:00Z',
  });
  return {
    kind: 'Pod',
    metadata: {
      name,
      generateName: `${app}-6d4cf56db6-`,
      namespace: 'suoke-agents',
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels,
      annotations: {
        'prometheus.io/scrape': 'true',
        'bench/changed-at': String(changedAt),
        'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
          labels,
          probe: probe('/healthz'),
        }),
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `${app}-6d4cf56db6`,
          uid: `11111111-2222-3333-4444-${String(agent).padStart(12, '0')}`,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      managedFields: ['kube-controller-manager', 'kubelet'].map(manager => ({
        manager,
        operation: 'Update',
        apiVersion: 'v1',
        time: '2026-01-01T00:00:00Z',
        fieldsType: 'FieldsV1',
        fieldsV1: Object.fromEntries(
          Array.from({ length: 12 }, (_, i) => [
            `f:field-${i}`,
            {
              '.': {},
              'f:name': {},
              'f:value': {},
              [`k:{"name":"ITEM_${i}"}`]: { '.': {}, 'f:value': {} },
            },
          ]),
        ),
      })),
    },
    spec: {
      nodeName: `node-${agent % 20}`,
      serviceAccountName: app,
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      schedulerName: 'default-scheduler',
      tolerations: ['not-ready', 'unreachable'].map(what => ({
        key: `node.kubernetes.io/${what}`,
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 300,
      })),
      volumes: [
        { name: 'config', configMap: { name: app, defaultMode: 420 } },
        {
          name: 'token',
          projected: {
            sources: [
              {
                serviceAccountToken: { expirationSeconds: 3607, path: 'token' },
              },
            ],
          },
        },
      ],
      containers: [
        {
          name: 'agent',
          image: `registry.example.com/suoke/${app}:v2.1.0`,
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
          env: Array.from({ length: 15 }, (_, i) => ({
            name: `SETTING_${i}`,
            value: `value-${i}-of-${app}`,
          })),
          resources: {
            requests: { cpu: '1', memory: '4Gi' },
            limits: { cpu: '2', memory: '8Gi' },
          },
          volumeMounts: [
            { name: 'config', mountPath: '/etc/agent', readOnly: true },
            {
              name: 'token',
              mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
              readOnly: true,
            },
          ],
          livenessProbe: probe('/healthz'),
          readinessProbe: probe('/readyz'),
          terminationMessagePath: '/dev/termination-log',
          imagePullPolicy: 'IfNotPresent',
        },
      ],
    },
    status: {
      phase: 'Running',
      conditions: [
        'PodReadyToStartContainers',
        'Initialized',
        'Ready',
        'ContainersReady',
        'PodScheduled',
      ].map(condition),
      hostIP: `10.0.0.${agent % 20}`,
      podIP: `10.1.${agent % 250}.${replica}`,
      startTime: '2026-01-01T00:00:00Z',
      containerStatuses: [
        {
          name: 'agent',
          state: { running: { startedAt: '2026-01-01T00:00:05Z' } },
          ready: true,
          restartCount: 0,
          image: `registry.example.com/suoke/${app}:v2.1.0`,
          imageID: `registry.example.com/suoke/${app}@sha256:${'0'.repeat(64)}`,
          containerID: `containerd://${String(agent).padStart(64, '0')}`,
        },
      ],
      qosClass: 'Burstable',
    },
  };
}
