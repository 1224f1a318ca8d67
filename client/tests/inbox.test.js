import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stage } from './fakes/client.js';

test('each mail is told once, however many nodes tell it', async () => {
  const { socket, client, told } = await new Stage().enter();
  const heard = [];
  client.inbox.on('mail', (said) => heard.push(said));
  const before = told.length;
  socket.say({ t: 'mail' });
  socket.say({ t: 'mail', id: '1-a' });
  socket.say({ t: 'mail', id: '1-a' });
  socket.say({ t: 'mail', id: '2-b' });
  socket.say({ t: 'mail' });
  assert.deepEqual(heard, [{ id: undefined }, { id: '1-a' }, { id: '2-b' }, { id: undefined }]);
  assert.equal(told.length, before, 'no room takes it for its own');
});
