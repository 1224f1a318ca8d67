import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyBoard, free, winningPlaces } from '../games/four-in-a-row/grid.js';
import { statisticsOf } from '../games/four-in-a-row/play/statistics.js';
import { discOf, expected, fold, over, seated } from '../games/four-in-a-row/rules.js';
import { statisticsText } from '../games/four-in-a-row/texts.js';

/** As it is drawn: top row first, `r`, `y` and `.`. */
function board(...rows) {
  const empty = Array(6 - rows.length).fill('.......');
  const disc = { r: 'red', y: 'yellow', '.': null };
  return [...empty, ...rows].reverse().map((row) => [...row].map((one) => disc[one]));
}

const begun = { board: emptyBoard(), turn: 'red', players: { red: 'ann', yellow: 'bob' }, turnSeconds: 20 };
const dropped = (column, row, disc) => ({ dropped: { column, row, disc } });

test('a dropped disc lies where the server says, and the turn passes with a new deadline', () => {
  const state = fold(begun, dropped(3, 0, 'red'), { seq: 1, at: 1000 });
  assert.deepEqual(state, { ...begun, board: board('...r...'), turn: 'yellow', deadline: 21_000 });
  assert.deepEqual(begun.board, emptyBoard());
});

test('the end has a result and no deadline', () => {
  const state = fold({ ...begun, deadline: 5 }, { over: { winner: null, why: 'full' } }, { seq: 2, at: 1000 });
  assert.deepEqual([over(begun), over(state), state.over, state.deadline], [false, true, { winner: null, why: 'full' }, undefined]);
});

test('the second player to sit is yellow and starts the clock; nobody else changes anything', () => {
  const waiting = { board: emptyBoard(), turn: 'red', players: { red: 'ann' } };
  assert.equal(seated(waiting, { seq: 0, at: 1000, by: 'ann' }), waiting);
  const state = seated(waiting, { seq: 0, at: 1000, by: 'bob' });
  assert.deepEqual([state.players, state.deadline], [{ red: 'ann', yellow: 'bob' }, 31_000]);
  assert.equal(seated(state, { seq: 0, at: 2000, by: 'eve' }), state);
  assert.deepEqual([discOf(state, 'ann'), discOf(state, 'bob')], ['red', 'yellow']);
});

test('a move without an answer is expected where it will come to rest', () => {
  const state = { ...begun, board: board('...y...', '...r...') };
  const { board: after, places } = expected(state, [{ drop: 3 }, { resign: true }], 'red');
  assert.deepEqual(after, board('...r...', '...y...', '...r...'));
  assert.deepEqual(places, [{ column: 3, row: 2 }]);
  const full = { ...begun, board: board(...Array(6).fill('r......')) };
  assert.deepEqual(expected(full, [{ drop: 0 }], 'red').places, []);
});

test('free counts what still fits', () => {
  const one = board('r......', 'y.....y');
  assert.deepEqual([0, 1, 6].map((column) => free(one, column)), [4, 6, 5]);
});

const LINES = {
  'a row': [board('.yyyy..', 'rrryrrr'), '1,1 2,1 3,1 4,1'],
  'a column': [board('......r', '......r', '......r', '......r', '......y'), '6,1 6,2 6,3 6,4'],
  'a diagonal up': [board('...r...', '..ry...', '.ryy...', 'ryyr...'), '0,0 1,1 2,2 3,3'],
  'a diagonal down': [board('r......', 'yr.....', 'yyr....', 'ryyr...'), '0,3 1,2 2,1 3,0'],
  'five in a row': [board('rrrrr..'), '0,0 1,0 2,0 3,0 4,0'],
  'two rows at once': [board('rrrr...', 'ry.....', 'r.y....', 'r......'), '0,0 0,1 0,2 0,3 1,3 2,3 3,3'],
  'no row': [board('rrr.rrr', 'yyy.yyy'), ''],
};
for (const [name, [given, places]] of Object.entries(LINES))
  test(`the winning places of ${name}`, () => {
    const found = winningPlaces(given).map(({ column, row }) => `${column},${row}`).sort();
    assert.equal(found.join(' '), places);
  });

const counted = {
  kind: 'four-in-a-row',
  openedAt: '2026-11-01T20:00:00Z',
  beganAt: '2026-11-01T20:00:10Z',
  endedAt: '2026-11-01T20:00:52.400Z',
  moves: 7,
  sat: 2,
  players: [
    { player: 'ann', moves: 4, seconds: 52, figures: { discs: 4, won: 1 } },
    { player: 'bob', moves: 3, seconds: 42, figures: { discs: 3, won: 0 } },
  ],
};

test('what a game came to is one sentence', () => {
  assert.equal(statisticsText(counted, 'bob', 'Ann'), '7 moves in 42 seconds. Discs: you 3, Ann 4.');
});

test('a game that is not counted yet is asked for again, and not for ever', async () => {
  const answers = [Promise.reject(new Error('away')), { status: 'over' }, { status: 'over', statistics: counted }];
  const client = { rooms: { get: async () => (answers.length ? answers.shift() : {}) } };
  const pauses = [];
  const pause = async (ms) => pauses.push(ms);
  assert.equal(await statisticsOf(client, 'r1', pause), counted);
  assert.equal(pauses.length, 3);
  assert.equal(await statisticsOf(client, 'r1', pause), undefined);
});
