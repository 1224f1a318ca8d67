import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './chromium.js';

const ORIGIN = process.env.ORIGIN;
const SHOTS = process.env.RESULTS;
const PHONE = { width: 360, height: 740 };

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await launch();
});

after(() => browser?.close());

async function token(roles) {
  const answer = await fetch(`${ORIGIN}/_local/tokens`, { method: 'POST', body: JSON.stringify({ roles }) });
  return (await answer.json()).accessToken;
}

/** The console in a new browser, whose calls of support carry those roles. */
async function open(roles) {
  const context = await browser.newContext({ viewport: PHONE });
  const authorization = `Bearer ${await token(roles)}`;
  const asRole = (route) => route.continue({ headers: { ...route.request().headers(), authorization } });
  if (roles.length) await context.route(/\/v1\/(admin\/|rooms\/.*\/log)/, asRole);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => /Security Policy/.test(said.text()) && errors.push(said.text()));
  await page.goto(`${ORIGIN}/console/index.html`);
  await page.waitForSelector('body[data-ready]');
  return { page, errors };
}

/** A room whose log has a few events. */
async function playedRoom(page) {
  return page.evaluate(async () => {
    const { Drawbridge } = await import('/sdk/drawbridge.js');
    const client = await Drawbridge.connect();
    const room = await client.rooms.create('relay');
    for (let i = 1; i <= 3; i++) await room.move({ step: i });
    const { id } = room;
    return { room: id, player: client.playerId };
  });
}

const said = (page, kind) => page.waitForSelector(`#message[data-kind=${kind}]:not([hidden])`);

/** Waits until the page says so. */
const tells = (page, words) =>
  page.waitForFunction((wanted) => document.querySelector('#message').textContent.includes(wanted), words);

const holds = (page, selector, words) =>
  page.waitForFunction(([where, wanted]) => document.querySelector(where).textContent.includes(wanted), [selector, words]);

/** Clicks the button of the line that says so. */
const clickIn = (page, lines, words, button) => page.locator(`${lines} tr`, { hasText: words }).getByText(button).first().click();

async function show(page, player) {
  await page.fill('#find-text', player);
  await page.selectOption('#find-by', 'id');
  await page.click('#find button');
  await page.click('#player-lines button');
  await page.waitForSelector(`#player[data-player="${player}"]:not([hidden])`);
}

/** The console's own player buys gems at the double of Stripe, as another of its pages. */
async function buy(page) {
  const order = await page.evaluate(async () => {
    const { Drawbridge } = await import('/sdk/drawbridge.js');
    const client = await Drawbridge.connect();
    const { orderId } = await client.payments.order('gems_100', { provider: 'stripe' });
    return orderId;
  });
  await fetch(`${ORIGIN}/_local/stripe/checkout`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ orderId: order, outcome: 'paid' }),
  });
  return order;
}

/** Looks at the player again and again, until the payment stands so. */
async function untilPaymentIs(page, player, status) {
  for (let n = 0; n < 100; n++) {
    await show(page, player);
    if ((await page.textContent('#payment-lines')).includes(status)) return;
    await page.waitForTimeout(200);
  }
  throw new Error(`the payment never was ${status}`);
}

/** Looks at the room again and again, until it is so. */
async function untilRoomIs(page, status) {
  for (let n = 0; n < 100; n++) {
    await page.click('#room-again');
    if ((await page.textContent('#room-card')).includes(status)) return;
    await page.waitForTimeout(200);
  }
  throw new Error(`the room never was ${status}`);
}

test('an admin looks after nodes, players and rooms on a phone', async () => {
  const { page, errors } = await open(['admin']);
  await page.waitForSelector('#node-lines tr');
  const { room, player } = await playedRoom(page);

  await show(page, player);

  await page.click('#ban button.button:not([type=button])');
  await said(page, 'bad');
  assert.equal(await page.locator('#ban-lines tr').count(), 0);
  await page.fill('#reason', 'the browser test');
  await page.click('#ban button.button:not([type=button])');
  await page.waitForSelector('#ban-lines tr');
  await page.click('#ban-lines button');
  await page.waitForFunction(() => !document.querySelector('#ban-lines tr'));

  await page.fill('#room-id', room);
  await page.click('#open button');
  await page.waitForSelector('#film:not([hidden])');
  const last = Number(await page.getAttribute('#scrub', 'max'));
  assert.ok(last >= 3);
  assert.match(await page.textContent('#caption'), new RegExp(`^${last} of ${last} `));
  await page.click('#back');
  assert.match(await page.textContent('#caption'), new RegExp(`^${last - 1} of ${last} `));
  await page.fill('#scrub', '0');
  assert.equal(await page.textContent('#caption'), 'before the first event');

  await holds(page, '#room-card', 'relay · open');
  page.once('dialog', (question) => question.dismiss());
  await page.click('#room-close');
  page.once('dialog', (question) => question.accept());
  await page.click('#room-close');
  await tells(page, 'is being closed');
  await untilRoomIs(page, 'over');
  assert.equal(await page.isDisabled('#room-close'), true);
  await page.fill('#audit-subject', room);
  await page.click('#audit button');
  await holds(page, '#audit-lines', 'CloseRoom');

  await page.fill('#audit-subject', player);
  await page.click('#audit button');
  await page.waitForFunction(() => /BanPlayer[^]*the browser test/.test(document.querySelector('#audit-lines').textContent));

  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, 'the page itself does not move sideways');
  await page.screenshot({ path: join(SHOTS, 'console.png'), fullPage: true });
  assert.deepEqual(errors, []);
});

test('an admin gives, takes, writes and refunds', async () => {
  const { page, errors } = await open(['admin']);
  const { player } = await playedRoom(page);
  await page.fill('#reason', 'lost in the outage');
  await show(page, player);

  await page.fill('#grant-amount', '250');
  await page.click('#grant button');
  await tells(page, 'Given.');
  await holds(page, '#wallet-lines', 'gold250');
  await page.fill('#grant-amount', '-50');
  await page.click('#grant button');
  await tells(page, 'Taken.');
  await holds(page, '#wallet-lines', 'gold200');
  await page.fill('#grant-amount', '-1000');
  await page.click('#grant button');
  await tells(page, 'less than that');
  await holds(page, '#wallet-lines', 'gold200');

  await page.fill('#mail-subject', 'Sorry');
  await page.fill('#mail-text', 'For the lost hour');
  await page.click('#mail button');
  await tells(page, 'in the inbox');
  const inbox = await page.evaluate(async () => {
    const { Drawbridge } = await import('/sdk/drawbridge.js');
    return JSON.stringify(await (await Drawbridge.connect()).inbox.list());
  });
  assert.match(inbox, /For the lost hour/);

  await buy(page);
  await untilPaymentIs(page, player, 'fulfilled');
  await holds(page, '#wallet-lines', 'gems100');
  await page.click('#payment-lines button');
  await tells(page, 'give it back');
  await untilPaymentIs(page, player, 'refunded');
  assert.doesNotMatch(await page.textContent('#wallet-lines'), /gems100/);
  assert.deepEqual(errors, []);
});

test('an admin changes the configuration, goes back, and looks after the books and the server', async () => {
  const { page, errors } = await open(['admin']);
  const version = () => page.getAttribute('#config', 'data-version').then(Number);
  await page.click('#config-again');
  await page.waitForSelector('#config:not([hidden])');
  const before = await version();

  await page.selectOption('#config-key', 'market.spread');
  await page.fill('#config-value', 'eleven');
  await page.click('#config-set button');
  await tells(page, 'a whole number');
  await page.fill('#config-value', '11');
  await page.click('#config-set button');
  await tells(page, 'Say why');
  assert.equal(await version(), before);

  await page.fill('#reason', 'the browser test');
  await page.click('#config-set button');
  await tells(page, `Version ${before + 1} holds`);
  await holds(page, '#config-lines', 'market.spread11');
  await page.fill('#config-value', '1001');
  await page.click('#config-set button');
  await tells(page, 'does not allow');
  await clickIn(page, '#config-lines', 'market.spread', 'Take away');
  await tells(page, `Version ${before + 2} holds`);
  await page.waitForFunction(() => !document.querySelector('#config-lines').textContent.includes('market.spread'));
  await page.locator('#config-versions tr').nth(1).getByText('Back to it').click();
  await tells(page, `Version ${before + 3} holds`);
  await holds(page, '#config-lines', 'market.spread11');
  await page.locator('#config-versions tr').last().getByText('Back to it').click();
  await tells(page, `Version ${before + 4} holds`);
  assert.equal(await page.locator('#config-lines tr').count(), 0);

  await page.fill('#statement-month', '2020-01');
  await page.click('#statement button:not([type=button])');
  await tells(page, 'nothing of that name');
  await page.fill('#statement-month', new Date().toISOString().slice(0, 7));
  await page.click('#statement-close');
  await tells(page, 'not over');

  await page.click('#server button');
  await tells(page, 'The server is open.');
  await page.fill('#audit-day', new Date().toISOString().slice(0, 10));
  await page.click('#audit button');
  await holds(page, '#audit-lines', 'SetStatus');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, 'the page itself does not move sideways');
  await page.screenshot({ path: join(SHOTS, 'console-config.png'), fullPage: true });
  assert.deepEqual(errors, []);
});

test('a node is not drained without a reason, and not for support', async () => {
  const { page } = await open(['support']);
  await page.waitForSelector('#node-lines tr');
  await page.locator('#node-lines button').first().click();
  await tells(page, 'Say why');
  await page.fill('#reason', 'the browser test');
  await page.locator('#node-lines button').first().click();
  await tells(page, 'may not do this');
});

test('who has no role is told so', async () => {
  const { page } = await open([]);
  await said(page, 'bad');
  assert.match(await page.textContent('#message'), /may not do this/);
  assert.equal(await page.locator('#node-lines tr').count(), 0);
});

test('the page of the local world draws the figures of nodes and functions', async () => {
  const { page, errors } = await open([]);
  await page.goto(`${ORIGIN}/_local`);
  const drawn = page.locator('#figures figure', { hasText: 'n1 busy' }).locator('polyline');
  await drawn.first().waitFor({ state: 'attached' });
  await page.locator('#figures figcaption', { hasText: 'functions runs' }).waitFor();
  await page.screenshot({ path: join(SHOTS, 'local.png'), fullPage: true });
  assert.deepEqual(errors, []);
});
