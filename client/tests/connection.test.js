import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterClose } from '../sdk/close.js';
import { LIMITS } from '../sdk/limits.js';
import { Stage } from './fakes/client.js';

const JOIN = 'POST /v1/rooms/r1/join';
const status = (told) => told.filter(([name]) => name === 'status').at(-1)?.[1];

const RANGES = [
  [4100, 'resume'], [4101, 'resume'], [4102, 'resume'], [4104, 'resume'], [4199, 'resume'],
  [4200, 'rejoin'], [4201, 'rejoin'], [4202, 'rejoin'], [4203, 'rejoin'], [4299, 'rejoin'],
  [4300, 'fresh'], [4302, 'fresh'], [4399, 'fresh'],
  [4400, 'stop'], [4401, 'stop'], [4404, 'stop'], [4410, 'stop'], [4426, 'stop'], [4451, 'stop'], [4499, 'stop'],
  [1000, 'lost'], [1001, 'lost'], [1006, 'lost'], [1011, 'lost'], [4500, 'lost'],
];
for (const [code, action] of RANGES) test(`after ${code} the client does: ${action}`, () => assert.equal(afterClose(code), action));

test('41xx resumes at the same url without asking anybody', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.event(1).end(4102);
  await stage.time.pass(100);
  assert.equal(stage.server.count(JOIN), 0);
  assert.deepEqual(stage.nodes.last.open().heard, [
    { t: 'hello', resume: 'resume-1' },
    { t: 'join', room: 'r1', epoch: 1, seq: 1 },
  ]);
});

test('42xx asks the join call again and goes there with its position', async () => {
  const stage = new Stage();
  const { socket, told } = await stage.enter();
  stage.server.on(JOIN, () => ({ body: stage.seat('r1', 'n2') }));
  socket.event(1).end(4201);
  assert.equal(status(told).status, 'reconnecting');
  await stage.time.pass(100);
  assert.equal(stage.server.count(JOIN), 1);
  assert.equal(stage.nodes.last.url, 'wss://server.test/rt/n2');
  assert.deepEqual(stage.nodes.last.open().heard, [
    { t: 'hello', ticket: 'ticket-2' },
    { t: 'join', room: 'r1', epoch: 1, seq: 1 },
  ]);
});

test('43xx asks the join call again and joins fresh', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.event(1).end(4300);
  await stage.time.pass(100);
  assert.deepEqual(stage.nodes.last.open().heard, [
    { t: 'hello', ticket: 'ticket-2' },
    { t: 'join', room: 'r1' },
  ]);
});

for (const [code, reason] of [[4400, 'bad'], [4404, 'not-found'], [4408, 'abuse'], [4410, 'over'], [4426, 'version'], [4451, 'banned']])
  test(`${code} stops, and says ${reason}`, async () => {
    const stage = new Stage();
    const { room, socket, told } = await stage.enter();
    const move = room.move({ add: 1 });
    socket.end(code, 'because');
    assert.deepEqual(status(told), { status: 'stopped', code: reason, detail: 'because' });
    await assert.rejects(move, { name: 'Stopped', code: reason });
    await stage.time.pass(120_000);
    assert.equal(stage.nodes.sockets.length, 1);
    assert.equal(stage.server.count(JOIN), 0);
  });

test('1006 tries the same url twice, then asks where the room is now', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.end(1006);
  await stage.time.pass(100);
  stage.nodes.last.end(1006);
  await stage.time.pass(200);
  assert.equal(stage.nodes.sockets.length, 3);
  assert.equal(stage.server.count(JOIN), 0);
  stage.nodes.last.end(1006);
  await stage.time.pass(100);
  assert.equal(stage.server.count(JOIN), 1);
  assert.deepEqual(stage.nodes.last.open().heard[1], { t: 'join', room: 'r1', epoch: 1, seq: 0 });
});

test('a node that stays dead is tried ever more seldom, also when the join call leads there again', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.end(1006);
  const opened = [];
  for (let ms = 0; ms < 20_000; ms += 50) {
    await stage.time.pass(50);
    if (stage.nodes.last.closed) continue;
    opened.push(ms);
    stage.nodes.last.end(1006);
  }
  assert.ok(opened.length <= 16, `${opened.length} sockets in 20 s`);
});

test('waits between joins double up to 5 s and begin anew after success', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  let calls = 0;
  stage.server.on(JOIN, () => (++calls < 9 ? { status: 503 } : { body: stage.seat('r1') }));
  socket.end(4203);
  const waits = [];
  for (let before = calls; calls < 9; before = calls) {
    const from = stage.time.now();
    while (calls === before) await stage.time.pass(50);
    waits.push(stage.time.now() - from);
  }
  assert.deepEqual(waits, [100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
  stage.nodes.last.open().welcome().joined().end(4203);
  await stage.time.pass(100);
  assert.equal(calls, 10);
});

test('a node that asks for a pause gets it', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  stage.server.on(JOIN, () => ({ status: 503, headers: { 'Retry-After': '7' } }));
  socket.end(4203);
  await stage.time.pass(100 + 6_999);
  assert.equal(stage.server.count(JOIN), 1);
  await stage.time.pass(1);
  assert.equal(stage.server.count(JOIN), 2);
});

test('a ticket that came too late is fetched once more, and only once', async () => {
  const stage = new Stage();
  const client = await stage.connect();
  const entering = client.rooms.create('sum');
  entering.catch(() => {});
  await stage.time.pass();
  stage.nodes.last.open().end(4401);
  await stage.time.pass(100);
  assert.deepEqual(stage.nodes.last.open().heard[0], { t: 'hello', ticket: 'ticket-2' });
  stage.nodes.last.end(4401, 'no');
  await assert.rejects(stage.within(entering), { name: 'Stopped', code: 'unauthorized' });
});

test('the seat taken elsewhere is taken back once; the second time a person must turn to this tab', async () => {
  const stage = new Stage();
  const { room, socket } = await stage.enter();
  socket.end(4302);
  await stage.time.pass(100);
  stage.nodes.last.open().welcome().joined().end(4302);
  assert.equal(room.status, 'elsewhere');
  await stage.time.pass(60_000);
  stage.wake('online');
  await stage.time.pass(10_000);
  assert.equal(stage.nodes.sockets.length, 2);
  stage.wake('attention');
  await stage.time.pass();
  assert.equal(stage.nodes.sockets.length, 3);
  stage.nodes.last.open().welcome().joined();
  assert.equal(room.status, 'live');
});

test('a room that moved is followed with its ticket, its position and its unanswered moves', async () => {
  const stage = new Stage();
  const { room, socket } = await stage.enter();
  socket.event(1);
  const move = room.move({ add: 5 });
  await stage.time.pass();
  socket.say({ t: 'moved', room: 'r1', after: 1, url: 'wss://server.test/rt/n2', ticket: 'moved-1' });
  assert.equal(socket.closed, true);
  const next = stage.nodes.last.open();
  assert.equal(next.url, 'wss://server.test/rt/n2');
  assert.deepEqual(next.heard, [
    { t: 'hello', ticket: 'moved-1' },
    { t: 'join', room: 'r1', epoch: 1, seq: 1 },
  ]);
  next.welcome().joined({ mode: 'resumed', epoch: 2, seq: 1, state: undefined });
  await stage.time.pass();
  assert.deepEqual(next.all('move'), [{ t: 'move', room: 'r1', id: 1, body: { add: 5 } }]);
  next.event(2, { epoch: 2, by: 'ann', id: 1, body: { add: 5 } });
  assert.equal(await move, 2);
  assert.equal(stage.server.count(JOIN), 0);
});

test('before a node leaves the join call is asked at a random moment, and the room followed if it has moved', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  stage.dice = 0.5;
  socket.say({ t: 'drain', within: 10_000 });
  await stage.time.pass(4_999);
  assert.equal(stage.server.count(JOIN), 0);
  await stage.time.pass(1);
  assert.equal(stage.server.count(JOIN), 1);
  assert.equal(stage.nodes.sockets.length, 1); // it has not moved yet
  stage.server.on(JOIN, () => ({ body: stage.seat('r1', 'n2') }));
  socket.say({ t: 'drain', within: 10_000 });
  await stage.time.pass(5_000);
  assert.equal(stage.nodes.last.url, 'wss://server.test/rt/n2');
  assert.equal(socket.closed, true);
});

test('it pings at the heartbeat, and an unanswered ping is a dead socket', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  await stage.time.pass(20_000);
  socket.say({ t: 'pong', id: 1, heads: { r1: 0 } });
  await stage.time.pass(20_000);
  assert.deepEqual(socket.all('ping').map(({ id }) => id), [1, 2]);
  await stage.time.pass(LIMITS.pong - 1);
  assert.equal(socket.closed, false);
  await stage.time.pass(101);
  assert.equal(socket.closed, true);
  assert.deepEqual(stage.nodes.last.open().heard[0], { t: 'hello', resume: 'resume-1' });
});

test('behind the head for a second it joins again; caught up meanwhile it does not', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.say({ t: 'pong', id: 1, heads: { r1: 1 } });
  socket.event(1);
  await stage.time.pass(1_000);
  assert.equal(socket.all('join').length, 1);
  socket.say({ t: 'pong', id: 2, heads: { r1: 3, other: 7 } });
  await stage.time.pass(999);
  assert.equal(socket.all('join').length, 1);
  await stage.time.pass(1);
  assert.deepEqual(socket.all('join').at(-1), { t: 'join', room: 'r1', epoch: 1, seq: 1 });
});

test('a tab that slept does not wait for its back-off', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.end(1006);
  stage.wake('attention');
  assert.equal(stage.nodes.sockets.length, 2);
  stage.nodes.last.end(4200);
  stage.wake('online');
  await stage.time.pass();
  assert.equal(stage.server.count(JOIN), 1);
});

test('a tab that slept asks its socket at once whether it lives', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  stage.wake('attention');
  assert.equal(socket.all('ping').length, 1);
  await stage.time.pass(LIMITS.wakePong);
  assert.equal(socket.closed, true);
});

test('a join that is not answered is a dead socket', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.event(5); // a jump: it joins again
  await stage.time.pass(LIMITS.joined);
  assert.equal(socket.closed, true);
});

test('a socket that never opens is given up', async () => {
  const stage = new Stage();
  const client = await stage.connect();
  client.rooms.create('sum').catch(() => {});
  await stage.time.pass(LIMITS.welcome + 100);
  assert.equal(stage.nodes.sockets.length, 2);
  assert.deepEqual(stage.nodes.last.open().heard[0], { t: 'hello', ticket: 'ticket-1' }); // it was never used
});

test('a room that cannot be entered in time is told, and its seat not given back', async () => {
  const stage = new Stage();
  const client = await stage.connect();
  const entering = client.rooms.create('sum');
  await assert.rejects(stage.within(entering, LIMITS.entry), { name: 'Problem', code: 'timeout' });
  assert.ok(stage.nodes.sockets.every((socket) => socket.all('leave').length === 0));
});

test('a refused join stops with its code, also when the error does not name its room', async () => {
  const stage = new Stage();
  const client = await stage.connect();
  const entering = client.rooms.join('r1');
  await stage.time.pass();
  stage.nodes.last.open().welcome().say({ t: 'error', code: 'full', detail: 'every seat is taken' });
  await assert.rejects(stage.within(entering), { name: 'Stopped', code: 'full', detail: 'every seat is taken' });
});

test('a join at the wrong node asks where the room is now', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.event(4).say({ t: 'error', room: 'r1', code: 'not-owner' });
  await stage.time.pass(100);
  assert.equal(stage.server.count(JOIN), 1);
  assert.deepEqual(stage.nodes.last.open().heard[1], { t: 'join', room: 'r1', epoch: 1, seq: 0 });
});

test('a room that its node lost in mid-game is looked for elsewhere', async () => {
  const stage = new Stage();
  const { socket } = await stage.enter();
  socket.event(1).say({ t: 'error', room: 'r1', code: 'busy' }); // about something else than a join
  assert.equal(socket.closed, false);
  socket.say({ t: 'error', room: 'r1', code: 'not-owner' });
  await stage.time.pass(100);
  assert.deepEqual(stage.nodes.last.open().heard[1], { t: 'join', room: 'r1', epoch: 1, seq: 1 });
});

test('a session that cannot be renewed stops the room', async () => {
  const stage = new Stage();
  const { socket, told } = await stage.enter();
  stage.server.on(JOIN, () => ({ status: 403, body: { code: 'banned', detail: 'for a day' } }));
  socket.end(4200);
  await stage.time.pass(100);
  assert.deepEqual(status(told), { status: 'stopped', code: 'banned', detail: 'for a day' });
});
