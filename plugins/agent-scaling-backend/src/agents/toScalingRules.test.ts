import { toScalingRules } from './toScalingRules';

const DEFAULT_UP = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const DEFAULT_DOWN = {
  stabilizationWindowSeconds: 300,
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

describe('toScalingRules', () => {
  it('knows no policies without a behavior', () => {
    expect(toScalingRules(undefined, 'scaleUp')).toEqual({
      ...DEFAULT_UP,
      source: 'Legacy',
      explicitFields: [],
      policies: [],
    });
  });

  it('fills in the direction that is not written', () => {
    const behavior = { scaleUp: { stabilizationWindowSeconds: 30 } };
    expect(toScalingRules(behavior, 'scaleUp')).toEqual({
      ...DEFAULT_UP,
      source: 'Explicit',
      explicitFields: ['stabilizationWindowSeconds'],
      stabilizationWindowSeconds: 30,
    });
    expect(toScalingRules(behavior, 'scaleDown')).toEqual({
      ...DEFAULT_DOWN,
      source: 'Default',
      explicitFields: [],
    });
  });

  it('takes defaults that the API server stored for defaults, in any order', () => {
    const policies = [
      { periodSeconds: 15, value: 100, type: 'Percent' },
      { periodSeconds: 15, value: 4, type: 'Pods' },
    ];
    expect(
      toScalingRules({ scaleUp: { ...DEFAULT_UP, policies } }, 'scaleUp'),
    ).toMatchObject({ source: 'Default', explicitFields: [] });
  });

  it('shows a tolerance as a number', () => {
    expect(
      toScalingRules(
        { scaleDown: { tolerance: '50m', selectPolicy: 'Disabled' } },
        'scaleDown',
      ),
    ).toMatchObject({
      source: 'Explicit',
      tolerance: 0.05,
      explicitFields: ['selectPolicy', 'tolerance'],
    });
  });
});
