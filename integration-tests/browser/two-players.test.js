import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './chromium.js';
import { Tunnel } from './tunnel.js';

const ORIGIN = process.env.ORIGIN;
const SHOTS = process.env.RESULTS;
const GAME = `${ORIGIN}/games/four-in-a-row/index.html`;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  assert.ok(ORIGIN && SHOTS, 'ORIGIN and RESULTS are set by the test that runs this');
  mkdirSync(SHOTS, { recursive: true });
  browser = await launch();
});

after(() => browser?.close());

/** A person with a browser of their own. */
async function person(name, viewport, proxy) {
  const context = await browser.newContext({ viewport, hasTouch: viewport === PHONE, proxy });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => /Security Policy/.test(said.text()) && errors.push(said.text()));
  await page.goto(GAME);
  await page.waitForSelector('body[data-ready]');
  await page.fill('#player-name', name);
  await page.locator('#player-name').blur();
  return { name, page, errors };
}

const look = (who, moment) => who.page.screenshot({ path: join(SHOTS, `${moment}-${who.name}.png`) });
const room = (who) => who.page.evaluate(() => window.drawbridgeDemo.room);
const player = (who) => who.page.evaluate(() => window.drawbridgeDemo.player);
const discs = (who) => who.page.evaluate(() => window.drawbridgeDemo.board?.flat().filter(Boolean).length);
const seen = (who, count) =>
  who.page.waitForFunction(
    (wanted) => window.drawbridgeDemo.board?.flat().filter(Boolean).length === wanted,
    count,
  );

async function drop(who, column) {
  const button = who.page.locator(`#column-${column + 1}`);
  await who.page.waitForFunction((id) => {
    const column = document.getElementById(id);
    return column && column.getAttribute('aria-disabled') !== 'true';
  }, `column-${column + 1}`);
  await button.click();
}

test('two people play a whole game, one through a tunnel, and the winner buys a disc', async () => {
  const tunnel = new Tunnel();
  const ann = await person('Ann', PHONE);
  const bob = await person('Bob', DESKTOP, await tunnel.listen());
  await look(ann, '1-lobby');
  await look(bob, '1-lobby');

  await ann.page.click('#play');
  await ann.page.waitForSelector('#game[data-phase=waiting]');
  await bob.page.click('#play');
  for (const who of [ann, bob]) await who.page.waitForSelector('#game[data-phase=begun]');
  assert.equal((await room(ann)).id, (await room(bob)).id);
  await ann.page.waitForFunction(() => document.querySelector('#player-yellow .name').textContent.includes('Bob'));

  await drop(ann, 3);
  await seen(bob, 1);
  await drop(bob, 2);
  await seen(ann, 2);

  // Bob enters a tunnel; Ann goes on; Bob comes out again.
  tunnel.enter();
  await ann.page.waitForSelector('#player-yellow[data-presence=away]');
  await drop(ann, 3);
  await seen(ann, 3);
  await bob.page.waitForSelector('#banner[data-state=lost]');
  assert.equal(await discs(bob), 2);
  await look(bob, '2-tunnel');
  tunnel.leave();
  await seen(bob, 3);
  await bob.page.waitForSelector('#banner[data-state=back]');
  await ann.page.waitForSelector('#player-yellow[data-presence=here]');
  await look(bob, '3-back');

  for (let i = 0; i < 2; i++) {
    await drop(bob, 2);
    await seen(ann, 4 + 2 * i);
    await drop(ann, 3);
    await seen(bob, 5 + 2 * i);
  }
  await ann.page.waitForSelector('#result[data-outcome=won]');
  await bob.page.waitForSelector('#result[data-outcome=lost]');
  // What the game came to is counted of its archived log.
  for (const who of [ann, bob]) await who.page.waitForSelector('#result-statistics:visible');
  assert.match(await ann.page.textContent('#result-statistics'), /^7 moves in \d+ seconds?\. Discs: you 4, Bob 3\.$/);
  await look(ann, '4-result');
  await look(bob, '4-result');

  const [hers, his] = [await room(ann), await room(bob)];
  assert.deepEqual(hers.state, his.state);
  writeFileSync(join(SHOTS, 'game.json'), JSON.stringify({ room: hers.id, winner: await player(ann), state: hers.state }));

  await ann.page.waitForFunction(() => /(^|\D)10(\D|$)/.test(document.querySelector('[data-gold]').textContent));
  await ann.page.click('#to-lobby');
  await ann.page.waitForSelector('#lobby:not([hidden])');
  await ann.page.waitForSelector(`#ranks [data-player="${await player(ann)}"]`);
  await ann.page.locator('#shop-disc-blue').dblclick();
  await ann.page.waitForSelector('#question-yes:visible', { timeout: 5_000 }).then(
    () => ann.page.click('#question-yes'),
    () => {},
  );
  await ann.page.waitForFunction(() => /(^|\D)0(\D|$)/.test(document.querySelector('#gold-amount').textContent));
  await look(ann, '5-shop');

  for (const who of [ann, bob]) assert.deepEqual(who.errors, []);
  tunnel.close();
});

test('the board can be played by keyboard alone', async () => {
  const ann = await person('Kim', DESKTOP);
  await ann.page.click('#invite');
  await ann.page.waitForSelector('#invite-link');
  const link = await ann.page.locator('#invite-link').evaluate((node) => node.value ?? node.textContent);
  assert.match(link, /#room=[^&]+&invite=/, 'the invite stays in the fragment');

  const context = await browser.newContext({ viewport: PHONE });
  const guest = { name: 'Guest', page: await context.newPage(), errors: [] };
  await guest.page.goto(link);
  await guest.page.waitForSelector('#game[data-phase=begun]');
  await ann.page.waitForSelector('#game[data-phase=begun]');
  await ann.page.keyboard.press('4');
  await ann.page.keyboard.press('Enter');
  for (const who of [ann, guest]) await seen(who, 1);
  assert.equal(await ann.page.evaluate(() => window.drawbridgeDemo.board[0][3]), 'red');
  await guest.page.waitForFunction(() => /\S/.test(document.querySelector('#announcer').textContent));
});
