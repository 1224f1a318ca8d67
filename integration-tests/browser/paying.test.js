import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './chromium.js';

const ORIGIN = process.env.ORIGIN;
const SHOTS = process.env.RESULTS;
const GAME = `${ORIGIN}/games/four-in-a-row/index.html`;
const PROVIDERS = ['stripe', 'facebook', 'instant'];

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  assert.ok(ORIGIN && SHOTS, 'ORIGIN and RESULTS are set by the test that runs this');
  mkdirSync(SHOTS, { recursive: true });
  browser = await launch();
});

after(() => browser?.close());

async function shop(provider) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => /Security Policy/.test(said.text()) && errors.push(said.text()));
  await page.goto(GAME);
  await page.waitForSelector('#pack-gems_100');
  await page.selectOption('#pay-with', provider);
  return { page, errors };
}

/** Presses twice, as people do, and agrees where the provider's dialog asks. */
async function pay(page, provider, email) {
  await page.locator('#pack-gems_100').dblclick();
  if (provider === 'stripe') {
    await page.waitForSelector('#pay');
    await page.fill('#email', email);
    await page.click('#pay');
  } else await page.click('#question-yes');
}

const state = (page, wanted) => page.waitForSelector(`#payment[data-state=${wanted}]`);
const gems = (page, wanted) =>
  page.waitForFunction((text) => document.querySelector('#gems-amount').textContent === text, `${wanted}`);

async function call(method, path, body, headers = {}) {
  const answer = await fetch(ORIGIN + path, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer.json();
}

/** Looks again until there is something. */
async function awaited(what) {
  for (let n = 0; n < 150; n++) {
    const found = await what();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('it did not come');
}

async function refund(order) {
  const { accessToken } = await call('POST', '/_local/tokens', { roles: ['support'] });
  await call(
    'POST',
    `/v1/admin/payments/${order}/refund`,
    { reason: 'asked for it' },
    { authorization: `Bearer ${accessToken}`, 'idempotency-key': order },
  );
}

/** Meta tells nobody's address: the player has given one, and agreed, before they buy. */
async function givesAddress(page, address) {
  await page.evaluate(async (wanted) => {
    const { Drawbridge } = await import('/sdk/drawbridge.js');
    const client = await Drawbridge.connect();
    await client.mailing.put(wanted, ['news']);
  }, address);
  const [question] = await mails(address, 1);
  const [link] = question.text.match(/http\S+\/v1\/mailing\/confirm\S+/);
  const agreed = await fetch(link, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  assert.equal(agreed.status, 200);
  await mails(address, 2);
}

/** What was sent there, newest first, once it is as many. */
const mails = (address, count) =>
  awaited(async () => {
    const sent = await call('GET', `/_local/mail?to=${encodeURIComponent(address)}`);
    return sent.length >= count && sent;
  });

const shows = (page, amount) =>
  awaited(async () => {
    await page.reload();
    await page.waitForSelector('#gems-amount:not(:empty)');
    const there = (text) => document.querySelector('#gems-amount').textContent === text;
    return page.waitForFunction(there, `${amount}`, { timeout: 1500 }).then(
      () => true,
      () => false,
    );
  });

for (const provider of PROVIDERS)
  test(`gems bought at ${provider} are there once, the mail comes, support refunds, and the wallet shows it`, async () => {
    const { page, errors } = await shop(provider);
    const address = `ann-${provider}-${Date.now()}@example.com`;
    const before = provider === 'stripe' ? 0 : 2;
    if (provider !== 'stripe') await givesAddress(page, address);
    await pay(page, provider, address);
    await state(page, 'fulfilled');
    await gems(page, 100);
    assert.match(page.url(), /\/games\/four-in-a-row\/index\.html$/, 'back where it was, without a query');
    await page.screenshot({ path: join(SHOTS, `6-paid-${provider}.png`) });

    const order = await page.locator('#payment').getAttribute('data-order');
    const [mail] = await mails(address, before + 1);
    assert.equal(mail.subject, 'Your purchase: A handful of gems');
    assert.match(mail.text, new RegExp(order));
    assert.match(mail.html, /\$1\.99/);

    await refund(order);
    await shows(page, 0);
    assert.equal((await mails(address, 1)).length, before + 1, 'one mail of it only');
    assert.deepEqual(errors, []);
  });

test('whoever turns back pays nothing, on the page of Stripe or in a dialog', async () => {
  const { page, errors } = await shop('stripe');
  await page.click('#pack-gems_100');
  await page.click('#cancel');
  await state(page, 'cancelled');
  await page.selectOption('#pay-with', 'facebook');
  await page.click('#pack-gems_100');
  await page.click('#question-no');
  await state(page, 'cancelled');
  await gems(page, 0);
  assert.deepEqual(errors, []);
});

test('an order is gone on with after a reload, and a payment that did not go through is told', async () => {
  const { page } = await shop('stripe');
  await page.click('#pack-gems_100');
  await page.waitForURL('**/_local/stripe/pay/**', { waitUntil: 'commit' });
  await page.goto(GAME);
  await state(page, 'pending');
  await page.reload();
  await state(page, 'pending');
  const order = await page.locator('#payment').getAttribute('data-order');
  await call('POST', '/_local/stripe/checkout', { orderId: order, outcome: 'expired' });
  await state(page, 'failed');
  await gems(page, 0);
});
