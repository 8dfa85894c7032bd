/** A model and its first version; a test reads it with the parser of the kinds. */
export const EXAMPLE_YAML = `apiVersion: ai.suoke.life/v1alpha1
kind: AIModel
metadata:
  name: chat
spec:
  title: Chat
  owner: group:default/ml-platform
  framework: huggingface
  activeVersion: chat-v1.0.0
  serving:
    image: example/chat-server:v1.0.0
---
apiVersion: ai.suoke.life/v1alpha1
kind: ModelVersion
metadata:
  name: chat-v1.0.0
spec:
  modelRef:
    name: chat
  version: v1.0.0
  changelog: First version
  artifact:
    uri: s3://models/chat/v1.0.0
`;
