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

test('an admin looks after nodes, players and rooms on a phone', async () => {
  const { page, errors } = await open(['admin']);
  await page.waitForSelector('#node-lines tr');
  const { room, player } = await playedRoom(page);

  await page.fill('#find-text', player);
  await page.selectOption('#find-by', 'id');
  await page.click('#find button');
  await page.click('#player-lines button');
  await page.waitForSelector(`#player[data-player="${player}"]:not([hidden])`);

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

  await page.fill('#audit-subject', player);
  await page.click('#audit button');
  await page.waitForFunction(() => /BanPlayer[^]*the browser test/.test(document.querySelector('#audit-lines').textContent));

  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, 'the page itself does not move sideways');
  await page.screenshot({ path: join(SHOTS, 'console.png'), fullPage: true });
  assert.deepEqual(errors, []);
});

test('who has no role is told so', async () => {
  const { page } = await open([]);
  await said(page, 'bad');
  assert.match(await page.textContent('#message'), /may not do this/);
  assert.equal(await page.locator('#node-lines tr').count(), 0);
});
