import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stage } from './fakes/client.js';

/** Lets the newest socket enter a room. */
function admit({ nodes }, room) {
  if (!nodes.last.all('hello').length) nodes.last.open().welcome();
  nodes.last.joined({ room });
}

/** A stage with open rooms in the list; a join of each may be answered in another way. */
function withRooms(stage, rooms) {
  const list = Object.keys(rooms).map((room, i) => ({ room, kind: 'sum', createdAt: `2026-11-21T12:00:0${9 - i}Z` }));
  stage.server.on('GET /v1/rooms', () => ({ body: { rooms: list } }));
  for (const [room, answer] of Object.entries(rooms))
    stage.server.on(`POST /v1/rooms/${room}/join`, () => answer ?? { body: stage.seat(room) });
}

test('rooms of one node share a socket', async () => {
  const stage = new Stage();
  const { client, room, socket } = await stage.enter();
  stage.server.on('POST /v1/rooms/r2/join', () => ({ body: stage.seat('r2') }));
  const entering = client.rooms.join('r2');
  await stage.time.pass();
  assert.deepEqual(socket.heard.at(-1), { t: 'join', room: 'r2' });
  socket.joined({ room: 'r2', state: { sum: 50 } });
  const other = await stage.within(entering);
  socket.event(1).event(1, { room: 'r2' });
  assert.deepEqual([room.state, room.seq, other.seq], [{ sum: 1 }, 1, 1]);
  assert.equal(stage.nodes.sockets.length, 1);
  room.leave();
  assert.equal(socket.closed, false);
  other.leave();
  assert.equal(socket.closed, true);
});

test('both rooms of a lost socket come back over one', async () => {
  const stage = new Stage();
  const { client, socket } = await stage.enter();
  stage.server.on('POST /v1/rooms/r2/join', () => ({ body: stage.seat('r2') }));
  client.rooms.join('r2');
  await stage.time.pass();
  socket.joined({ room: 'r2', seq: 4 }).event(1).end(1006);
  await stage.time.pass(100);
  assert.deepEqual(stage.nodes.last.open().heard, [
    { t: 'hello', resume: 'resume-1' },
    { t: 'join', room: 'r1', epoch: 1, seq: 1 },
    { t: 'join', room: 'r2', epoch: 1, seq: 4 },
  ]);
});

test('a private room that a shared socket may not enter gets a socket of its own', async () => {
  const stage = new Stage();
  const { client, socket } = await stage.enter();
  stage.server.on('POST /v1/rooms/r2/join', () => ({ body: stage.seat('r2') }));
  const entering = client.rooms.join('r2', { invite: 'code' });
  await stage.time.pass();
  socket.say({ t: 'error', room: 'r2', code: 'forbidden' });
  await stage.time.pass(100);
  assert.equal(stage.nodes.sockets.length, 2);
  assert.deepEqual(stage.nodes.last.open().heard, [
    { t: 'hello', ticket: 'ticket-3' },
    { t: 'join', room: 'r2' },
  ]);
  stage.nodes.last.welcome().joined({ room: 'r2' });
  assert.equal((await stage.within(entering)).status, 'live');
  assert.deepEqual(stage.server.to('POST /v1/rooms/r2/join')[1].body, { invite: 'code' });
});

test('one room of two that is over does not stop the other', async () => {
  const stage = new Stage();
  const { client, room, socket } = await stage.enter();
  stage.server.on('POST /v1/rooms/r2/join', () => ({ body: stage.seat('r2') }));
  client.rooms.join('r2');
  await stage.time.pass();
  socket.joined({ room: 'r2' }).end(4410);
  await stage.time.pass(100);
  assert.equal(room.status, 'reconnecting');
  assert.equal(stage.server.count('POST /v1/rooms/r1/join'), 1);
});

test('a quick join enters the room that has waited longest', async () => {
  const stage = new Stage();
  withRooms(stage, { young: undefined, old: undefined });
  const client = await stage.connect();
  const entering = client.rooms.quick('sum');
  await stage.time.pass();
  admit(stage, 'old');
  assert.equal((await stage.within(entering)).id, 'old');
  assert.deepEqual(stage.server.to('GET /v1/rooms')[0].query, { kind: 'sum' });
});

test('a quick join goes on to the next room when one is taken, and makes one when all are', async () => {
  const stage = new Stage();
  withRooms(stage, { last: { status: 404 }, second: undefined, first: { status: 409, body: { code: 'full' } } });
  const client = await stage.connect();
  const entering = client.rooms.quick('sum', { settings: { turnSeconds: 10 } });
  await stage.time.pass();
  stage.nodes.last.open().welcome().say({ t: 'error', room: 'second', code: 'full' });
  await stage.time.pass();
  admit(stage, 'r1');
  assert.equal((await stage.within(entering)).id, 'r1');
  assert.deepEqual(stage.server.to('POST /v1/rooms')[0].body, { kind: 'sum', settings: { turnSeconds: 10 } });
});

test('a quick join tells a fault of the server instead of making rooms', async () => {
  const stage = new Stage();
  withRooms(stage, { r7: { status: 500, body: { code: 'internal' } } });
  const client = await stage.connect();
  await assert.rejects(stage.within(client.rooms.quick('sum')), { code: 'internal' });
  assert.equal(stage.server.count('POST /v1/rooms'), 0);
});

test("a private room's invite is known to its maker", async () => {
  const stage = new Stage();
  stage.server.on('POST /v1/rooms', ({ body }) => ({ status: 201, body: { ...stage.seat('r1'), invite: body.private && 'abc' } }));
  const { room } = await stage.enter({}, { private: true });
  assert.equal(room.invite, 'abc');
});

test('the log is read by pages', async () => {
  const stage = new Stage();
  stage.server.on('GET /v1/rooms/r1/log', ({ query }) => ({ body: { events: [], head: Number(query.after), over: true } }));
  const client = await stage.connect();
  assert.deepEqual(await stage.within(client.rooms.log('r1', { after: 3 })), { events: [], head: 3, over: true });
});
