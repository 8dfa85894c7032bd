import { ServedModel } from './RuntimeProfile';

/** Directory of the model cache volume. */
export const MODEL_DIRECTORY = '/var/cache/models';

/** `org/model` of a Hugging Face address; a model that the image or a volume carries is a directory. */
export function huggingFaceId(model: ServedModel): string {
  return model.uri?.startsWith('hf://')
    ? model.uri.slice('hf://'.length)
    : storageLocation(model);
}

/** Where a server that reads object storage itself finds the model; without an address, the mounted directory. */
export function storageLocation(model: ServedModel): string {
  return model.uri?.startsWith('s3://')
    ? model.uri
    : `${MODEL_DIRECTORY}/${model.name}`;
}
