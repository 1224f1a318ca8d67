import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from '../games/world/chat.js';
import { fold as foldHall } from '../games/world/hall.js';
import { View } from '../games/world/view.js';

const MAP = { width: 100, height: 100 };

test('a view stays on the map', () => {
  assert.deepEqual(new View(MAP).look, { x: 0, y: 0, width: 24, height: 18 });
  assert.deepEqual(new View(MAP).moved(-1, -1).look, { x: 0, y: 0, width: 24, height: 18 });
  assert.deepEqual(new View(MAP, { x: 99, y: 99, size: 24 }).look, { x: 76, y: 82, width: 24, height: 18 });
  assert.deepEqual(new View(MAP).moved(1, 1).look, { x: 12, y: 9, width: 24, height: 18 });
});

test('a view comes nearer and goes farther around its middle', () => {
  const view = new View(MAP).around(50, 50);
  assert.deepEqual(view.tile(0.5, 0.5), { x: 50, y: 50 });
  assert.deepEqual(view.zoomed(2).look, { x: 26, y: 32, width: 48, height: 36 });
  assert.equal(view.zoomed(100).size, 60);
  assert.equal(view.zoomed(0.01).size, 8);
  assert.deepEqual(new View({ width: 5, height: 4 }).look, { x: 0, y: 0, width: 5, height: 4 });
});

test('a channel folds as its rules do', () => {
  let state = { slow: 3, messages: [] };
  state = fold(state, { said: { text: 'hi', language: 'en' } }, { seq: 1, by: 'ann' });
  state = fold(state, { said: { text: 'oh' } }, { seq: 2, by: 'bob' });
  assert.deepEqual(state.messages[0], { seq: 1, by: 'ann', text: 'hi', language: 'en' });
  state = fold(state, { removed: { message: 1 } }, { seq: 3, by: 'eve' });
  state = fold(state, { slowed: { seconds: 9 } }, { seq: 4, by: 'eve' });
  state = fold(state, { muted: { player: 'bob', until: 1 } }, { seq: 5, by: 'eve' });
  assert.deepEqual(state, { slow: 9, messages: [{ seq: 2, by: 'bob', text: 'oh' }] });
  for (let seq = 6; seq < 66; seq++) state = fold(state, { said: { text: 'x' } }, { seq, by: 'ann' });
  assert.equal(state.messages.length, 50);
});

test('a hall folds as its rules do', () => {
  let state = { announcements: [], wishes: [] };
  state = foldHall(state, { asked: { text: 'Wood' } }, { seq: 1, at: 5, by: 'ann' });
  state = foldHall(state, { helped: { wish: 1 } }, { seq: 2, at: 6, by: 'bob' });
  assert.deepEqual(state.wishes, [{ id: 1, by: 'ann', at: 5, text: 'Wood', helpers: ['bob'] }]);
  for (const by of ['c', 'd', 'e', 'f']) state = foldHall(state, { helped: { wish: 1 } }, { seq: 3, at: 7, by });
  assert.deepEqual(state.wishes, [], 'five have helped');
  for (let seq = 4; seq < 16; seq++) state = foldHall(state, { announced: { text: `${seq}` } }, { seq, at: 8, by: 'ann' });
  assert.deepEqual(
    state.announcements.map(({ text }) => text),
    ['6', '7', '8', '9', '10', '11', '12', '13', '14', '15'],
  );
});
