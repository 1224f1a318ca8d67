import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../sdk/backoff.js';
import { ServerClock } from '../sdk/clock.js';
import { Problem } from '../sdk/errors.js';
import { Http } from '../sdk/http.js';
import { LIMITS } from '../sdk/limits.js';
import { Stage } from './fakes/client.js';

function setUp() {
  const stage = new Stage();
  const platform = stage.platform();
  const http = new Http(platform, 'https://server.test', new ServerClock(platform.now));
  return { ...stage, stage, http };
}

/** Answers these in turn, the last one again and again. */
function script(...answers) {
  return () => (answers.length > 1 ? answers.shift() : answers[0]);
}

test('a GET comes through after passing failures', async () => {
  const { server, stage, http } = setUp();
  server.on('GET /v1/wallet', script(new Error('no network'), { status: 503 }, { body: { balances: { gold: 5 } } }));
  const answer = await stage.within(http.send('GET', '/v1/wallet'), 60_000);
  assert.deepEqual(answer, { balances: { gold: 5 } });
  assert.equal(server.count('GET /v1/wallet'), 3);
});

const REPEATS = [
  // method, key, what happens, how often it is sent
  ['GET', undefined, { status: 503 }, 4],
  ['GET', undefined, { status: 429 }, 4],
  ['GET', undefined, new Error('no network'), 4],
  ['GET', undefined, { status: 500 }, 1],
  ['GET', undefined, { status: 404 }, 1],
  ['POST', undefined, { status: 503 }, 1],
  ['POST', undefined, new Error('no network'), 1],
  ['POST', 'key-1', { status: 503 }, 4],
  ['POST', 'key-1', new Error('no network'), 4],
  ['POST', 'key-1', { status: 422 }, 1],
];
for (const [method, key, failure, times] of REPEATS)
  test(`${method} ${key ? 'with' : 'without'} a key, failing with ${failure.status ?? 'no answer'}, is sent ${times} times`, async () => {
    const { server, stage, http } = setUp();
    server.on(`${method} /v1/x`, () => failure);
    await assert.rejects(stage.within(http.send(method, '/v1/x', { body: {}, key }), 60_000), Problem);
    assert.equal(server.count(`${method} /v1/x`), times);
  });

test('a Retry-After is waited for', async () => {
  const { server, time, http } = setUp();
  server.on('GET /v1/x', script({ status: 429, headers: { 'Retry-After': '3' } }, { body: 1 }));
  http.send('GET', '/v1/x');
  await time.pass(2_999);
  assert.equal(server.requests.length, 1);
  await time.pass(1);
  assert.equal(server.requests.length, 2);
});

test('a Retry-After beyond patience is told at once, with its time', async () => {
  const { server, stage, http } = setUp();
  server.on('GET /v1/x', () => ({ status: 503, headers: { 'Retry-After': '120' } }));
  await assert.rejects(stage.within(http.send('GET', '/v1/x')), { status: 503, code: 'busy', retryAfter: 120_000 });
});

test('a request without an answer ends after its limit', async () => {
  const { server, stage, http } = setUp();
  server.on('POST /v1/x', () => new Promise(() => {}));
  const sending = http.send('POST', '/v1/x', { body: {} });
  await assert.rejects(stage.within(sending, LIMITS.request), { status: 0, code: 'timeout' });
});

const PROBLEMS = [
  // status, body, code
  [422, { code: 'insufficient-funds', title: 'Too little gold', detail: 'needs 25' }, 'insufficient-funds'],
  [401, { message: 'Unauthorized' }, 'unauthorized'],
  [413, undefined, 'too-big'],
  [500, { message: 'Internal Server Error' }, 'internal'],
  [418, undefined, 'bad'],
];
for (const [status, body, code] of PROBLEMS)
  test(`an answer of ${status} is a problem with the code ${code}`, async () => {
    const { server, stage, http } = setUp();
    server.on('POST /v1/x', () => ({ status, body }));
    await assert.rejects(stage.within(http.send('POST', '/v1/x', { body: {} })), { name: 'Problem', status, code });
  });

test('waits double from 100 ms to 5 s and are jittered over their whole length', () => {
  const longest = new Backoff(() => 1);
  const waits = Array.from({ length: 8 }, () => longest.next());
  assert.deepEqual(waits, [100, 200, 400, 800, 1600, 3200, 5000, 5000]);
  const shortest = new Backoff(() => 0);
  assert.deepEqual([shortest.next(), shortest.next()], [0, 0]);
  longest.reset();
  assert.equal(longest.next(), 100);
});

test("the server's clock is read from the answers, the best of them counts", async () => {
  const { server, stage, http, time } = setUp();
  const clock = new ServerClock(time.now);
  assert.equal(clock.now(), time.now());
  clock.heard(time.now() + 5_000);
  clock.heard(time.now() + 4_200); // on its way for longer
  assert.equal(clock.now(), time.now() + 5_000);
  server.on('GET /v1/x', () => ({ body: 1, headers: { Date: 'not a date' } }));
  assert.equal(await stage.within(http.send('GET', '/v1/x')), 1);
});
