/** A Deployment as a person would write it: nothing that the server fills in. */
export const deploymentYaml = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: xiaoai
  labels: { app.kubernetes.io/name: xiaoai }
spec:
  replicas: 2
  selector: { matchLabels: { app: xiaoai } }
  template:
    metadata: { labels: { app: xiaoai } }
    spec:
      containers:
        - name: agent
          image: suoke/xiaoai:v1
          ports: [{ containerPort: 8080 }]
          env: [{ name: LEVEL, value: info }]
          resources: { requests: { cpu: '1', memory: 1Gi }, limits: { cpu: '2', memory: 2Gi } }
`;

/** A custom kind with a default, a pruned status, columns, scale and rules. */
export const widgetCrdYaml = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.suoke.life }
spec:
  group: suoke.life
  scope: Namespaced
  names: { plural: widgets, kind: Widget, shortNames: [wd] }
  versions:
    - name: v1
      served: true
      storage: true
      subresources:
        status: {}
        scale: { specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas }
      additionalPrinterColumns:
        - { name: Replicas, type: integer, jsonPath: .spec.replicas }
        - { name: Ready, type: string, jsonPath: '.status.conditions[?(@.type=="Ready")].status' }
        - { name: Age, type: date, jsonPath: .metadata.creationTimestamp }
      schema:
        openAPIV3Schema:
          type: object
          required: [spec]
          properties:
            spec:
              type: object
              required: [model]
              x-kubernetes-validations:
                - rule: self.replicas <= self.max
                  messageExpression: "'replicas ' + string(self.replicas) + ' above max ' + string(self.max)"
                  fieldPath: .replicas
                - { rule: self.model == oldSelf.model, message: model is immutable, reason: FieldValueForbidden }
              properties:
                model: { type: string, minLength: 2, pattern: '^[a-z]+$' }
                replicas: { type: integer, default: 1, minimum: 0 }
                max: { type: integer, default: 10 }
                mode: { type: string, enum: [A, B] }
            status: { type: object, x-kubernetes-preserve-unknown-fields: true }
`;

export const widgetYaml = `
apiVersion: suoke.life/v1
kind: Widget
metadata: { name: w1 }
spec: { model: chat }
`;
