import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as wire from '@suoke/plugin-agent-scaling-common';
import { parse } from 'yaml';
import { spec } from './generated/spec';

const source = parse(
  readFileSync(path.join(__dirname, '..', 'openapi.yaml'), 'utf8'),
);
const REMEDY = 'run the script generate:openapi';

describe('generated code', () => {
  it(`has the router's document as it is written, else ${REMEDY}`, () => {
    expect(spec).toEqual(source);
  });

  const enumerations = Object.entries<{ enum?: string[] }>(
    source.components.schemas,
  ).flatMap(([name, schema]) =>
    schema.enum ? [[name, schema.enum] as const] : [],
  );

  it.each(enumerations)(
    `has the words of %s as they are written, else ${REMEDY}`,
    (name, words) => {
      const constant = `${name[0].toLowerCase()}${name.slice(1)}Values`;
      expect(wire[constant as keyof typeof wire]).toEqual(words);
    },
  );
});
