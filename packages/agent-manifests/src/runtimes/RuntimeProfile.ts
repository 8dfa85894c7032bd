/** What the renderer asks a runtime about one model. */
export interface ServedModel {
  name: string;
  version: string;
  uri?: string;
}

/** How one inference server is started, probed and scraped. */
export interface RuntimeProfile {
  /** Upstream image, used when the spec names none. */
  image: (gpu: boolean) => string;
  port: number;
  metricsPort: number;
  metricsPath: string;
  livenessPath: (model: ServedModel) => string;
  /** Answers only when the model itself is loaded, not merely the process. */
  readinessPath: (model: ServedModel) => string;
  /** Arguments of the upstream image. */
  args: (model: ServedModel) => string[];
  env: (model: ServedModel) => Record<string, string>;
  /** Size of the memory volume at `/dev/shm`, for servers whose workers share tensors. */
  sharedMemory?: string;
}
