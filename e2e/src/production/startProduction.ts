import type { FullConfig } from '@playwright/test';
import { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { freePort, runToEnd, startUntil } from './processes';

/** What the Dockerfile copies into the image beside the bundle. */
const IMAGE_FILES = [
  '.yarnrc.yml',
  'backstage.json',
  'yarn.lock',
  'package.json',
  'catalog',
  'templates',
  'k8s',
  'docs',
  'catalog-info.yaml',
  'mkdocs.yml',
  'app-config.yaml',
  'app-config.production.yaml',
];

/**
 * Follows the Dockerfile's steps in a folder, since no container engine is at hand everywhere, and runs the result on the
 * production configuration: PostgreSQL and Redis of the test runner, a real OpenID Connect provider, two backends.
 */
export default async function startProduction(
  config: FullConfig,
): Promise<() => Promise<void>> {
  const root = resolve(dirname(config.configFile!), '..');
  const image = mkdtempSync(join(tmpdir(), 'portal-image-'));
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(image, { recursive: true, force: true });
  };
  try {
    await buildImage(root, image);
    const { env, ports } = await services(root, image, children);
    for (const port of ports) {
      children.push(await startBackend(root, image, port, env));
    }
    process.env.PRODUCTION_URL = env.PORTAL_URL;
    process.env.PRODUCTION_SECOND_URL = `http://localhost:${ports[1]}`;
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

function logFile(root: string, name: string) {
  return join(root, '.local/test-results', `production-${name}.log`);
}

async function buildImage(root: string, image: string) {
  const env = { ...process.env, NODE_ENV: undefined };
  await runToEnd('yarn', ['workspace', 'backend', 'build'], { cwd: root, env });
  for (const file of IMAGE_FILES) {
    cpSync(join(root, file), join(image, file), { recursive: true });
  }
  const dist = join(root, 'packages/backend/dist');
  const untar = (name: string) =>
    runToEnd('tar', ['xzf', join(dist, name)], { cwd: image });
  await untar('skeleton.tar.gz');
  await runToEnd('yarn', ['workspaces', 'focus', '--all', '--production'], {
    cwd: image,
    env,
  });
  await untar('bundle.tar.gz');
}

async function services(root: string, image: string, children: ChildProcess[]) {
  const [portal, second, oidc, cluster] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const portalUrl = `http://localhost:${portal}`;
  const secret = 'only-for-this-test-run';
  children.push(
    await startUntil(
      /listening/,
      process.execPath,
      [join(root, 'e2e/src/production/oidcProvider.mjs')],
      {
        cwd: join(root, 'e2e'),
        log: logFile(root, 'oidc'),
        env: {
          ...process.env,
          PORT: String(oidc),
          CLIENT_SECRET: secret,
          REDIRECT_URI: `${portalUrl}/api/auth/oidc/handler/frame`,
        },
      },
    ),
    await startUntil(
      /simulated cluster at/,
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'packages/local-cluster/src/bin/local-cluster.ts',
        ...[
          '--port',
          String(cluster),
          '--kubeconfig',
          join(image, 'kubeconfig'),
        ],
        ...['agents', 'hpa-agents', 'vpa-agents'].flatMap(name => [
          '--manifests',
          `k8s/${name}.yaml`,
        ]),
      ],
      { cwd: root, log: logFile(root, 'cluster') },
    ),
  );
  return {
    ports: [portal, second],
    env: {
      PORTAL_URL: portalUrl,
      SESSION_SECRET: 'session secret of a test',
      DATABASE_URL:
        process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING!,
      REDIS_URL: process.env.BACKSTAGE_TEST_CACHE_REDIS7_CONNECTION_STRING!,
      OIDC_METADATA_URL: `http://localhost:${oidc}/.well-known/openid-configuration`,
      OIDC_CLIENT_ID: 'portal',
      OIDC_CLIENT_SECRET: secret,
      CLUSTER_URL: `http://127.0.0.1:${cluster}`,
      AGENTS_FOLDER: join(image, 'agents'),
    },
  };
}

function startBackend(
  root: string,
  image: string,
  port: number,
  env: Record<string, string>,
): Promise<ChildProcess> {
  return startUntil(
    /Plugin initialization complete/,
    process.execPath,
    [
      'packages/backend',
      ...['app-config.yaml', 'app-config.production.yaml'].flatMap(file => [
        '--config',
        file,
      ]),
      '--config',
      join(root, 'e2e/src/production/app-config.test.yaml'),
    ],
    {
      cwd: image,
      log: logFile(root, `backend-${port}`),
      env: {
        ...process.env,
        ...env,
        PORT: String(port),
        TEST_USER_FILE: join(root, 'e2e/src/production/user.yaml'),
        NODE_ENV: 'production',
      },
    },
  );
}
