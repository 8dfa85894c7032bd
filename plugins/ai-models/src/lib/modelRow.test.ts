import fc from 'fast-check';
import { agent, aiModel, modelVersion } from '../__fixtures__/entities';
import { suokeEntities } from '../__fixtures__/suoke';
import { withRelations } from '../__fixtures__/withRelations';
import {
  filterModels,
  sortModels,
  toModelRows,
  type ModelRow,
} from './modelRow';

const rows = toModelRows(suokeEntities);

const names = (list: ModelRow[]) => list.map(({ name }) => name);

describe('toModelRows', () => {
  it('joins a model with its active version, agents, registry and owner', () => {
    expect(rows.find(({ name }) => name === 'soer-wellness-engine')).toEqual({
      id: 'aimodel:default/soer-wellness-engine',
      name: 'soer-wellness-engine',
      title: '索儿养生推荐引擎',
      task: 'recommendation',
      framework: 'onnx',
      strategy: 'RollingUpdate',
      lifecycle: 'production',
      active: {
        ref: 'modelversion:default/soer-wellness-engine-v1.3.0',
        name: 'soer-wellness-engine-v1.3.0',
        number: 'v1.3.0',
      },
      versionCount: 1,
      registryRef: 'modelregistry:default/suoke-models',
      agentRefs: ['component:default/soer'],
      ownerRefs: ['group:default/suoke-life-dev'],
      tags: [],
    });
  });

  it('has no number for an active version that the catalog does not have', () => {
    const [row] = toModelRows([
      aiModel('chat', { spec: { activeVersion: 'chat-v9' } }),
    ]);
    expect(row.active).toEqual({
      ref: 'modelversion:default/chat-v9',
      name: 'chat-v9',
      number: undefined,
    });
  });

  it('counts only components as agents', () => {
    const [row] = toModelRows(
      withRelations([
        aiModel('chat'),
        agent('bot', 'Bot', 'chat'),
        aiModel('router', { spec: { dependsOn: ['aimodel:default/chat'] } }),
      ]),
    );
    expect(row.agentRefs).toEqual(['component:default/bot']);
  });
});

describe('filterModels', () => {
  it.each([
    ['', undefined, ['xiaoai-conversation-llm', 'soer-wellness-engine']],
    ['LLM', undefined, ['xiaoai-conversation-llm']],
    ['索儿', undefined, ['soer-wellness-engine']],
    ['  v2.1.0   production-free ', undefined, []],
    ['xiaoai text-generation', undefined, ['xiaoai-conversation-llm']],
    ['', 'onnx', ['soer-wellness-engine']],
    ['xiaoai', 'onnx', []],
  ])('%j with framework %j leaves %j', (text, framework, expected) => {
    expect(names(filterModels(rows, { text, framework }))).toEqual(expected);
  });
});

describe('sortModels', () => {
  it('orders active versions as versions, not as text', () => {
    const sorted = sortModels(
      toModelRows([
        ...['v1.9.0', 'v1.10.0', 'v2.0.0'].flatMap(number => [
          aiModel(`m-${number}`, {
            spec: { activeVersion: `m-${number}-${number}` },
          }),
          modelVersion(`m-${number}`, number),
        ]),
      ]),
      'active',
      'descending',
    );
    expect(sorted.map(({ active }) => active?.number)).toEqual([
      'v2.0.0',
      'v1.10.0',
      'v1.9.0',
    ]);
  });

  it('keeps all rows and gives one answer however they came', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.constantFrom('model', 'owner', 'registry', 'versions', 'no such'),
        fc.constantFrom('ascending' as const, 'descending' as const),
        (shuffled, column, direction) => {
          expect(sortModels(shuffled, column, direction)).toEqual(
            sortModels(rows, column, direction),
          );
        },
      ),
    );
  });
});
