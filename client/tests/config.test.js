import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stage } from './fakes/client.js';

const said = (version) => ({ t: 'server', status: 'maintenance', message: 'back at nine', configVersion: version });

test('what the operators say is told at once, and new values within a second', async () => {
  const stage = new Stage();
  const { socket, client } = await stage.enter();
  const values = { motd: 'hello' };
  stage.server.on('GET /v1/config', () => ({ body: { version: 8, values } }));
  const told = [];
  client.config.on('server', (server) => told.push(server));
  client.config.on('change', ({ values }) => told.push(values));
  socket.say(said(7));
  socket.say(said(8));
  assert.deepEqual(told, Array(2).fill({ status: 'maintenance', message: 'back at nine' }));
  await stage.time.pass(1000);
  assert.deepEqual(told.slice(2), [{ motd: 'hello' }]);
  assert.deepEqual(stage.server.to('GET /v1/config').map(({ query }) => query), [{ version: '8' }]);
});

test('no room takes it for its own', async () => {
  const stage = new Stage();
  const { socket, told } = await stage.enter();
  const before = told.length;
  stage.server.on('GET /v1/config', () => ({ body: { version: 8, values: {} } }));
  socket.say(said(8));
  await stage.time.pass(1000);
  assert.equal(told.length, before);
});
