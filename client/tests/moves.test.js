import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stopped } from '../sdk/errors.js';
import { encode } from '../sdk/frames.js';
import { Moves } from '../sdk/moves.js';
import { Pace } from '../sdk/pace.js';
import { FakeTime } from './fakes/time.js';

function setUp({ rate = 1000, burst = 1000 } = {}) {
  const time = new FakeTime();
  const pace = new Pace(time.now);
  pace.keep({ rate, burst });
  const sent = [];
  const moves = new Moves(time, pace, ({ id, body }) => sent.push([id, body]));
  return { time, sent, moves };
}

const deny = (id, code, retryIn) => ({ t: 'deny', room: 'r1', id, code, retryIn });

test('ids are given in order when a move is first sent, and go on from the last move', async () => {
  const { time, sent, moves } = setUp();
  moves.add('a');
  moves.joined('fresh', 7);
  await time.pass();
  moves.add('b');
  assert.deepEqual(sent, [[8, 'a'], [9, 'b']]);
});

test('at most 32 are unanswered; the others wait their turn', async () => {
  const { time, sent, moves } = setUp();
  moves.joined('fresh', 0);
  await time.pass(1000);
  for (let i = 0; i < 40; i++) moves.add(i);
  await time.pass(10);
  assert.equal(sent.length, 32);
  moves.applied(1, 1);
  assert.deepEqual(sent.at(-1), [33, 32]);
  assert.equal(sent.length, 33);
});

test('moves keep to the rate of the node', async () => {
  const { time, sent, moves } = setUp({ rate: 10, burst: 20 });
  moves.joined('fresh', 0);
  for (let i = 0; i < 30; i++) moves.add(i);
  await time.pass();
  assert.equal(sent.length, 20);
  await time.pass(500);
  assert.equal(sent.length, 25);
});

test('a move denied for now is sent again with its id after the wait, before all others', async () => {
  const { time, sent, moves } = setUp();
  moves.joined('fresh', 0);
  await time.pass();
  const first = moves.add('a');
  const second = moves.add('b');
  moves.denied(deny(1, 'rate', 300));
  moves.denied(deny(2, 'rate', 200));
  moves.add('c');
  await time.pass(299);
  assert.deepEqual(sent, [[1, 'a'], [2, 'b']]);
  await time.pass(1);
  assert.deepEqual(sent.slice(2), [[1, 'a'], [2, 'b'], [3, 'c']]);
  moves.applied(1, 10);
  moves.applied(2, 11);
  assert.deepEqual(await Promise.all([first, second]), [10, 11]);
});

test('a fresh join counts on from the last move, a resumed one from the last answer', async () => {
  const { time, sent, moves } = setUp();
  moves.joined('fresh', 0);
  await time.pass();
  moves.add('denied');
  moves.denied(deny(1, 'rules'));
  moves.add('a');
  assert.deepEqual(sent.at(-1), [2, 'a']);
  moves.dropped();
  moves.joined('resumed', 0);
  await time.pass();
  assert.deepEqual(sent.at(-1), [2, 'a']);
  moves.dropped();
  moves.joined('fresh', 0);
  await time.pass();
  assert.deepEqual(sent.at(-1), [1, 'a']);
});

test('a move that was applied keeps its id even when the join is fresh: its repeat is answered', async () => {
  const { time, sent, moves } = setUp();
  moves.joined('fresh', 0);
  await time.pass();
  moves.add('a');
  moves.add('b');
  moves.dropped();
  moves.joined('fresh', 1);
  await time.pass();
  assert.deepEqual(sent.slice(2), [[1, 'a'], [2, 'b']]);
});

test('when the seat was given back meanwhile the ids begin anew', async () => {
  const { time, sent, moves } = setUp();
  moves.joined('fresh', 4);
  moves.dropped();
  moves.add('a');
  moves.joined('resumed', 0);
  await time.pass();
  assert.deepEqual(sent, [[1, 'a']]);
});

for (const retryIn of [undefined, 100])
  test(`a node that counts otherwise${retryIn ? ', and asks for patience,' : ''} gets the ids it expects, once`, async () => {
    const { time, sent, moves } = setUp();
    moves.joined('fresh', 0);
    await time.pass();
    moves.add('denied');
    moves.denied(deny(1, 'rules'));
    const first = moves.add('a');
    moves.add('b');
    assert.deepEqual(sent.slice(1), [[2, 'a'], [3, 'b']]);
    moves.denied(deny(2, 'order', retryIn));
    moves.denied(deny(3, 'order', retryIn));
    assert.deepEqual(sent.slice(3), [[1, 'a'], [2, 'b']]);
    moves.denied(deny(1, 'order', retryIn));
    await assert.rejects(first, { code: 'order' });
  });

test('what was denied for haste before others were out of order is sent first, all with ids that follow', async () => {
  const { time, sent, moves } = setUp();
  moves.joined('fresh', 4);
  await time.pass();
  ['a', 'b', 'c'].forEach((body) => moves.add(body));
  moves.denied(deny(5, 'rate', 100));
  moves.denied(deny(6, 'order'));
  moves.denied(deny(7, 'order'));
  await time.pass(100);
  assert.deepEqual(sent.slice(3), [[5, 'a'], [6, 'b'], [7, 'c']]);
});

test('an answer to a move that is long answered is nothing', async () => {
  const { moves } = setUp();
  moves.joined('fresh', 3);
  moves.applied(2, 5);
  assert.equal(moves.denied(deny(3, 'rules')), undefined);
});

test('a move that fits no frame, and one too many in the queue, are denied at once', async () => {
  const { moves } = setUp();
  await assert.rejects(moves.add('x'.repeat(4096)), { code: 'too-big' });
  for (let i = 0; i < 1000; i++) moves.add(i);
  await assert.rejects(moves.add('one more'), { code: 'busy' });
});

test('when the room stops, everything unanswered is told', async () => {
  const { moves } = setUp();
  const move = moves.add('a');
  moves.stop(new Stopped('banned'));
  await assert.rejects(move, { name: 'Stopped', code: 'banned' });
});

test('frames are batched into messages the node will take', () => {
  const frame = (id) => ({ t: 'move', room: 'r1', id, body: 'é'.repeat(1500) });
  const messages = encode([1, 2, 3, 4, 5].map(frame));
  assert.deepEqual(messages.map((text) => text.split('\n').length), [4, 1]);
  assert.ok(messages.every((text) => new TextEncoder().encode(text).length <= 16 * 1024));
});
