import {
  effectiveSync,
  registryConnection,
  type ModelRegistry,
  type RegistryConnection,
} from '@suoke/plugin-ai-models-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useModelObject } from '../../hooks/useModelObject';
import { useText, type Text } from '../../hooks/useText';
import { Code } from '../shared/Code';
import { Facts, type Fact } from '../shared/Facts';
import { InvalidEntity } from '../shared/InvalidEntity';
import { Section } from '../shared/Section';
import { State, type Tone } from '../shared/State';

const TONES: Record<RegistryConnection, Tone> = {
  connected: 'good',
  unreachable: 'bad',
  unauthenticated: 'bad',
  outOfSync: 'warning',
  unknown: 'quiet',
};

function storageText(t: Text, { storage }: ModelRegistry['spec']): string {
  const { folder, s3 } = storage ?? {};
  const parts = [
    folder && t('registry.storageFolder', { path: folder.path }),
    folder?.claimName && t('registry.storageClaim', { name: folder.claimName }),
    s3 && t('registry.storageBucket', { bucket: s3.bucket }),
    s3?.endpoint ?? s3?.region,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : t('registry.noStorage');
}

function authText(t: Text, { auth }: ModelRegistry['spec']): string {
  return !auth || auth.kind === 'None'
    ? t('registry.authNone')
    : t('registry.authSecret', {
        kind: auth.kind,
        secret: auth.secretRef?.name ?? '',
      });
}

function useSyncFacts({ spec }: ModelRegistry): Fact[] {
  const t = useText();
  const format = useFormatters();
  const sync = effectiveSync(spec);
  const interval = format.duration(sync.interval);
  return [
    {
      label: t('registry.sync'),
      value:
        sync.mode === 'Webhook'
          ? t('registry.syncWebhook', { interval })
          : t('registry.syncPull', { interval }),
    },
    {
      label: t('registry.retries'),
      value: t('registry.retriesText', {
        count: sync.retries.limit,
        backoff: format.duration(sync.retries.backoff),
        maxBackoff: format.duration(sync.retries.maxBackoff),
      }),
    },
    {
      label: t('registry.include'),
      value:
        sync.include.join() === '*'
          ? t('registry.allModels')
          : sync.include.join(', '),
    },
    {
      label: t('registry.prune'),
      value: sync.prune ? t('registry.pruneYes') : t('registry.pruneNo'),
    },
    {
      label: t('registry.trusted'),
      value: spec.trusted ? t('registry.trustedYes') : t('registry.trustedNo'),
    },
  ];
}

function RegistryFacts(props: { registry: ModelRegistry }) {
  const t = useText();
  const format = useFormatters();
  const { spec, status } = props.registry;
  const connection = registryConnection(status);
  const syncFacts = useSyncFacts(props.registry);
  return (
    <Facts
      facts={[
        {
          label: t('registry.connection'),
          value: (
            <State tone={TONES[connection]}>
              {t(`registry.${connection}`)}
            </State>
          ),
        },
        { label: t('registry.type'), value: t(`registry.type${spec.type}`) },
        {
          label: t('registry.endpoint'),
          value: spec.endpoint && <Code>{spec.endpoint}</Code>,
        },
        { label: t('registry.storage'), value: storageText(t, spec) },
        { label: t('registry.auth'), value: authText(t, spec) },
        ...syncFacts,
        {
          label: t('registry.lastSync'),
          value: status?.lastSyncTime && format.time(status.lastSyncTime),
        },
      ]}
    />
  );
}

/** Where the registry of the page is, how it is read, and whether it answers. */
export function RegistryCard() {
  const t = useText();
  const { object: registry, error } = useModelObject('ModelRegistry');
  if (!registry) {
    return <InvalidEntity error={error} />;
  }
  return (
    <Section title={t('registry.title')}>
      <RegistryFacts registry={registry} />
    </Section>
  );
}
