import { parseAllDocuments } from 'yaml';
import { validateModelObject } from '@suoke/plugin-ai-models-common';
import { EXAMPLE_YAML } from './exampleYaml';

it('is valid, so that it can be copied as it is', () => {
  const results = parseAllDocuments(EXAMPLE_YAML).map(document =>
    validateModelObject(document.toJS()),
  );
  expect(results).toEqual([
    expect.objectContaining({ ok: true }),
    expect.objectContaining({ ok: true }),
  ]);
});
