import { Schema } from '../schema/Schema';
import { parseCel } from './compile';
import { undefinedField } from './undefinedField';

const step: Schema = {
  type: 'object',
  properties: { weight: { type: 'integer' } },
};
const schema: Schema = {
  type: 'object',
  properties: {
    steps: { type: 'array', items: step },
    byName: { type: 'object', additionalProperties: step },
    'foo-bar': { type: 'string' },
    open: {
      type: 'object',
      properties: { known: { type: 'string' } },
      'x-kubernetes-preserve-unknown-fields': true,
    },
  },
};

describe('undefinedField', () => {
  it.each([
    ['self.steps.all(s, s.weight > 1)', undefined],
    ['self.steps.all(s, s.weigth > 1)', 'weigth'],
    ['self.steps.filter(s, s.weight > 1).map(s, s.size)', 'size'],
    ['self.steps[0].wait == 1', 'wait'],
    ["self.byName['a'].weight == 1 && self.byName.b.wait == 1", 'wait'],
    ['self.byName.all(name, self.byName[name].weight > 1)', undefined],
    ['has(self.step)', 'step'],
    ["self.?step.orValue('') == ''", 'step'],
    ["self.foo__dash__bar == ''", undefined],
    ['self.open.anything == 1', undefined],
    ["self.metadata.name == 'x'", undefined],
    ['self.metadata.labels.size() == 0', 'labels'],
    ['true ? self.nothing == 1 : [self.steps] == []', 'nothing'],
  ])('%s: %s', (expression, field) => {
    expect(
      undefinedField(parseCel(expression, ['self']), schema, { isRoot: true }),
    ).toBe(field);
  });
});
