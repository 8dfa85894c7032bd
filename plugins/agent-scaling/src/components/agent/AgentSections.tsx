import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { CommandsSection } from './CommandsSection';
import { EventsSection } from './EventsSection';
import { FreshnessBanner } from './FreshnessBanner';
import { HistorySection } from './HistorySection';
import { HpaSection } from './HpaSection';
import { KedaSection } from './KedaSection';
import { ModelServerSection } from './ModelServerSection';
import { NowSection } from './NowSection';
import { PodsSection } from './PodsSection';
import { VpaSection } from './VpaSection';
import styles from './AgentSections.module.css';

/** Everything about the scaling of one agent, in the order of the questions: what, since when, why, with what. */
export function AgentSections({ agent }: { agent: AgentDetail }) {
  return (
    <div className={styles.root}>
      <FreshnessBanner agent={agent} />
      <NowSection agent={agent} />
      <HistorySection agent={agent} />
      <HpaSection agent={agent} />
      {agent.keda && <KedaSection keda={agent.keda} />}
      <VpaSection agent={agent} />
      <PodsSection agent={agent} />
      <ModelServerSection server={agent.modelServer} />
      <EventsSection events={agent.events} />
      <CommandsSection agent={agent} />
    </div>
  );
}
