/** What one vector came to. */
export interface VectorFailure {
  section: string;
  name: string;
  /** Path of the value that differs: `expect.replicas`. */
  field: string;
  expected: unknown;
  actual: unknown;
}

/** Values that differ between what a vector expects and what the library answers; empty when it passes. */
export type Mismatch = Pick<VectorFailure, 'field' | 'expected' | 'actual'>;

/** Constants of the file that vectors were produced with. */
export interface VectorConstants {
  toleranceUp: number;
  toleranceDown: number;
  cpuInitializationPeriodSeconds: number;
  initialReadinessDelaySeconds: number;
  downscaleStabilisationSeconds: number;
  scaleUpLimitFactorInReconcileVectors: number;
  scaleUpLimitMinimum: number;
}

/** Runs the vectors of one section. */
export type SectionRunner = (
  vector: VectorReader,
  constants: VectorConstants,
) => Mismatch[];

/** Reads the fields of one vector and says which one is wrong. */
export interface VectorReader {
  /** Path of this object in the file: `reconcile[3]`. */
  readonly path: string;
  has(field: string): boolean;
  /** The raw value; `undefined` for an absent or `null` field. */
  raw(field: string): unknown;
  number(field: string): number;
  optionalNumber(field: string): number | undefined;
  text(field: string): string;
  optionalText(field: string): string | undefined;
  flag(field: string): boolean;
  object(field: string): VectorReader;
  objects(field: string): VectorReader[];
  /** Fields of an object whose names are data. */
  keys(): string[];
  /** Rows such as `[["Pods", 4, 60]]`; empty when absent or `null`. */
  rows(field: string): unknown[][];
}
