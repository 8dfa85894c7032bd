import type { HpaDetail, VpaDetail } from '@suoke/plugin-agent-scaling-common';

const EXPLAINED_MODES = [
  'Off',
  'Initial',
  'Recreate',
  'Auto',
  'InPlaceOrRecreate',
  'InPlace',
] as const;

/** What the update mode of a VPA means here; `OffBesideHpa` is Off for a reason, `other` a mode that came later. */
export type VpaModeMeaning =
  | (typeof EXPLAINED_MODES)[number]
  | 'OffBesideHpa'
  | 'other';

export interface VpaModeReading {
  meaning: VpaModeMeaning;
  /** Resources that both autoscalers look at; a VPA that acts on them works against the HPA. */
  shared: string[];
  /** The VPA acts on what the HPA measures. */
  conflict: boolean;
}

/** Compares what a VPA controls with what an HPA measures. Only utilization and usage of pods count; other metrics do not move with requests. */
export function readVpaMode(
  vpa: Pick<VpaDetail, 'updateMode' | 'containers'>,
  hpa: Pick<HpaDetail, 'metrics'> | undefined,
): VpaModeReading {
  const controlled = new Set(
    vpa.containers
      .filter(container => container.mode !== 'Off')
      .flatMap(container => container.controlledResources),
  );
  const measured = (hpa?.metrics ?? [])
    .filter(
      metric =>
        metric.type === 'Resource' || metric.type === 'ContainerResource',
    )
    .map(metric => metric.name);
  const shared = [...new Set(measured)].filter(name => controlled.has(name));
  const off = vpa.updateMode === 'Off';
  const known = EXPLAINED_MODES.find(mode => mode === vpa.updateMode);
  return {
    meaning: off && shared.length > 0 ? 'OffBesideHpa' : known ?? 'other',
    shared,
    conflict: !off && shared.length > 0,
  };
}
