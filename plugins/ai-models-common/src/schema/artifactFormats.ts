/**
 * Formats that an artifact can have. `pickle` and `torchscript` run code when they are loaded.
 *
 * @public
 */
export const ARTIFACT_FORMATS = [
  'safetensors',
  'savedmodel',
  'onnx',
  'torchscript',
  'pickle',
  'gguf',
  'other',
] as const;
