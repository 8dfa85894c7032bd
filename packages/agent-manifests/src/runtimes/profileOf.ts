import { huggingfaceserver } from './huggingfaceserver';
import { Framework, Runtime, RUNTIMES_OF_FRAMEWORK } from './runtimeNames';
import { RuntimeProfile } from './RuntimeProfile';
import { tensorflowServing } from './tensorflowServing';
import { triton } from './triton';
import { vllm } from './vllm';

const PROFILES: Record<Runtime, RuntimeProfile> = {
  vllm,
  huggingfaceserver,
  triton,
  'tensorflow-serving': tensorflowServing,
};

/** The runtime that serves the model: the chosen one, or the default of the framework. */
export function runtimeOf(server: {
  framework: Framework;
  runtime?: Runtime;
}): Runtime {
  return server.runtime ?? RUNTIMES_OF_FRAMEWORK[server.framework][0];
}

/** How that runtime is started, probed and scraped. */
export function profileOf(server: {
  framework: Framework;
  runtime?: Runtime;
}): RuntimeProfile {
  return PROFILES[runtimeOf(server)];
}
