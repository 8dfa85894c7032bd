import { deploymentOfPod, deploymentOfReplicaSet } from './ownerNames';

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
