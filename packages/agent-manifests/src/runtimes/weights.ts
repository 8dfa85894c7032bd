import { ServedModel } from './RuntimeProfile';

/** Directory of the model cache volume. */
export const MODEL_DIRECTORY = '/var/cache/models';

/** `org/model` of a Hugging Face address; a model that the image or a volume carries is a directory. */
export function huggingFaceId(model: ServedModel): string {
  return model.uri?.startsWith('hf://')
    ? model.uri.slice('hf://'.length)
    : storageLocation(model);
}

/** Where a server finds the model: in object storage that it reads itself, on the mounted claim, or in its image. */
export function storageLocation(model: ServedModel): string {
  if (model.uri?.startsWith('s3://')) return model.uri;
  const claim = modelClaim(model.uri);
  return claim
    ? [MODEL_DIRECTORY, claim.path].filter(Boolean).join('/')
    : `${MODEL_DIRECTORY}/${model.name}`;
}

/** The PersistentVolumeClaim and the path on it of a `pvc://claim/path` address. */
export function modelClaim(
  uri: string | undefined,
): { claimName: string; path: string } | undefined {
  const match = /^pvc:\/\/([^/]+)\/?(.*)$/.exec(uri ?? '');
  return match ? { claimName: match[1], path: match[2] } : undefined;
}
