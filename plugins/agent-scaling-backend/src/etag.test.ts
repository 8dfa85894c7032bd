import { toEtag } from './etag';

const body = { items: [{ name: 'a', current: 2 }], asOf: '08:00' };

it('stays the same while only times change', () => {
  const later = {
    ...body,
    asOf: '08:01',
    clusters: undefined,
  };
  expect(toEtag(later)).toBe(toEtag(body));
});

it('changes with what is said', () => {
  expect(toEtag({ ...body, items: [] })).not.toBe(toEtag(body));
});
