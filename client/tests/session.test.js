import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drawbridge } from '../sdk/drawbridge.js';
import { LIMITS } from '../sdk/limits.js';
import { Stage } from './fakes/client.js';
import { session } from './fakes/server.js';

const wallet = () => ({ body: { balances: { gold: 1 } } });

/** Refresh works once per token, as on the real server: a token used again ends everything. */
function strictRefresh(server) {
  let newest = 1;
  server.on('POST /v1/login/refresh', ({ body }) => {
    if (body.refreshToken !== `refresh-${newest}`) return { status: 401, body: { code: 'unauthorized' } };
    return session('ann', ++newest);
  });
}

test('a first visit makes a guest with a secret of its own', async () => {
  const stage = new Stage();
  const client = await stage.connect();
  const [{ body }] = stage.server.to('POST /v1/login/guest');
  assert.ok(body.secret.length >= 32);
  assert.ok(body.deviceId.length >= 16);
  assert.equal(client.playerId, 'ann');
  assert.equal(client.newPlayer, true);
  assert.equal(client.player.name, 'Name of ann');
});

test('a second visit goes on with the session that was kept', async () => {
  const stage = new Stage();
  await stage.connect();
  const client = await stage.connect();
  assert.equal(stage.server.count('POST /v1/login/guest'), 1);
  assert.equal(client.player.name, 'Ann'); // as the server says now
});

test('the token is renewed before it ends, once for all who ask', async () => {
  const stage = new Stage();
  strictRefresh(stage.server);
  stage.server.on('GET /v1/wallet', wallet);
  const client = await stage.connect();
  await stage.time.pass((900 - 60) * 1000);
  await stage.within(Promise.all([client.wallet.balances(), client.wallet.balances(), client.wallet.balances()]));
  assert.equal(stage.server.count('POST /v1/login/refresh'), 1);
  const tokens = stage.server.to('GET /v1/wallet').map(({ headers }) => headers.Authorization);
  assert.deepEqual(tokens, ['Bearer access-2', 'Bearer access-2', 'Bearer access-2']);
});

test('a refused token is renewed, and the call made again, once', async () => {
  const stage = new Stage();
  strictRefresh(stage.server);
  stage.server.on('GET /v1/wallet', ({ headers }) =>
    headers.Authorization === 'Bearer access-1' ? { status: 401 } : wallet(),
  );
  const client = await stage.connect();
  const both = Promise.all([client.wallet.balances(), client.wallet.balances()]);
  assert.deepEqual(await stage.within(both), [{ gold: 1 }, { gold: 1 }]);
  assert.equal(stage.server.count('POST /v1/login/refresh'), 1);
});

test('a token that is refused for good is told', async () => {
  const stage = new Stage();
  strictRefresh(stage.server);
  stage.server.on('GET /v1/wallet', () => ({ status: 401, body: { code: 'unauthorized' } }));
  const client = await stage.connect();
  await assert.rejects(stage.within(client.wallet.balances()), { code: 'unauthorized' });
  assert.equal(stage.server.count('GET /v1/wallet'), 2);
});

test('a session that has ended is no loss: the device logs in again', async () => {
  const stage = new Stage();
  stage.server.on('POST /v1/login/refresh', () => ({ status: 401, body: { code: 'unauthorized' } }));
  stage.server.on('GET /v1/wallet', wallet);
  const client = await stage.connect();
  await stage.time.pass(900_000);
  assert.deepEqual(await stage.within(client.wallet.balances()), { gold: 1 });
  const [first, second] = stage.server.to('POST /v1/login/guest');
  assert.deepEqual(second.body, first.body);
});

test('while the server is away a token that still lasts is used', async () => {
  const stage = new Stage();
  stage.server.on('POST /v1/login/refresh', () => ({ status: 503 }));
  stage.server.on('GET /v1/wallet', wallet);
  const client = await stage.connect();
  await stage.time.pass(850_000);
  assert.deepEqual(await stage.within(client.wallet.balances()), { gold: 1 });
  await stage.time.pass(50_000);
  const both = Promise.allSettled([client.wallet.balances(), client.wallet.balances()]);
  for (const { reason } of await stage.within(both)) assert.equal(reason.status, 503);
  assert.equal(stage.server.count('POST /v1/login/refresh'), 2); // one for each time, not for each call
});

for (const locks of ['Web Locks', 'a lease'])
  test(`several tabs under ${locks} renew once and all get the new token`, async () => {
    const stage = new Stage();
    if (locks === 'a lease') stage.locks = undefined;
    strictRefresh(stage.server);
    stage.server.on('GET /v1/wallet', wallet);
    const first = await stage.within(stage.connectLater(), 1_000);
    const tabs = [first, await stage.connect(), await stage.connect()];
    await stage.time.pass(899_000);
    await stage.within(Promise.all(tabs.map((tab) => tab.wallet.balances())), 5_000);
    assert.equal(stage.server.count('POST /v1/login/refresh'), 1);
    assert.equal(stage.server.count('POST /v1/login/guest'), 1);
    for (const { headers } of stage.server.to('GET /v1/wallet')) assert.equal(headers.Authorization, 'Bearer access-2');
  });

test('the lease of a tab that died ends by itself', async () => {
  const stage = new Stage();
  stage.locks = undefined;
  stage.storage.setItem('drawbridge.renewing', `dead-tab ${stage.time.now() + LIMITS.lease}`);
  const connecting = stage.connectLater();
  await stage.time.pass(LIMITS.lease - 1);
  assert.equal(stage.server.count('POST /v1/login/guest'), 0);
  const client = await stage.within(connecting, 1_000);
  assert.equal(client.playerId, 'ann');
});

test('a logout ends the session in every tab', async () => {
  const stage = new Stage();
  stage.server.on('POST /v1/logout', () => ({ status: 204 }));
  const [one, other] = [await stage.connect(), await stage.connect()];
  await stage.within(one.logout());
  assert.deepEqual(stage.server.to('POST /v1/logout')[0].body, { refreshToken: 'refresh-1' });
  await assert.rejects(stage.within(other.wallet.balances()), { code: 'unauthorized' });
});

/** A login by another way than the guest's. */
function facebook(stage) {
  stage.server.on('POST /v1/login/facebook', () => session('eve'));
  const body = { signedRequest: 'sig.payload' };
  return stage.within(Drawbridge.login('facebook', body, { origin: 'https://server.test', platform: stage.platform() }));
}

test('another way in is kept as the guest is', async () => {
  const stage = new Stage();
  const client = await facebook(stage);
  assert.equal(client.playerId, 'eve');
  assert.equal((await stage.connect()).playerId, 'eve');
  assert.equal(stage.server.count('POST /v1/login/guest'), 0);
});

test('who came another way is never made a guest when the session ends', async () => {
  const stage = new Stage();
  stage.server.on('POST /v1/login/refresh', () => ({ status: 401, body: { code: 'unauthorized' } }));
  const client = await facebook(stage);
  await stage.time.pass(901 * 1000);
  await assert.rejects(stage.within(client.wallet.balances()), { code: 'unauthorized' });
  assert.equal(stage.server.count('POST /v1/login/guest'), 0);
  assert.equal(client.playerId, '');
});

test('who is banned keeps the session, to come back with it one day', async () => {
  const stage = new Stage();
  stage.server.on('POST /v1/login/refresh', () => ({ status: 403, body: { code: 'banned' } }));
  const client = await facebook(stage);
  await stage.time.pass(901 * 1000);
  await assert.rejects(stage.within(client.wallet.balances()), { code: 'banned' });
  assert.equal(client.playerId, 'eve');
});

test('an identity that is taken comes with its offer', async () => {
  const stage = new Stage();
  const merge = { offer: 'o', expiresAt: '2026-11-21T12:00:00Z', player: { playerId: 'old', name: 'Old' } };
  stage.server.on('POST /v1/login/link', () => ({ status: 409, body: { code: 'identity-taken', merge } }));
  const client = await stage.connect();
  const linking = client.identities.link('facebook', { signedRequest: 's' });
  await assert.rejects(stage.within(linking), (problem) => problem.more.merge.offer === 'o');
  assert.deepEqual(stage.server.to('POST /v1/login/link')[0].body, { signedRequest: 's', provider: 'facebook' });
});

test('a logout may be everywhere', async () => {
  const stage = new Stage();
  stage.server.on('POST /v1/logout', () => ({ status: 204 }));
  const client = await stage.connect();
  await stage.within(client.logout({ everywhere: true }));
  assert.deepEqual(stage.server.to('POST /v1/logout')[0].body, { refreshToken: 'refresh-1', everywhere: true });
});

test('an order is sent again with the same key, whatever happens on the way', async () => {
  const stage = new Stage();
  const answers = [new Error('no network'), { status: 503 }, { status: 201, body: { orderId: 'o1' } }];
  stage.server.on('POST /v1/store/orders', () => answers.shift());
  const client = await stage.connect();
  const price = { currency: 'gold', amount: 25 };
  const order = await stage.within(client.store.order('disc-blue', { expectedPrice: price }), 60_000);
  assert.equal(order.orderId, 'o1');
  const sent = stage.server.to('POST /v1/store/orders');
  assert.deepEqual(sent[0].body, { sku: 'disc-blue', quantity: 1, expectedPrice: price });
  assert.equal(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size, 1);
  assert.equal(sent.length, 3);
});
