import { fractionOf, hash32 } from '../../controllers/runtime/names';

/** 64 hexadecimal digits that belong to a text. */
export function hexDigest(text: string): string {
  return Array.from({ length: 8 }, (_, part) =>
    hash32(`${part}/${text}`).toString(16).padStart(8, '0'),
  ).join('');
}

/** `status.containerStatuses[].imageID` of an image: the same image has the same digest everywhere. */
export function imageId(image: string): string {
  const repository = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const host = /^[^/]*[.:][^/]*\//.test(repository) ? '' : 'docker.io/';
  return `${host}${repository}@sha256:${hexDigest(image)}`;
}

/** How long a node needs to pull an image it does not have: 2 to 6 s, three times that for model servers. */
export function pullMs(image: string): number {
  const base = 2_000 + 4_000 * fractionOf(`pull/${image}`);
  return Math.round(image.includes('model-server') ? base * 3 : base);
}

/** Size in bytes, as the Pulled event reports it. */
export function imageBytes(image: string): number {
  return Math.round((0.2 + 2 * fractionOf(`size/${image}`)) * 1e9);
}
