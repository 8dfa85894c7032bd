import { Schema, ValidationRule } from '../schema/Schema';
import { validateSchemaRules } from './schemaRules';

function messages(
  schema: Schema,
  value: unknown,
  oldValue?: unknown,
): string[] {
  return validateSchemaRules(schema, value, oldValue, 'spec').map(
    ({ field, message }) => `${field}: ${message}`,
  );
}

const object = (
  properties: Record<string, Schema>,
  ...rules: ValidationRule[]
): Schema => ({
  type: 'object',
  properties,
  'x-kubernetes-validations': rules,
});
const integer: Schema = { type: 'integer' };
const string: Schema = { type: 'string' };
const list = (items: Schema): Schema => ({ type: 'array', items });

describe('validateSchemaRules', () => {
  const value = {
    replicas: 3,
    ratio: 0.5,
    name: 'chat-a',
    memory: '4Gi',
    weights: [5, 25, 50],
    labels: { a: '1' },
    namespace: 'x',
    since: '2026-01-01T00:00:00Z',
    url: 'https://suoke.life:8443/v1?a=b',
    'foo-bar': 1,
  };
  const properties: Record<string, Schema> = {
    replicas: integer,
    ratio: { type: 'number' },
    name: string,
    memory: { 'x-kubernetes-int-or-string': true },
    weights: list(integer),
    labels: { type: 'object', additionalProperties: string },
    namespace: string,
    since: { type: 'string', format: 'date-time' },
    url: string,
    'foo-bar': integer,
  };

  it.each([
    'self.replicas > 2 && self.replicas / 2 == 1',
    'self.ratio < 0.6 && double(self.replicas) > self.ratio',
    "self.name.startsWith('chat') && self.name.matches('^[a-z-]+$')",
    "self.name.find('[a-z]$') == 'a' && self.name.replace('-', '_') == 'chat_a' && self.name.split('-') == ['chat', 'a']",
    "self.name.lowerAscii() == self.name && self.name.upperAscii() == 'CHAT-A' && self.name.charAt(0) == 'c'",
    "quantity(self.memory).isGreaterThan(quantity('2Gi')) && quantity('1500m').compareTo(quantity('1.5')) == 0",
    "isQuantity(self.memory) && !isQuantity('four') && quantity('3').isInteger() && quantity('2').add(quantity('1')) == quantity('3')",
    'self.weights.isSorted() && self.weights.sum() == 80 && self.weights.min() == 5 && self.weights.max() == 50',
    'self.weights.indexOf(25) == 1 && self.weights.all(w, w >= 1 && w <= 100) && self.weights.exists_one(w, w == 50)',
    'sets.contains(self.weights, [5]) && sets.intersects([50, 60], self.weights) && math.greatest(1, self.replicas) == 3',
    "'a' in self.labels && self.labels.all(k, self.labels[k] == '1')",
    'has(self.name) && !has(self.missing)',
    "self.?missing.orValue('none') == 'none' && self.labels[?'b'].orValue('x') == 'x' && optional.of(1).hasValue()",
    "self.since < timestamp('2026-02-01T00:00:00Z') && duration('1h') > duration('30m')",
    "isURL(self.url) && url(self.url).getHostname() == 'suoke.life' && url(self.url).getPort() == '8443' && url(self.url).getQuery()['a'] == ['b']",
    "self.__namespace__ == 'x' && self.foo__dash__bar == 1",
    "!format.dns1123Label().validate(self.name).hasValue() && format.dns1123Label().validate('A').hasValue()",
    'cel.bind(half, self.replicas / 2, half == 1)',
    'type(self.replicas) == int && type(self.ratio) == double',
    "isIP('10.0.0.1') && isCIDR('10.0.0.0/8') && !isIP('x')",
  ])('holds: %s', rule => {
    expect(messages(object(properties, { rule }), value)).toEqual([]);
  });

  it('names the field, the reason and the message', () => {
    const schema = object(
      { min: integer, max: integer },
      { rule: 'self.min <= self.max', message: 'min above max' },
      {
        rule: 'self.min > 1',
        messageExpression: "'min is ' + string(self.min)",
        reason: 'FieldValueForbidden',
        fieldPath: '.min',
      },
      { rule: 'self.absent == 1' },
      { rule: 'self.min == 0' },
    );
    expect(messages(schema, { min: 1, max: 0 })).toEqual([
      'spec: Invalid value: "object": min above max',
      'spec.min: Forbidden: min is 1',
      'spec: Invalid value: "object": rule evaluation error: no such key: absent evaluating rule: self.absent == 1',
      'spec: Invalid value: "object": failed rule: self.min == 0',
    ]);
  });

  it('asks transition rules on updates only', () => {
    const schema = object({
      model: {
        ...string,
        'x-kubernetes-validations': [
          { rule: 'self == oldSelf', message: 'immutable' },
        ],
      },
    });
    expect(messages(schema, { model: 'a' })).toEqual([]);
    expect(messages(schema, { model: 'a' }, { model: 'a' })).toEqual([]);
    expect(messages(schema, { model: 'b' }, { model: 'a' })).toEqual([
      'spec.model: Invalid value: "string": immutable',
    ]);
  });

  it('asks rules with an optional oldSelf always', () => {
    const rule = {
      rule: "oldSelf.orValue('draft') != 'done' || self == 'done'",
      optionalOldSelf: true,
      message: 'is done',
    };
    const schema = object({
      state: { ...string, 'x-kubernetes-validations': [rule] },
    });
    expect(messages(schema, { state: 'open' })).toEqual([]);
    expect(messages(schema, { state: 'open' }, { state: 'done' })).toEqual([
      'spec.state: Invalid value: "string": is done',
    ]);
  });

  it('finds the old item of a list by its keys, and of other lists not at all', () => {
    const item = object(
      { name: string, weight: integer },
      { rule: 'self.weight >= oldSelf.weight', message: 'shrinks' },
    );
    const keyed: Schema = {
      ...list(item),
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    };
    const before = {
      steps: [
        { name: 'a', weight: 1 },
        { name: 'b', weight: 9 },
      ],
    };
    const after = {
      steps: [
        { name: 'b', weight: 2 },
        { name: 'a', weight: 1 },
      ],
    };
    expect(
      messages({ type: 'object', properties: { steps: keyed } }, after, before),
    ).toEqual(['spec.steps[0]: Invalid value: "object": shrinks']);
    expect(
      messages(
        { type: 'object', properties: { steps: list(item) } },
        after,
        before,
      ),
    ).toEqual([]);
  });
});
