import type { Entity } from '@backstage/catalog-model';
import {
  agent,
  aiModel,
  modelRegistry,
  modelVersion,
} from '../src/__fixtures__/entities';
import { suokeEntities } from '../src/__fixtures__/suoke';
import { withRelations } from '../src/__fixtures__/withRelations';

const since = '2026-11-20T08:00:00Z';

/** A registry that cannot be reached, a model in the middle of a rollout, and one whose active version is missing. */
const troubled = withRelations([
  modelRegistry('mlflow', {
    spec: {
      title: 'MLflow',
      type: 'MLflow',
      endpoint: 'https://mlflow.example.com',
      storage: { s3: { bucket: 'models', region: 'cn-north-1' } },
      auth: { kind: 'Bearer', secretRef: { name: 'mlflow-token' } },
      sync: { mode: 'Webhook', interval: '1h30m', include: ['team-a/*'] },
    },
    status: {
      lastSyncTime: since,
      conditions: [
        {
          type: 'Reachable',
          status: 'False',
          reason: 'ConnectionRefused',
          message: 'connect ECONNREFUSED 10.0.0.7:443',
          lastTransitionTime: since,
        },
        { type: 'Ready', status: 'False', reason: 'NotReachable' },
      ],
    },
  }),
  aiModel('laoke-tcm-expert', {
    spec: {
      title: '老克中医专家模型',
      framework: 'tensorflow',
      task: 'question-answering',
      registryRef: { name: 'mlflow' },
      activeVersion: 'laoke-tcm-expert-v3.0.1',
      serving: {
        runtime: { name: 'tensorflow-serving' },
        protocol: 'TFServing',
      },
      delivery: {
        strategy: { type: 'BlueGreen', blueGreen: { previewReplicas: 1 } },
        promotion: { mode: 'Manual' },
      },
    },
    status: {
      phase: 'Progressing',
      stableVersion: 'laoke-tcm-expert-v2.4.0',
      targetVersion: 'laoke-tcm-expert-v3.0.1',
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'StableServes',
          lastTransitionTime: since,
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'RolloutInProgress',
          lastTransitionTime: since,
        },
        {
          type: 'AnalysisPassing',
          status: 'Unknown',
          reason: 'NoData',
          message: 'No request has reached the preview yet',
        },
        { type: 'Stalled', status: 'False' },
      ],
    },
  }),
  modelVersion('laoke-tcm-expert', 'v3.0.1', {
    annotations: { 'ai.suoke.life/created-at': since },
    spec: {
      changelog:
        '## New\n\n- **200 formulas** more\n- answers name their source\n\n## Fixed\n\n- dosage units',
      license: 'Apache-2.0',
      artifact: {
        uri: 's3://models/laoke-tcm-expert/v3.0.1',
        digest: `sha256:${'4f'.repeat(32)}`,
        sizeBytes: 4_830_000_000,
        format: 'savedmodel',
      },
      source: {
        registryRef: { name: 'mlflow' },
        runId: 'a91f',
        gitCommit: 'c0ffee1',
      },
      metrics: [{ name: 'accuracy', value: 0.91, dataset: 'holdout' }],
      approvals: [{ by: 'user:default/guest', at: since }],
      delivery: {
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' },
        },
      },
      runtimeOverrides: {
        resources: {
          limits: { cpu: 3, memory: '12Gi' },
          requests: { cpu: '1.5', memory: '6Gi' },
        },
      },
    },
  }),
  modelVersion('laoke-tcm-expert', 'v2.4.0', {
    spec: { source: { registryRef: { name: 'mlflow' } } },
  }),
  agent('laoke', '老克', 'laoke-tcm-expert'),
  aiModel('forgotten', {
    spec: { framework: 'pytorch', activeVersion: 'forgotten-v9' },
  }),
]);

/** What the catalog of the dev app has. */
export const exampleEntities: Entity[] = [...suokeEntities, ...troubled];
