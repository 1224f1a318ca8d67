import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyBoard, put } from '../games/four-in-a-row/grid.js';
import { aimAt, situation } from '../games/four-in-a-row/play/situation.js';
import { resultText, troubleText } from '../games/four-in-a-row/texts.js';

const playing = { board: emptyBoard(), turn: 'red', players: { red: 'ann', yellow: 'bob' } };
const waiting = { ...playing, players: { red: 'ann' } };
const here = [{ player: 'ann', status: 'here' }, { player: 'bob', status: 'here' }];
const away = [{ player: 'ann', status: 'here' }, { player: 'bob', status: 'away' }];

function see(state, me, { pending = [], live = true, members = here } = {}) {
  return situation(state, { me, pending, live, members, opponentName: 'Bob' });
}

const CASES = {
  'alone: nothing to do, and nothing to say': [waiting, 'ann', {}, false, ''],
  'my turn': [playing, 'ann', {}, true, 'Your turn'],
  'their turn': [playing, 'bob', {}, false, 'Bob is thinking…'],
  'their turn, and they are away': [{ ...playing, turn: 'yellow' }, 'ann', { members: away }, false, 'Bob is away. The seat is held.'],
  'my turn, and they are away': [playing, 'ann', { members: away }, true, 'Your turn'],
  'my turn, and I am offline': [playing, 'ann', { live: false }, true, 'Your turn'],
  'my move is on its way': [playing, 'ann', { pending: [{ drop: 3 }] }, false, 'Sending your move…'],
  'my move waits for the connection': [playing, 'ann', { pending: [{ drop: 3 }], live: false }, false, 'Your move waits for the connection.'],
  'I am giving up': [playing, 'ann', { pending: [{ resign: true }] }, false, 'Sending your move…'],
  over: [{ ...playing, over: { winner: 'bob', why: 'resigned' } }, 'ann', {}, false, ''],
};
for (const [name, [state, me, room, mayDrop, status]] of Object.entries(CASES))
  test(`at a glance: ${name}`, () => {
    const now = see(state, me, room);
    assert.deepEqual([now.mayDrop, now.status], [mayDrop, status]);
  });

test('only a move that waits for the connection is marked as waiting', () => {
  const place = { column: 3, row: 0 };
  assert.deepEqual(see(playing, 'ann', { pending: [{ drop: 3 }] }).waiting, []);
  const now = see(playing, 'ann', { pending: [{ drop: 3 }], live: false });
  assert.deepEqual([now.waiting, now.board[0][3], now.turn], [[place], 'red', 'red']); // the clock is mine yet
});

test('the winning four are shown when four won, not when somebody gave up', () => {
  const four = [0, 1, 2, 3].reduce((board, column) => put(board, { column, row: 0 }, 'red'), emptyBoard());
  assert.equal(see({ ...playing, board: four, over: { winner: 'ann', why: 'four' } }, 'ann').winning.length, 4);
  assert.equal(see({ ...playing, board: four, over: { winner: 'ann', why: 'time' } }, 'ann').winning.length, 0);
});

test('a drop is aimed at where the disc will rest, and at nothing when it may not be', () => {
  const stacked = { ...playing, board: put(emptyBoard(), { column: 2, row: 0 }, 'yellow') };
  assert.deepEqual(aimAt(see(stacked, 'ann'), 2), { column: 2, row: 1, disc: 'red' });
  assert.equal(aimAt(see(stacked, 'ann'), undefined), undefined);
  assert.equal(aimAt(see(stacked, 'bob'), 2), undefined);
  const full = [0, 1, 2, 3, 4, 5].reduce((board, row) => put(board, { column: 2, row }, 'red'), emptyBoard());
  assert.equal(aimAt(see({ ...playing, board: full }, 'ann'), 2), undefined);
});

const RESULTS = [
  ['ann', 'four', 'You win!', 'Four in a row. Beautiful.'],
  ['bob', 'four', 'Bob wins', 'Bob got four in a row.'],
  ['ann', 'resigned', 'You win!', 'Bob gave up.'],
  ['bob', 'resigned', 'Bob wins', 'You gave up.'],
  ['ann', 'time', 'You win!', 'Bob ran out of time.'],
  ['bob', 'time', 'Bob wins', 'Your time ran out.'],
  [null, 'full', 'A draw', 'The board is full.'],
];
for (const [winner, why, title, line] of RESULTS)
  test(`${winner ?? 'nobody'} wins by ${why}: “${title} ${line}”`, () =>
    assert.deepEqual(resultText({ winner, why }, 'ann', 'Bob'), { title, line }));

const TROUBLES = [
  { code: 'rules', detail: 'column-full' },
  { code: 'rules', detail: 'a-reason-of-next-year' },
  { code: 'insufficient-funds', detail: 'not enough gold' },
  { code: 'internal', detail: 'request 7f3a' },
  { code: 'a-code-of-next-year' },
  new TypeError('undefined is not a function'),
  undefined,
];
for (const trouble of TROUBLES)
  test(`a person reads a sentence for ${trouble?.code ?? trouble}`, () => {
    const text = troubleText(trouble);
    assert.match(text, /^[A-Z].*\.$/);
    assert.doesNotMatch(text, /-[a-z]+-|undefined|7f3a/);
  });
