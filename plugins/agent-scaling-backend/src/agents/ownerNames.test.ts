import {
  deploymentOfPod,
  deploymentOfReplicaSet,
  toDeploymentName,
} from './ownerNames';

it.each([
  ['xiaoai-6d4cf56db6-x7k2p', 'xiaoai'],
  ['xiaoai-model-server-6d4cf56db6-x7k2p', 'xiaoai-model-server'],
  ['job-abcde', undefined],
  ['alone', undefined],
])('the pod %s is of %s', (name, expected) => {
  expect(deploymentOfPod(name)).toBe(expected);
});

it.each([
  ['xiaoai-6d4cf56db6', 'xiaoai'],
  ['xiaoai-model-server-6d4cf56db6', 'xiaoai-model-server'],
  ['alone', undefined],
])('the ReplicaSet %s is of %s', (name, expected) => {
  expect(deploymentOfReplicaSet(name)).toBe(expected);
});

it.each([
  ['Deployment', 'a', 'a'],
  ['ReplicaSet', 'a-1', 'a'],
  ['Pod', 'a-1-2', 'a'],
  ['Node', 'a-1-2', undefined],
  [undefined, 'a', undefined],
])('the %s %s is of %s', (kind, name, expected) => {
  expect(toDeploymentName(kind, name)).toBe(expected);
});
