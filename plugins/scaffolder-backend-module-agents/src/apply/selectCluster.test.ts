import { Cluster } from '@suoke/kubernetes-cache';
import { selectCluster } from './selectCluster';

const cluster = (name: string): Cluster => ({
  name,
  url: 'https://10.0.0.1',
  credential: { type: 'anonymous' },
});
const [a, b] = [cluster('a'), cluster('b')];

describe('selectCluster', () => {
  it.each([
    ['the only one without a name', [a], undefined, a],
    ['the named one', [a, b], 'b', b],
  ])('takes %s', (_, clusters, name, expected) => {
    expect(selectCluster(clusters, name)).toBe(expected);
  });

  it.each([
    ['none is configured', [], undefined, /clusterLocatorMethods/],
    ['none is named of several', [a, b], undefined, /one of a, b/],
    ['the name is wrong', [a, b], 'c', /no cluster 'c'; use one of a, b/],
  ])('says what to do when %s', (_, clusters, name, message) => {
    expect(() => selectCluster(clusters, name)).toThrow(message);
  });
});
