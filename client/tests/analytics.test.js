import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../sdk/limits.js';
import { Stage } from './fakes/client.js';

const CALL = 'POST /v1/analytics';

async function setUp(more = {}) {
  const stage = Object.assign(new Stage(), more);
  stage.server.on(CALL, ({ body }) => ({ status: 202, body: { accepted: body.events.length } }));
  const client = await stage.connect();
  return { stage, server: stage.server, client, analytics: client.analytics };
}

const names = ({ body }) => body.events.map(({ name }) => name);

test('events wait for each other and go as one batch', async () => {
  const { stage, server, analytics } = await setUp();
  analytics.track('session_started', { platform: 'web', new_player: true });
  await stage.time.pass(LIMITS.eventWait - 1000);
  analytics.track('store_opened');
  assert.equal(server.count(CALL), 0);
  await stage.time.pass(1000);
  const [{ body, headers, keepalive }] = server.to(CALL);
  assert.deepEqual(names({ body }), ['session_started', 'store_opened']);
  assert.deepEqual(body.events[0].fields, { platform: 'web', new_player: true });
  assert.deepEqual(body.events.map(({ at }) => body.sentAt - at), [LIMITS.eventWait, 1000]);
  assert.equal(headers.Authorization, 'Bearer access-1');
  assert.ok(!keepalive);
  await stage.time.pass(60_000);
  assert.equal(server.count(CALL), 1);
});

test('a full batch goes at once, and what is left after it', async () => {
  const { stage, server, analytics } = await setUp();
  for (let n = 0; n < LIMITS.eventBatch + 3; n++) analytics.track('tutorial_step', { step: n });
  await stage.time.pass();
  assert.equal(server.count(CALL), 1);
  await stage.time.pass(LIMITS.eventWait);
  const all = server.to(CALL).flatMap(({ body }) => body.events);
  assert.equal(all.length, LIMITS.eventBatch + 3);
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
});

test('a page that goes away takes along what waits', async () => {
  const { stage, server, analytics } = await setUp();
  analytics.track('store_opened');
  stage.hide();
  await stage.time.pass();
  const [{ keepalive, body }] = server.to(CALL);
  assert.equal(keepalive, true);
  assert.deepEqual(names({ body }), ['store_opened']);
  stage.hide();
  await stage.time.pass(60_000);
  assert.equal(server.count(CALL), 1);
});

test('what was on its way when the page went goes along under the same ids', async () => {
  const { stage, server, analytics } = await setUp();
  server.on(CALL, () => new Promise(() => {}));
  analytics.track('store_opened');
  await stage.time.pass(LIMITS.eventWait);
  stage.hide();
  await stage.time.pass();
  const [first, second] = server.to(CALL);
  assert.deepEqual(first.body.events, second.body.events);
});

for (const lost of [new Error('no network'), { status: 503 }, { status: 429, headers: { 'Retry-After': '30' } }])
  test(`nothing is lost by ${lost.status ?? 'a lost network'}`, async () => {
    const { stage, server, analytics } = await setUp();
    const answer = ({ body }) => ({ status: 202, body: { accepted: body.events.length } });
    server.on(CALL, () => lost);
    analytics.track('store_opened');
    await stage.time.pass(LIMITS.eventWait);
    assert.equal(server.count(CALL), 1);
    server.on(CALL, answer);
    analytics.track('screen_shown', { screen: 'lobby' });
    await stage.time.pass(60_000);
    assert.deepEqual(names(server.to(CALL).at(-1)), ['store_opened', 'screen_shown']);
    const { length } = server.requests;
    await stage.time.pass(60_000);
    assert.equal(server.requests.length, length);
  });

test('a network that is back is used at once', async () => {
  const { stage, server, analytics } = await setUp();
  server.on(CALL, () => new Error('no network'));
  analytics.track('store_opened');
  await stage.time.pass(LIMITS.eventWait);
  server.on(CALL, () => ({ status: 202, body: { accepted: 1 } }));
  stage.wake('online');
  await stage.time.pass();
  assert.equal(server.count(CALL), 2);
});

test('without a network for long the newest are kept', async () => {
  const { stage, server, analytics } = await setUp();
  server.on(CALL, () => new Error('no network'));
  for (let n = 1; n <= LIMITS.events + 7; n++) analytics.track('tutorial_step', { step: n });
  await stage.time.pass();
  const told = [];
  server.on(CALL, ({ body }) => {
    told.push(...body.events);
    return { status: 202, body: { accepted: body.events.length } };
  });
  await stage.time.pass(600_000);
  assert.equal(told.length, LIMITS.events);
  assert.equal(told.at(-1).fields.step, LIMITS.events + 7);
});

test('what the server refuses is said and not sent again', async () => {
  const { stage, server, analytics } = await setUp();
  const refused = [{ event: 0, code: 'unknown-event', detail: 'no event of clients is called winked' }];
  server.on(CALL, () => ({ status: 202, body: { accepted: 0, refused } }));
  const heard = [];
  analytics.on('refused', (value) => heard.push(value));
  analytics.track('winked');
  await stage.time.pass(120_000);
  assert.deepEqual(heard, [refused]);
  assert.equal(server.count(CALL), 1);
  server.on(CALL, () => ({ status: 400, body: { code: 'bad-input' } }));
  analytics.track('winked');
  await stage.time.pass(120_000);
  assert.equal(server.count(CALL), 2);
});

test('of who does not want to be watched nothing is told', async () => {
  const { stage, server, analytics } = await setUp({ unwatched: true });
  assert.equal(analytics.off, true);
  analytics.track('store_opened');
  analytics.optIn();
  analytics.track('store_opened');
  stage.hide();
  await stage.time.pass(60_000);
  assert.equal(server.count(CALL), 0);
});

test('who opts out is told of no more, on later visits neither, until they opt in', async () => {
  const { stage, server, analytics } = await setUp();
  analytics.track('store_opened');
  analytics.optOut();
  analytics.track('store_opened');
  await stage.time.pass(60_000);
  const { analytics: later } = await stage.connect();
  later.track('store_opened');
  await stage.time.pass(60_000);
  assert.equal(server.count(CALL), 0);
  later.optIn();
  later.track('store_opened');
  await stage.time.pass(60_000);
  assert.equal(server.count(CALL), 1);
});

test('a logout tells what waits', async () => {
  const { stage, server, client, analytics } = await setUp();
  server.on('POST /v1/logout', () => ({ status: 204 }));
  analytics.track('store_opened');
  await stage.within(client.logout());
  assert.equal(server.count(CALL), 1);
});

test('what a logout could not tell is not told of whoever comes next', async () => {
  const { stage, server, client, analytics } = await setUp();
  server.on('POST /v1/logout', () => ({ status: 204 }));
  server.on(CALL, () => ({ status: 503, body: { code: 'busy' } }));
  analytics.track('store_opened');
  await stage.within(client.logout());
  const told = server.count(CALL);
  await stage.time.pass(60_000);
  assert.equal(server.count(CALL), told);
});
