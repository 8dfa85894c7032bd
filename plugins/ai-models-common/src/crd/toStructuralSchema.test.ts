import { z } from 'zod';
import { quantity } from '../schema/fields';
import { toJsonSchema } from '../schema/jsonSchema';
import { toStructuralSchema } from './toStructuralSchema';

const convert = (schema: z.ZodType) => toStructuralSchema(toJsonSchema(schema));

describe('toStructuralSchema', () => {
  it('leaves the refusal of unknown fields to pruning', () => {
    expect(convert(z.strictObject({ a: z.string() }))).toEqual({
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string' } },
    });
  });

  it('writes a literal as an enum of one', () => {
    expect(convert(z.literal('a'))).toEqual({ type: 'string', enum: ['a'] });
  });

  it('writes a quantity as the API server does', () => {
    expect(convert(quantity)).toEqual({
      anyOf: [{ type: 'integer' }, { type: 'string' }],
      pattern: expect.stringContaining('[KMGTPE]i'),
      'x-kubernetes-int-or-string': true,
    });
  });

  it('writes a map with bounded keys as additionalProperties', () => {
    expect(
      convert(z.record(z.string(), z.boolean()).meta({ maxProperties: 2 })),
    ).toEqual({
      type: 'object',
      maxProperties: 2,
      additionalProperties: { type: 'boolean' },
    });
  });

  it('drops the bounds of JavaScript integers and the pattern of times', () => {
    expect(convert(z.int())).toEqual({ type: 'integer' });
    expect(convert(z.iso.datetime())).toEqual({
      type: 'string',
      format: 'date-time',
    });
  });

  it.each([
    [
      'a union of types',
      z.object({ a: z.union([z.string(), z.boolean()]) }),
      '.a: a CRD needs exactly one type',
    ],
    [
      'a union of objects',
      z.object({ a: z.union([z.object({ b: z.string() }), z.object({})]) }),
      '.a: "anyOf"',
    ],
    [
      'an exclusive bound',
      z.object({ n: z.number().gt(1) }),
      '.n: "exclusiveMinimum"',
    ],
    [
      'anything',
      z.object({ x: z.unknown() }),
      '.x: a CRD needs exactly one type',
    ],
  ])('refuses %s and names the field', (_, schema, message) => {
    expect(() => convert(schema)).toThrow(message);
  });
});
