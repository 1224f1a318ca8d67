import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../sdk/limits.js';
import { session } from './fakes/server.js';
import { Stage } from './fakes/client.js';

const ORDER = 'GET /v1/payments/orders/o1';

async function setUp() {
  const stage = new Stage();
  stage.server.on('POST /v1/payments/orders', () => ({
    status: 201,
    body: { orderId: 'o1', checkout: { url: 'https://pay.test/o1' } },
  }));
  const { payments } = await stage.connect();
  return { stage, server: stage.server, payments };
}

const pay = (status, more = {}) => ({ body: { orderId: 'o1', status, ...more } });

/** Answers these in turn, the last one again and again. */
function script(...answers) {
  return () => (answers.length > 1 ? answers.shift() : answers[0]);
}

test('an order carries a key of its own, and what is asked again the same', async () => {
  const { stage, server, payments } = await setUp();
  server.on(
    'POST /v1/payments/orders',
    script(new Error('no network'), { status: 503 }, { status: 201, body: { orderId: 'o1', checkout: {} } }),
  );
  await stage.within(payments.order('gems_100', { provider: 'stripe' }), 60_000);
  const asked = server.to('POST /v1/payments/orders');
  assert.equal(asked.length, 3);
  assert.equal(new Set(asked.map(({ headers }) => headers['Idempotency-Key'])).size, 1);
  assert.deepEqual(asked[0].body, { sku: 'gems_100', quantity: 1, provider: 'stripe' });
  assert.equal(payments.open.length, 1);
});

test('an order is waited for, less and less often, until it is settled', async () => {
  const { stage, server, payments } = await setUp();
  await stage.within(payments.order('gems_100', { provider: 'stripe' }));
  let paid = false;
  server.on(ORDER, () => pay(paid ? 'fulfilled' : 'pending'));
  const waiting = payments.settled('o1');
  await stage.time.pass(60_000);
  const looks = server.count(ORDER);
  assert.ok(looks > 8 && looks < 20, `${looks} looks in a minute`);
  assert.equal(payments.open.length, 1);
  paid = true;
  const payment = await stage.within(waiting, LIMITS.backoffMost + LIMITS.paymentLook);
  assert.equal(payment.status, 'fulfilled');
  assert.deepEqual(payments.open, []);
});

for (const status of ['fulfilled', 'failed', 'refunded', 'disputed'])
  test(`${status} is an end`, async () => {
    const { stage, server, payments } = await setUp();
    await stage.within(payments.order('gems_100', { provider: 'stripe' }));
    server.on(ORDER, () => pay(status));
    assert.equal((await stage.within(payments.settled('o1'))).status, status);
    assert.deepEqual(payments.open, []);
  });

test('a passing failure is no end, and no other failure is waited out', async () => {
  const { stage, server, payments } = await setUp();
  await stage.within(payments.order('gems_100', { provider: 'stripe' }));
  server.on(ORDER, () => ({ status: 503 }));
  const waiting = payments.settled('o1');
  await stage.time.pass(60_000);
  server.on(ORDER, () => pay('fulfilled'));
  assert.equal((await stage.within(waiting, 30_000)).status, 'fulfilled');

  server.on(ORDER, () => ({ status: 500 }));
  await assert.rejects(stage.within(payments.settled('o1')), { status: 500 });
});

test('patience ends with the order as it is, and it stays open', async () => {
  const { stage, server, payments } = await setUp();
  await stage.within(payments.order('gems_100', { provider: 'stripe' }));
  server.on(ORDER, () => pay('pending'));
  const payment = await stage.within(payments.settled('o1', { patience: 10_000 }), 10_000);
  assert.equal(payment.status, 'pending');
  assert.equal(payments.open.length, 1);
});

test('whoever stops is told nothing more', async () => {
  const { stage, server, payments } = await setUp();
  server.on(ORDER, () => pay('pending'));
  const stop = new AbortController();
  const waiting = payments.settled('o1', { stop: stop.signal });
  await stage.time.pass(5_000);
  stop.abort();
  assert.equal(await stage.within(waiting, 10_000), undefined);
  const looks = server.count(ORDER);
  await stage.time.pass(60_000);
  assert.equal(server.count(ORDER), looks);
});

test('a reload goes on with what is open, and another player does not', async () => {
  const { stage, payments } = await setUp();
  await stage.within(payments.order('gems_100', { provider: 'stripe' }));
  const again = await stage.connect();
  assert.deepEqual(
    again.payments.open.map(({ orderId, sku, provider }) => ({ orderId, sku, provider })),
    [{ orderId: 'o1', sku: 'gems_100', provider: 'stripe' }],
  );
  stage.storage.removeItem('drawbridge.session');
  stage.server.on('POST /v1/login/guest', () => session('bob'));
  const kept = stage.storage.getItem('drawbridge.payments');
  const other = new Stage();
  other.server.on('POST /v1/login/guest', () => session('bob'));
  other.server.on('GET /v1/players/me', () => ({ body: { playerId: 'bob', name: 'Bob' } }));
  other.storage.setItem('drawbridge.payments', kept);
  assert.deepEqual((await other.connect()).payments.open, []);
});

test('what is a day old, forgotten or unknown to the server is not gone on with', async () => {
  const { stage, server, payments } = await setUp();
  await stage.within(payments.order('gems_100', { provider: 'stripe' }));
  payments.forget('o1');
  assert.deepEqual(payments.open, []);
  assert.equal(stage.storage.getItem('drawbridge.payments'), null);

  await stage.within(payments.order('gems_100', { provider: 'stripe' }));
  server.on(ORDER, () => ({ status: 404, body: { code: 'not-found' } }));
  await assert.rejects(stage.within(payments.settled('o1')), { code: 'not-found' });
  assert.deepEqual(payments.open, []);

  await stage.within(payments.order('gems_100', { provider: 'stripe' }));
  await stage.time.pass(LIMITS.paymentKept);
  assert.deepEqual(payments.open, []);

  stage.storage.setItem('drawbridge.payments', 'not JSON');
  assert.deepEqual(payments.open, []);
});

test('a proof is shown to its provider', async () => {
  const { stage, server, payments } = await setUp();
  server.on('POST /v1/payments/facebook/confirm', () => pay('fulfilled'));
  const payment = await stage.within(payments.confirm('facebook', { signedRequest: 'x.y' }));
  assert.equal(payment.status, 'fulfilled');
  assert.deepEqual(server.to('POST /v1/payments/facebook/confirm')[0].body, { signedRequest: 'x.y' });
});

test('a subscription is asked for, looked at and ended', async () => {
  const stage = new Stage();
  const { mailing } = await stage.connect();
  assert.equal(await stage.within(mailing.get()), undefined);
  const body = { address: 'ann@example.com', state: 'asked', topics: ['news'], askedAt: '2026-11-21T10:00:00Z' };
  stage.server.on('PUT /v1/players/me/mailing', () => ({ status: 202, body }));
  stage.server.on('DELETE /v1/players/me/mailing', () => ({ status: 204 }));
  assert.equal((await stage.within(mailing.put('ann@example.com', ['news']))).state, 'asked');
  assert.deepEqual(stage.server.to('PUT /v1/players/me/mailing')[0].body, {
    address: 'ann@example.com',
    topics: ['news'],
  });
  await stage.within(mailing.end());
  stage.server.on('GET /v1/players/me/mailing', () => ({ status: 500 }));
  await assert.rejects(stage.within(mailing.get()), { status: 500 });
});
