import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAround } from '../games/four-in-a-row/play/meeting.js';
import { Problem } from '../sdk/errors.js';
import { FakeTime } from './fakes/time.js';

function room(id, members = ['ann']) {
  const left = [];
  return { id, status: 'live', over: false, members: members.map((player) => ({ player })), left, leave: () => left.push(id) };
}

/** Whoever waits in `mine` sees these rooms, and what becomes of it. */
async function look(mine, listed, join = async (id) => room(id, ['bob', 'ann'])) {
  const met = [];
  const time = new FakeTime();
  const client = { rooms: { list: async () => ({ rooms: listed }) } };
  lookAround(client, mine, join, (other) => met.push(other.id), time.after);
  await time.pass(3_000);
  return met;
}

const line = (id, at) => ({ room: id, createdAt: `2026-11-21T12:00:0${at}Z` });

test('who waits in the younger room goes over to the older', async () => {
  const mine = room('mine');
  assert.deepEqual(await look(mine, [line('mine', 5), line('young', 7), line('old', 2)]), ['old']);
  assert.deepEqual(mine.left, ['mine']);
});

test('who waits in the oldest room stays', async () => {
  const mine = room('mine');
  assert.deepEqual(await look(mine, [line('young', 7), line('mine', 5)]), []);
  assert.deepEqual(mine.left, []);
});

test('two of the same moment agree who goes', async () => {
  assert.deepEqual(await look(room('b'), [line('a', 5), line('b', 5)]), ['a']);
  assert.deepEqual(await look(room('a'), [line('a', 5), line('b', 5)]), []);
});

test('who has company stays', async () => {
  assert.deepEqual(await look(room('mine', ['ann', 'bob']), [line('mine', 5), line('old', 2)]), []);
});

test('when somebody sits down here meanwhile, the other room is left again', async () => {
  const mine = room('mine');
  const old = room('old');
  const join = async () => {
    mine.members.push({ player: 'eve' });
    return old;
  };
  assert.deepEqual(await look(mine, [line('mine', 5), line('old', 2)], join), []);
  assert.deepEqual([mine.left, old.left], [[], ['old']]);
});

test('a room that was taken meanwhile changes nothing', async () => {
  const mine = room('mine');
  const join = async () => {
    throw new Problem({ status: 409, code: 'full' });
  };
  assert.deepEqual(await look(mine, [line('mine', 5), line('old', 2)], join), []);
  assert.deepEqual(mine.left, []);
});
