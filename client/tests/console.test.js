import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsed } from '../console/config.js';
import { Film } from '../console/film.js';
import { Stage } from './fakes/client.js';

const events = Array.from({ length: 5 }, (_, i) => ({ seq: i + 1, at: i * 1000, by: 'ann', body: { step: i } }));

/** @param {number} size */
const pages = (size) => async (/** @type {number} */ after) => ({
  events: events.filter((it) => it.seq > after).slice(0, size),
  head: 5,
  over: true,
  kind: 'relay',
});

for (const size of [1, 2, 5, 100])
  test(`a log that comes in pages of ${size} is read whole`, async () => {
    const film = await Film.of(pages(size));
    assert.equal(film.length, 5);
    film.seek(5);
    assert.deepEqual(film.frame, events[4]);
  });

test('a scrubber stays within the film', async () => {
  const film = await Film.of(pages(2));
  for (const [asked, shown] of [[-1, 0], [0, 0], [3, 3], [2.9, 2], [6, 5], [NaN, 0]]) {
    film.seek(asked);
    assert.equal(film.position, shown);
  }
});

test('each frame says which it is, and before the first nothing is shown', async () => {
  const film = await Film.of(pages(5));
  assert.equal(film.frame, undefined);
  assert.equal(film.caption, 'before the first event');
  film.seek(2);
  assert.equal(film.caption, '2 of 5 · seq 2 · 1970-01-01T00:00:01.000Z · ann');
});

test('an empty log is an empty film', async () => {
  const film = await Film.of(async () => ({ events: [], head: 0, over: false, kind: 'relay' }));
  assert.equal(film.length, 0);
  assert.equal(film.caption, 'an empty log');
});

test('a value of the configuration has the type of the usual one', () => {
  for (const [words, usual, value] of [['11', 10, 11], ['-1', 0, -1], ['true', false, true], ['false', true, false], ['11', '', '11'], ['', 'hi', '']])
    assert.equal(parsed(words, usual), value);
  for (const [words, usual] of [['eleven', 10], ['1.5', 1], ['', 1], ['yes', true], ['1', undefined]])
    assert.throws(() => parsed(words, usual), /The value must be/);
});

test('what is given is given once, however often it is asked for', async () => {
  const stage = new Stage();
  const route = 'POST /v1/admin/players/bob/grants';
  let asked = 0;
  stage.server.on(route, () => (++asked === 1 ? new Error('no network') : { status: 201, body: { transaction: 't', balances: { gold: 5 } } }));
  const { support } = await stage.connect();
  const given = await stage.within(support.grant('bob', { kind: 'currency', id: 'gold', amount: 5 }, 'why'), 60_000);
  assert.deepEqual(given.balances, { gold: 5 });
  const requests = stage.server.to(route);
  assert.equal(requests.length, 2);
  assert.equal(new Set(requests.map(({ headers }) => headers['Idempotency-Key'])).size, 1);
  assert.deepEqual(requests[0].body, { kind: 'currency', id: 'gold', amount: 5, reason: 'why' });
});
