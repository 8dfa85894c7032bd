import type { AgentState } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import type { FleetTotals } from '../../lib/fleetTotals';
import { toneOfAgent } from '../shared/Tone';
import { ToneIcon } from '../shared/ToneIcon';
import styles from './FleetTotalsBar.module.css';

const FILTERING_STATES = ['failing', 'limited', 'scaling'] as const;

/** The numbers of the fleet; those of a state are switches that show only its agents. */
export function FleetTotalsBar(props: {
  totals: FleetTotals;
  states: readonly AgentState[];
  onStatesChange: (states: AgentState[]) => void;
}) {
  const t = useText();
  const format = useFormatters();
  const { totals, states, onStatesChange } = props;
  return (
    <div
      role="group"
      aria-label={t('fleet.totals.label')}
      className={styles.root}
    >
      <div className={styles.tile}>
        <span className={styles.label}>{t('fleet.totals.agents')}</span>
        <span className={styles.value}>{format.integer(totals.agents)}</span>
      </div>
      <div className={styles.tile}>
        <span className={styles.label}>{t('fleet.totals.pods')}</span>
        <span className={styles.value}>
          {format.integer(totals.pods.ready)}
          <span className={styles.hint}>
            {' '}
            {t(
              totals.podsArePartial
                ? 'fleet.totals.podsOfListed'
                : 'fleet.totals.podsOfAll',
              { total: format.integer(totals.pods.total) },
            )}
          </span>
        </span>
      </div>
      {FILTERING_STATES.map(state => {
        const count = totals.byState[state];
        const chosen = states.length === 1 && states[0] === state;
        return (
          <button
            key={state}
            type="button"
            aria-pressed={chosen}
            className={`${styles.tile} ${styles.button} ${
              count > 0 ? styles[toneOfAgent(state)] : ''
            }`}
            onClick={() => onStatesChange(chosen ? [] : [state])}
          >
            <span className={styles.label}>
              <ToneIcon tone={count > 0 ? toneOfAgent(state) : 'quiet'} />
              {t(`fleet.totals.${state}`)}
            </span>
            <span className={styles.value}>
              {format.integer(count)}
              <span className={styles.hint}>
                {' '}
                {t(`fleet.totals.${state}Hint`)}
              </span>
            </span>
          </button>
        );
      })}
    </div>
  );
}
