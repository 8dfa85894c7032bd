import { z } from 'zod';
import { LOADABLE_SCHEMES } from '../runtimes/runtimeNames';
import { runtimeOf } from '../runtimes/profileOf';
import { ModelServerSpec } from './modelServer';

/**
 * The image of a runtime comes without a model, so it has to be told where one is, in a way that it can load. An image
 * of one's own brings its model or knows how to get it.
 */
export function checkWeightsAreReachable(
  spec: { model: { uri?: string }; modelServer: ModelServerSpec },
  context: z.RefinementCtx,
): void {
  const { model, modelServer } = spec;
  if (modelServer.image) return;
  const runtime = runtimeOf(modelServer);
  const schemes = LOADABLE_SCHEMES[runtime];
  const scheme = model.uri?.split('://')[0];
  if (scheme && schemes.includes(scheme)) return;
  const loadable = schemes.map(name => `${name}://`).join(' or ');
  context.addIssue({
    code: 'custom',
    path: ['model', 'uri'],
    message: scheme
      ? `${runtime} cannot load from ${scheme}://; use ${loadable}, or name an image in modelServer.image that can`
      : `the ${runtime} image has no model; say where its weights are (${loadable}), or name an image with the model in modelServer.image`,
  });
}
