import { LintRule } from '../LintRule';
import { averageValueBesideVpa } from './averageValueBesideVpa';
import { budgetAllowsNothing } from './budgetAllowsNothing';
import { budgetBlocksAtMinimum } from './budgetBlocksAtMinimum';
import { budgetPinsSinglePod } from './budgetPinsSinglePod';
import { deprecatedVpaMode } from './deprecatedVpaMode';
import { disabledDirection } from './disabledDirection';
import { fixedReplicas } from './fixedReplicas';
import { fractionalGpu } from './fractionalGpu';
import { gpuRequestWithoutLimit } from './gpuRequestWithoutLimit';
import { hpaAndVpaOnOneResource } from './hpaAndVpaOnOneResource';
import { hpaBesideScaledObject } from './hpaBesideScaledObject';
import { implicitBehavior } from './implicitBehavior';
import { invalidRange } from './invalidRange';
import { invertedVpaRange } from './invertedVpaRange';
import { limitExplosion } from './limitExplosion';
import { metricNotExposed } from './metricNotExposed';
import { missingRequest } from './missingRequest';
import { nameTooLong } from './nameTooLong';
import { noDisruptionBudget } from './noDisruptionBudget';
import { noReadinessProbe } from './noReadinessProbe';
import { obsoleteHpaVersion } from './obsoleteHpaVersion';
import { rangeExceedsQuota } from './rangeExceedsQuota';
import { replicasBesideAutoscaler } from './replicasBesideAutoscaler';
import { singleReplica } from './singleReplica';
import { targetBeyondLimit } from './targetBeyondLimit';
import { targetNearSaturation } from './targetNearSaturation';
import { targetTooLow } from './targetTooLow';
import { twoAutoscalersOneTarget } from './twoAutoscalersOneTarget';
import { twoBudgets } from './twoBudgets';
import { twoVpasOneTarget } from './twoVpasOneTarget';
import { unknownMetricContainer } from './unknownMetricContainer';
import { unknownVpaContainer } from './unknownVpaContainer';
import { unsupportedResourceMetric } from './unsupportedResourceMetric';
import { unsupportedVpaResource } from './unsupportedVpaResource';
import { zeroWithoutExternalMetric } from './zeroWithoutExternalMetric';

/** Every rule, by its number in the catalogue of faults. Those numbered D08 and N01 are ours. */
export const rules: readonly LintRule[] = [
  rangeExceedsQuota,
  noReadinessProbe,
  budgetBlocksAtMinimum,
  budgetAllowsNothing,
  budgetPinsSinglePod,
  twoBudgets,
  noDisruptionBudget,
  replicasBesideAutoscaler,
  twoAutoscalersOneTarget,
  hpaBesideScaledObject,
  obsoleteHpaVersion,
  metricNotExposed,
  missingRequest,
  unknownMetricContainer,
  unsupportedResourceMetric,
  targetBeyondLimit,
  targetNearSaturation,
  targetTooLow,
  nameTooLong,
  fixedReplicas,
  invalidRange,
  singleReplica,
  disabledDirection,
  implicitBehavior,
  fractionalGpu,
  gpuRequestWithoutLimit,
  hpaAndVpaOnOneResource,
  averageValueBesideVpa,
  deprecatedVpaMode,
  limitExplosion,
  twoVpasOneTarget,
  unsupportedVpaResource,
  unknownVpaContainer,
  invertedVpaRange,
  zeroWithoutExternalMetric,
];
