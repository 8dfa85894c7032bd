// Writes the router's document and the wire types from src/schema/openapi.yaml, so that both sides come from one text.
//
// The generator of @backstage/repo-tools needs a Java program that it downloads from Maven Central when it runs. This one
// needs nothing but npm packages, and its router is the same validated router of @backstage/backend-openapi-utils.
//
//   yarn workspace @suoke/plugin-agent-scaling-backend generate:openapi
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';

const at = path => fileURLToPath(new URL(path, import.meta.url));
const source = await readFile(at('../src/schema/openapi.yaml'), 'utf8');
const document = parse(source);
const banner =
  '// Generated from plugins/agent-scaling-backend/src/schema/openapi.yaml by its generate:openapi script. Do not edit.\n';

async function write(path, text) {
  const config = await prettier.resolveConfig(path, { editorconfig: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    await prettier.format(`${banner}\n${text}`, {
      ...config,
      parser: 'typescript',
    }),
  );
}

const docComment = description =>
  description
    ? `/** ${description.trim().replace(/\s*\n\s*/g, ' ')} @public */\n`
    : '/** @public */\n';

const schemas = Object.entries(document.components.schemas);
const aliases = schemas.map(
  ([name, schema]) =>
    `${docComment(
      schema.description,
    )}export type ${name} = components['schemas']['${name}'];`,
);
const plurals = name => `${name[0].toLowerCase()}${name.slice(1)}Values`;
const enumerations = schemas
  .filter(([, schema]) => schema.enum)
  .map(
    ([name, schema]) =>
      `/** Every {@link ${name}}, in the order of the document. @public */\nexport const ${plurals(
        name,
      )} = ${JSON.stringify(
        schema.enum,
      )} as const satisfies readonly ${name}[];`,
  );

await write(
  at('../../agent-scaling-common/src/schema/openapi/generated/schema.ts'),
  astToString(await openapiTS(source)),
);
await write(
  at('../../agent-scaling-common/src/schema/openapi/generated/types.ts'),
  `import type { components } from './schema';\n\n${[
    ...aliases,
    ...enumerations,
  ].join('\n\n')}\n`,
);
await write(
  at('../src/schema/openapi/generated/spec.ts'),
  `export const spec = ${JSON.stringify(document, null, 2)} as const;\n`,
);
