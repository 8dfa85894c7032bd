import { effectiveServing } from '@suoke/plugin-ai-models-common';
import { useModelObject } from '../../hooks/useModelObject';
import { useModelOfVersion } from '../../hooks/useModelOfVersion';
import { useText } from '../../hooks/useText';
import {
  activateCommand,
  getCommand,
  kubernetesNamespace,
  pullCommand,
} from '../../lib/kubectl';
import { CopyableCommand } from '../shared/CopyableCommand';
import { Section } from '../shared/Section';

/** Commands for a terminal, about the version of the page. */
export function VersionCommandsCard() {
  const t = useText();
  const { entity, object: version } = useModelObject('ModelVersion');
  const { model, data } = useModelOfVersion(entity);
  if (!version) {
    return null;
  }
  const { name } = version.metadata;
  const modelName = version.spec.modelRef.name;
  const namespace = kubernetesNamespace(entity, data ?? undefined);
  const image = effectiveServing(
    { name: modelName, spec: model?.spec ?? {} },
    version.spec,
  )?.image;
  return (
    <Section title={t('version.commands.title')}>
      <CopyableCommand
        label={t('version.commands.get')}
        command={getCommand('modelversion', name, namespace)}
      />
      {model?.spec.activeVersion !== name && (
        <CopyableCommand
          label={t('version.commands.activate')}
          command={activateCommand(modelName, name, namespace)}
        />
      )}
      {image && (
        <CopyableCommand
          label={t('version.commands.pull')}
          command={pullCommand(image)}
        />
      )}
    </Section>
  );
}
