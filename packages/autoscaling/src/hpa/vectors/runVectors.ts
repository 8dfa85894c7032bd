import { AutoscalingInputError } from '../../errors';
import { runGroupPods } from './groups';
import {
  runConvertWithBehaviorRate,
  runConvertWithRules,
  runSelectPolicy,
} from './limits';
import { runStabilize, runStoreScaleEvent } from './memory';
import { readVector } from './reader';
import { runReconcile } from './reconcile';
import { runReplicaCalculator } from './replicaCalculator';
import type {
  Mismatch,
  SectionRunner,
  VectorConstants,
  VectorFailure,
  VectorReader,
} from './types';

/** Sections of a vector file and what runs them. */
const SECTIONS: Readonly<Record<string, SectionRunner>> = {
  replicaCalculator: runReplicaCalculator,
  groupPods: runGroupPods,
  convertWithBehaviorRate: runConvertWithBehaviorRate,
  convertWithRules: runConvertWithRules,
  stabilize: runStabilize,
  storeScaleEvent: runStoreScaleEvent,
  selectPolicyMin: runSelectPolicy,
  reconcile: runReconcile,
};

/** Keys of a file that hold no vectors. */
const METADATA = ['about', 'constants'];

/** What the upstream tests were written with. */
const DEFAULT_CONSTANTS: VectorConstants = {
  toleranceUp: 0.1,
  toleranceDown: 0.1,
  cpuInitializationPeriodSeconds: 120,
  initialReadinessDelaySeconds: 10,
  downscaleStabilisationSeconds: 300,
  scaleUpLimitFactorInReconcileVectors: 8,
  scaleUpLimitMinimum: 4,
};

export interface VectorReport {
  passed: number;
  failed: number;
  failures: VectorFailure[];
}

function constantsOf(file: VectorReader): VectorConstants {
  if (!file.has('constants')) return DEFAULT_CONSTANTS;
  const given = file.object('constants');
  const names = Object.keys(DEFAULT_CONSTANTS) as (keyof VectorConstants)[];
  return Object.fromEntries(
    names.map(name => [
      name,
      given.optionalNumber(name) ?? DEFAULT_CONSTANTS[name],
    ]),
  ) as unknown as VectorConstants;
}

/** A vector that cannot be read or computed fails with the reason; the others still run. */
function runOne(
  run: SectionRunner,
  vector: VectorReader,
  constants: VectorConstants,
): Mismatch[] {
  try {
    return run(vector, constants);
  } catch (error) {
    if (!(error instanceof AutoscalingInputError)) throw error;
    return [
      {
        field: error.field,
        expected: vector.raw('expect') ?? null,
        actual: `error: ${error.message}`,
      },
    ];
  }
}

/**
 * Runs every vector of a file.
 *
 * @param file - the parsed JSON
 * @returns counts of vectors (not of compared values) and each value that differs
 * @throws {@link AutoscalingInputError} for an unknown section and for a section that is no list of objects
 */
export function runVectors(file: unknown): VectorReport {
  const reader = readVector(file, '$');
  const sections = reader.keys().filter(key => !METADATA.includes(key));
  const known = Object.keys(SECTIONS);
  for (const section of sections) {
    if (known.includes(section)) continue;
    throw new AutoscalingInputError({
      field: `$.${section}`,
      problem: 'is an unknown section',
      remedy: `use ${known.join(', ')}`,
    });
  }
  if (sections.length === 0) {
    throw new AutoscalingInputError({
      field: '$',
      problem: 'holds no vectors',
      remedy: `give at least one of ${known.join(', ')}`,
    });
  }
  const constants = constantsOf(reader);
  const report: VectorReport = { passed: 0, failed: 0, failures: [] };
  for (const section of sections) {
    for (const vector of reader.objects(section)) {
      const name = vector.optionalText('name') ?? vector.path;
      const mismatches = runOne(SECTIONS[section], vector, constants);
      if (mismatches.length === 0) report.passed += 1;
      else report.failed += 1;
      report.failures.push(
        ...mismatches.map(mismatch => ({ section, name, ...mismatch })),
      );
    }
  }
  return report;
}

/** The report as the command prints it; the last line is `N passed, N failed`. */
export function formatVectorReport(report: VectorReport): string {
  const failures = report.failures.map(
    ({ section, name, field, expected, actual }) =>
      `FAIL ${section} > ${name}: ${field}: expected ${JSON.stringify(
        expected,
      )}, got ${JSON.stringify(actual)}`,
  );
  return [...failures, `${report.passed} passed, ${report.failed} failed`].join(
    '\n',
  );
}
