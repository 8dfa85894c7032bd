import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';
import { toKubectlCommands } from '../../lib/kubectl';
import { CopyableCommand } from '../shared/CopyableCommand';
import { Section } from '../shared/Section';
import styles from './CommandsSection.module.css';

/** Commands that ask the cluster itself. */
export function CommandsSection({ agent }: { agent: AgentDetail }) {
  const t = useText();
  const commands = toKubectlCommands({
    namespace: agent.namespace,
    workload: agent.workload,
    hpa: agent.hpa?.name,
    vpa: agent.vpaDetail?.name,
    scaledObject: agent.keda?.name,
  });
  return (
    <Section title={t('commands.title')}>
      <div className={styles.root}>
        {commands.map(({ purpose, command }) => (
          <CopyableCommand
            key={purpose}
            command={command}
            label={t(`commands.purpose.${purpose}`)}
          />
        ))}
      </div>
    </Section>
  );
}
