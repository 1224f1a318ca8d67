import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stage } from './fakes/client.js';

const offer = (id, price, amount = 1) => ({ id, price, amount, seller: 'bob', item: 'item:disc', at: 5, expires: 9 });

test('a shelf that is watched is kept as the server has it', async () => {
  const stage = new Stage();
  const client = await stage.connect();
  stage.server.on('POST /v1/rooms/market%3Aitem%3Adisc/join', () => ({ body: stage.seat('market:item:disc') }));
  const watching = client.market.watch('item:disc');
  await stage.time.pass();
  const socket = stage.nodes.last.open().welcome();
  socket.joined({ room: 'market:item:disc', kind: 'market', state: { known: false, offers: [] }, seq: 0 });
  const shelf = await stage.within(watching);
  const event = (seq, body) => socket.say({ t: 'event', room: shelf.id, seq, epoch: 1, at: 1, body });

  event(1, { came: [offer('b', 20), offer('a', 30)], gone: [] });
  event(2, { came: [offer('c', 36, 4), offer('d', 20)], gone: [{ id: 'a', why: 'sold' }] });
  assert.deepEqual(shelf.state, { known: true, offers: [offer('c', 36, 4), offer('b', 20), offer('d', 20)] });
  event(3, { came: [{ ...offer('b', 20), seller: 'bobby' }], gone: [{ id: 'c', why: 'undercut' }] });
  assert.deepEqual(shelf.state.offers.map(({ id, seller }) => [id, seller]), [['b', 'bobby'], ['d', 'bob']]);
});

test('a deal is made once, by its key', async () => {
  const stage = new Stage();
  const client = await stage.connect();
  stage.server.on('POST /v1/market/offers', () => ({ status: 201, body: {} }));
  stage.server.on('POST /v1/market/offers/a/buy', () => ({ body: {} }));
  await stage.within(client.market.offer({ item: 'item:disc', price: 5 }));
  await stage.within(client.market.buy('a', 'key-1'));
  const [made] = stage.server.to('POST /v1/market/offers');
  const [bought] = stage.server.to('POST /v1/market/offers/a/buy');
  assert.ok(made.headers['Idempotency-Key']);
  assert.equal(bought.headers['Idempotency-Key'], 'key-1');
});
