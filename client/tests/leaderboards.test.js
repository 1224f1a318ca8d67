import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stage } from './fakes/client.js';

const ANN = { rank: 2, playerId: 'ann', name: 'Ann', score: 5, at: '2026-11-01T12:00:00Z' };

test('friends are asked for at once, in the period that is wanted', async () => {
  const stage = new Stage();
  const client = await stage.connect();
  stage.server.on('GET /v1/leaderboards/laps/players', () => ({ body: { of: 9, entries: [ANN] } }));
  const { of, entries } = await stage.within(client.leaderboards.ranks('laps', ['ann', 'bob'], { period: 'weekly' }));
  assert.equal(of, 9);
  assert.deepEqual(entries, [ANN]);
  const [asked] = stage.server.to('GET /v1/leaderboards/laps/players');
  assert.deepEqual(asked.query, { ids: 'ann,bob', period: 'weekly' });
});

test("a player's own word is a POST of the score, and comes back with the rank", async () => {
  const stage = new Stage();
  const client = await stage.connect();
  stage.server.on('POST /v1/leaderboards/laps/scores', () => ({ body: { rank: 7, best: 42 } }));
  assert.deepEqual(await stage.within(client.leaderboards.report('laps', 42)), { rank: 7, best: 42 });
  assert.deepEqual(stage.server.to('POST /v1/leaderboards/laps/scores')[0].body, { score: 42 });
});
