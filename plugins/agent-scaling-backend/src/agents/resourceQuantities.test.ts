import {
  sumResourceQuantities,
  toResourceQuantities,
} from './resourceQuantities';

it('reads quantities and leaves out what is none', () => {
  expect(
    toResourceQuantities({ cpu: '500m', memory: 1024, gpu: 'many' }),
  ).toEqual({
    cpu: { value: 0.5, quantity: '500m' },
    memory: { value: 1024, quantity: '1024' },
  });
  expect(toResourceQuantities(undefined)).toEqual({});
});

it('adds up without the noise of binary fractions', () => {
  const parts = ['100m', '200m'].map(cpu => toResourceQuantities({ cpu }));
  expect(sumResourceQuantities(parts)).toEqual({
    cpu: { value: 0.3, quantity: '0.3' },
  });
});
