import { agent } from '../__fixtures__/agent';
import { agentList } from '../__fixtures__/agentList';
import { toFleetTotals } from './fleetTotals';

describe('toFleetTotals', () => {
  it('counts agents by state and pods by readiness', () => {
    const totals = toFleetTotals(
      agentList([
        agent({ pods: { ready: 3, total: 3 } }),
        agent({
          name: 'soer',
          pods: { ready: 0, total: 2 },
          attention: { state: 'failing', reasons: [] },
        }),
      ]),
    );
    expect(totals).toMatchObject({
      agents: 2,
      pods: { ready: 3, total: 5 },
      podsArePartial: false,
    });
    expect(totals.byState).toMatchObject({ ok: 1, failing: 1, limited: 0 });
  });

  it('says when the pods are not those of everybody', () => {
    const list = agentList([agent(), agent({ name: 'soer' })]);
    expect(
      toFleetTotals({ ...list, items: list.items.slice(1) }).podsArePartial,
    ).toBe(true);
  });

  it('passes over a state that it does not know', () => {
    const list = agentList([]);
    list.facets.states = [{ value: 'dreaming', count: 4 }];
    expect(toFleetTotals(list).agents).toBe(0);
  });
});
