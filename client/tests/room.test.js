import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SUM, Stage } from './fakes/client.js';

const statuses = (told) => told.filter(([name]) => name === 'status').map(([, change]) => change.status);
const last = (told, name) => told.filter(([one]) => one === name).at(-1)?.[1];

/** The room's socket drops, and the client's next one opens and is welcomed. */
async function dropAndReturn({ nodes, time }, code = 1006) {
  nodes.last.end(code);
  await time.pass(100);
  return nodes.last.open().welcome('resume-2');
}

test('a room is entered with the ticket, hello and join in one go', async () => {
  const stage = new Stage();
  const { room, socket } = await stage.enter({ seq: 3, epoch: 2, state: { sum: 7 } });
  assert.equal(socket.url, 'wss://server.test/rt/n1');
  assert.equal(socket.protocol, 'drawbridge.v1');
  assert.equal(socket.messages.length, 1);
  assert.deepEqual(socket.heard, [
    { t: 'hello', ticket: 'ticket-1' },
    { t: 'join', room: 'r1' },
  ]);
  assert.deepEqual([room.state, room.seq, room.epoch, room.status], [{ sum: 7 }, 3, 2, 'live']);
});

test('events keep the state, several may come in one message, and unknown frames are ignored', async () => {
  const { room, socket, told } = await new Stage().enter();
  socket.say({ t: 'weather', rain: true }, { t: 'event', room: 'elsewhere', seq: 9, body: {} });
  socket.onmessage({ data: 'not json\n{"t":"event","room":"r1","seq":1,"epoch":1,"at":5,"body":{"add":4}}\n\n' });
  socket.onmessage({ data: new ArrayBuffer(4) });
  socket.say(
    { t: 'event', room: 'r1', seq: 2, epoch: 1, at: 6, body: { add: 5 } },
    { t: 'event', room: 'r1', seq: 3, epoch: 2, at: 7, body: { add: 6 } },
  );
  assert.deepEqual([room.state, room.seq, room.epoch], [{ sum: 15 }, 3, 2]);
  assert.equal(told.filter(([name]) => name === 'event').length, 3);
});

test('an event that was had already changes nothing', async () => {
  const { room, socket, told } = await new Stage().enter();
  socket.event(1).event(1).event(2).event(1);
  assert.deepEqual([room.state, room.seq], [{ sum: 3 }, 2]);
  assert.equal(told.filter(([name]) => name === 'event').length, 2);
});

test('a jump makes it join again from its position, and what comes before the answer is left alone', async () => {
  const { room, socket, told } = await new Stage().enter();
  socket.event(1).event(4);
  assert.deepEqual(socket.all('join').at(-1), { t: 'join', room: 'r1', epoch: 1, seq: 1 });
  socket.event(5);
  assert.equal(room.seq, 1);
  socket.joined({ mode: 'resumed', seq: 5, state: undefined }).event(2).event(3).event(4);
  assert.deepEqual(statuses(told), []);
  socket.event(5);
  assert.deepEqual(last(told, 'status'), { status: 'live', replayed: 4 });
  assert.deepEqual([room.state, room.seq], [{ sum: 15 }, 5]);
  assert.equal(socket.all('join').length, 2);
});

test('a replay that stops short of what is live makes it join again', async () => {
  const { socket } = await new Stage().enter();
  socket.say({ t: 'live', room: 'r1', seq: 2 });
  assert.deepEqual(socket.all('join').at(-1), { t: 'join', room: 'r1', epoch: 1, seq: 0 });
});

test('after vain tries to close a gap it asks for the whole state', async () => {
  const { socket } = await new Stage().enter();
  for (let i = 0; i < 4; i++) socket.event(3).joined({ mode: 'resumed', seq: 0, state: undefined });
  assert.deepEqual(socket.all('join').at(-1), { t: 'join', room: 'r1' });
});

test('a dropped socket resumes at the same url and gets what was missed', async () => {
  const stage = new Stage();
  const { room, socket, told } = await stage.enter();
  socket.event(1);
  socket.end(1006);
  assert.equal(room.status, 'reconnecting');
  assert.deepEqual(stage.time.waits.filter((ms) => ms <= 100), [100]);
  await stage.time.pass(100);
  const next = stage.nodes.last.open();
  assert.notEqual(next, socket);
  assert.deepEqual(next.heard, [
    { t: 'hello', resume: 'resume-1' },
    { t: 'join', room: 'r1', epoch: 1, seq: 1 },
  ]);
  next.welcome('resume-2').joined({ mode: 'resumed', seq: 3, state: undefined }).event(2).event(3);
  next.say({ t: 'live', room: 'r1', seq: 3 });
  assert.deepEqual(statuses(told), ['reconnecting', 'live']);
  assert.deepEqual(last(told, 'status'), { status: 'live', replayed: 2 });
  assert.deepEqual([room.state, room.seq], [{ sum: 6 }, 3]);
  next.end(4104);
  await stage.time.pass(100);
  assert.deepEqual(stage.nodes.last.open().heard[0], { t: 'hello', resume: 'resume-2' });
});

test('a reset replaces what was had, and says why', async () => {
  const stage = new Stage();
  const { room, socket, told } = await stage.enter();
  socket.event(1).event(2);
  const next = await dropAndReturn(stage);
  next.joined({ mode: 'reset', why: 'lost', epoch: 3, seq: 1, state: { sum: 100 } });
  assert.deepEqual(last(told, 'status'), { status: 'live', reset: 'lost' });
  assert.deepEqual([room.state, room.seq, room.epoch], [{ sum: 100 }, 1, 3]);
  next.event(2, { epoch: 3 });
  assert.deepEqual(room.state, { sum: 102 });
});

test('a move resolves with the seq of its event, once the state has it', async () => {
  const { room, socket } = await new Stage().enter();
  const move = room.move({ add: 1 }).then((seq) => [seq, room.state]);
  await new Promise(setImmediate);
  assert.deepEqual(socket.all('move'), [{ t: 'move', room: 'r1', id: 1, body: { add: 1 } }]);
  assert.deepEqual(room.pending, [{ add: 1 }]);
  room.on('event', () => assert.deepEqual(room.pending, [])); // or a page would show the move twice
  socket.event(1, { by: 'ann', id: 1 });
  assert.deepEqual(await move, [1, { sum: 1 }]);
  assert.deepEqual(room.pending, []);
});

test('unanswered moves are sent again with the same ids; a replayed event and an ack both answer', async () => {
  const stage = new Stage();
  const { room, socket } = await stage.enter();
  const moves = [room.move({ add: 1 }), room.move({ add: 2 }), room.move({ add: 3 })];
  await stage.time.pass();
  socket.event(1, { by: 'ann', id: 1 });
  const next = await dropAndReturn(stage);
  const offline = room.move({ add: 4 });
  next.joined({ mode: 'resumed', seq: 2, state: undefined, lastMove: 2 }).event(2, { by: 'ann', id: 2 });
  await stage.time.pass();
  assert.deepEqual(next.all('move').map(({ id, body }) => [id, body.add]), [[3, 3], [4, 4]]);
  next.say({ t: 'ack', room: 'r1', id: 3, seq: 2 }).event(3, { by: 'ann', id: 4 });
  assert.deepEqual(await Promise.all([...moves, offline]), [1, 2, 2, 3]);
});

test('a repeat of a move that was applied unseen is answered by an ack', async () => {
  const stage = new Stage();
  const { room } = await stage.enter();
  const move = room.move({ add: 1 });
  await stage.time.pass();
  const next = await dropAndReturn(stage);
  next.joined({ mode: 'reset', why: 'gap', seq: 8, state: { sum: 8 }, lastMove: 1 });
  await stage.time.pass();
  assert.deepEqual(next.all('move').map(({ id }) => id), [1]);
  next.say({ t: 'ack', room: 'r1', id: 1, seq: 5 });
  assert.equal(await move, 5);
});

test('a denied move rejects and is told; the next has the next id', async () => {
  const stage = new Stage();
  const { room, socket, told } = await stage.enter();
  const move = room.move({ add: -1 });
  await stage.time.pass();
  socket.say({ t: 'deny', room: 'r1', id: 1, code: 'rules', detail: 'too-small' });
  await assert.rejects(move, { name: 'Denied', code: 'rules', detail: 'too-small' });
  assert.deepEqual(last(told, 'denied'), { body: { add: -1 }, code: 'rules', detail: 'too-small' });
  room.move({ add: 1 });
  await stage.time.pass();
  assert.equal(socket.all('move').at(-1).id, 2);
});

test('members come and go; who sits down is folded, also when it happened meanwhile', async () => {
  const stage = new Stage();
  const seated = (state, { by }) => ({ ...state, second: by === 'ann' ? undefined : by });
  const left = (state, { by }) => ({ ...state, gone: by });
  const { room, socket, told } = await stage.enter({}, { seated, left });
  socket.say({ t: 'member', room: 'r1', player: 'bob', status: 'here' });
  assert.equal(room.state.second, 'bob');
  socket.say({ t: 'member', room: 'r1', player: 'bob', status: 'away' });
  assert.deepEqual(last(told, 'members')[1], { player: 'bob', status: 'away' });
  const next = await dropAndReturn(stage);
  const members = [{ player: 'ann', status: 'here' }, { player: 'eve', status: 'here' }];
  next.joined({ mode: 'resumed', state: undefined, members });
  assert.deepEqual(room.state, { sum: 0, second: 'eve', gone: 'bob' });
  assert.deepEqual(room.members.map(({ player }) => player), ['ann', 'eve']);
});

test('latest-value rooms merge their patches', async () => {
  const { room, socket } = await new Stage().enter();
  socket.say({ t: 'patch', room: 'r1', version: 1, full: true, set: { a: 1, b: 2 } });
  socket.say({ t: 'patch', room: 'r1', version: 2, set: { b: null, c: 3 } });
  assert.deepEqual(room.values, { a: 1, c: 3 });
});

test('the end of a game is told once, and then a lost socket is left alone', async () => {
  const stage = new Stage();
  const { room, socket, told } = await stage.enter({ state: { sum: 999 } });
  socket.event(1).event(2);
  assert.deepEqual(told.filter(([name]) => name === 'over').length, 1);
  assert.equal(room.over, true);
  socket.end(4410);
  assert.deepEqual(last(told, 'status'), { status: 'stopped', code: 'over', detail: '' });
  await stage.time.pass(60_000);
  assert.equal(stage.nodes.sockets.length, 1);
});

test('leaving says so and ends the socket with its last room', async () => {
  const stage = new Stage();
  const { room, socket } = await stage.enter();
  const move = room.move({ add: 1 });
  room.leave();
  assert.deepEqual(socket.heard.at(-1), { t: 'leave', room: 'r1' });
  assert.equal(socket.closed, true);
  await assert.rejects(move, { name: 'Stopped', code: 'left' });
  await assert.rejects(room.move({ add: 1 }), { name: 'Stopped', code: 'left' });
  await stage.time.pass(60_000);
  assert.equal(stage.nodes.sockets.length, 1);
});

test('a page loaded anew comes back into its room, its move ids going on', async () => {
  const stage = new Stage();
  await stage.enter();
  const client = await stage.connect();
  const restoring = client.rooms.restore('sum', SUM);
  await stage.time.pass();
  assert.deepEqual(stage.nodes.last.open().heard[1], { t: 'join', room: 'r1' });
  stage.nodes.last.welcome().joined({ seq: 5, state: { sum: 9 }, lastMove: 4 });
  const again = await stage.within(restoring);
  again.move({ add: 2 });
  await stage.time.pass();
  assert.equal(stage.nodes.last.all('move')[0].id, 5);
  assert.deepEqual(again.state, { sum: 9 });
});

test('a room that is gone is not restored, nor asked for twice', async () => {
  const stage = new Stage();
  await stage.enter();
  stage.server.on('POST /v1/rooms/r1/join', () => ({ status: 404, body: { code: 'not-found' } }));
  const client = await stage.connect();
  assert.equal(await stage.within(client.rooms.restore('sum')), undefined);
  assert.equal(await stage.within(client.rooms.restore('sum')), undefined);
  assert.equal(stage.server.count('POST /v1/rooms/r1/join'), 1);
});
