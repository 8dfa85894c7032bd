/** Frameworks of a model, as the AIModel kind names them. */
export const FRAMEWORKS = [
  'huggingface',
  'pytorch',
  'tensorflow',
  'onnx',
] as const;

/** Inference servers that are maintained; TorchServe, TGI and Yatai no longer are. */
export const RUNTIMES = [
  'vllm',
  'huggingfaceserver',
  'triton',
  'tensorflow-serving',
] as const;

export type Framework = (typeof FRAMEWORKS)[number];
export type Runtime = (typeof RUNTIMES)[number];

/** Which runtimes serve a framework; the first is the default. */
export const RUNTIMES_OF_FRAMEWORK: Record<Framework, readonly Runtime[]> = {
  huggingface: ['vllm', 'huggingfaceserver'],
  pytorch: ['triton', 'huggingfaceserver'],
  tensorflow: ['tensorflow-serving', 'triton'],
  onnx: ['triton'],
};

/**
 * From where each runtime loads weights by itself; `pvc` is mounted. TensorFlow Serving left object storage to
 * plugins that its image does not have.
 */
export const LOADABLE_SCHEMES: Record<Runtime, readonly string[]> = {
  vllm: ['hf', 'pvc'],
  huggingfaceserver: ['hf', 'pvc'],
  triton: ['s3', 'pvc'],
  'tensorflow-serving': ['pvc'],
};
