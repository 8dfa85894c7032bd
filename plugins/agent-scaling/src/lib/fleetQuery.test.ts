import {
  defaultFleetQuery,
  isFiltered,
  readFleetQuery,
  toListRequest,
  writeFleetQuery,
  type FleetQuery,
} from './fleetQuery';

const read = (search: string) => readFleetQuery(new URLSearchParams(search));

describe('fleet query in the address', () => {
  it.each<[string, Partial<FleetQuery>]>([
    ['', {}],
    [
      'text=xiao&state=failing&state=limited',
      { text: 'xiao', states: ['failing', 'limited'] },
    ],
    ['cluster=a&namespace=b', { clusters: ['a'], namespaces: ['b'] }],
    ['sort=name', { orderBy: 'name', order: 'asc' }],
    ['sort=lastScale&order=asc', { orderBy: 'lastScale', order: 'asc' }],
    ['page=3', { page: 2 }],
  ])('%s is read and written back', (search, expected) => {
    const query = read(search);
    expect(query).toEqual({ ...defaultFleetQuery, ...expected });
    expect(writeFleetQuery(query).toString()).toBe(search);
  });

  it.each([
    'state=broken',
    'sort=colour',
    'order=sideways',
    'page=-1',
    'page=x',
  ])('leaves out what it does not know: %s', search => {
    expect(read(search)).toEqual(defaultFleetQuery);
  });

  it('keeps the parameters of others', () => {
    const written = writeFleetQuery(
      defaultFleetQuery,
      new URLSearchParams('text=old&flags=1'),
    );
    expect(written.toString()).toBe('flags=1');
  });

  it('becomes a request for one page', () => {
    expect(toListRequest(read('text= xiao &state=failing&page=2'))).toEqual({
      text: 'xiao',
      state: ['failing'],
      cluster: undefined,
      namespace: undefined,
      orderBy: 'attention',
      order: 'desc',
      limit: 50,
      offset: 50,
    });
  });

  it.each([
    ['', false],
    ['sort=name&page=2', false],
    ['text=%20', false],
    ['text=x', true],
    ['cluster=a', true],
  ])('knows whether %j narrows the fleet', (search, filtered) => {
    expect(isFiltered(read(search))).toBe(filtered);
  });
});
