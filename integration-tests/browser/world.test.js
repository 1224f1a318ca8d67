import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './chromium.js';

const ORIGIN = process.env.ORIGIN;
const SHOTS = process.env.RESULTS;

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  assert.ok(ORIGIN && SHOTS, 'ORIGIN and RESULTS are set by the test that runs this');
  mkdirSync(SHOTS, { recursive: true });
  browser = await launch();
});

after(() => browser?.close());

async function person(name) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => /Security Policy/.test(said.text()) && errors.push(said.text()));
  await page.goto(`${ORIGIN}/games/world/index.html`);
  await page.waitForSelector('body[data-ready]');
  return { name, page, errors, player: await page.evaluate(() => window.drawbridgeWorld.player) };
}

const owner = (who, x, y, wanted) =>
  who.page.waitForFunction(
    ([x, y, wanted]) => window.drawbridgeWorld.tile(x, y)?.owner === wanted,
    [x, y, wanted],
  );

/** The first two free tiles beside each other in the corner that everybody sees first. */
const free = (who) =>
  who.page.evaluate(async () => {
    for (let y = 0; y < 18; y++)
      for (let x = 0; x < 23; x++)
        try {
          await window.drawbridgeWorld.settle(x, y);
          return { x, y };
        } catch (refusal) {
          if (refusal.detail !== 'taken' && refusal.detail !== 'no-land') throw refusal;
        }
    throw new Error('no free tile');
  });

test('two people share a map, a chat and a match', async () => {
  const ann = await person('Ann');
  const bob = await person('Bob');

  const { x, y } = await free(ann);
  await owner(ann, x, y, ann.player);
  await owner(bob, x, y, ann.player);
  const box = await ann.page.locator('#map').boundingBox();
  const view = await ann.page.evaluate(() => window.drawbridgeWorld.view);
  const side = box.width / view.size;
  const beside = await ann.page.evaluate(
    async ([x, y]) => {
      for (const [dx, dy] of [[1, 0], [0, 1], [1, 1]])
        if (!window.drawbridgeWorld.tile(x + dx, y + dy)?.owner) return { x: x + dx, y: y + dy };
    },
    [x, y],
  );
  await ann.page.mouse.click(box.x + (beside.x - view.x + 0.5) * side, box.y + (beside.y - view.y + 0.5) * side);
  await ann.page.waitForFunction(() => document.getElementById('map-status').textContent.length > 0);
  await bob.page.click('#east');
  await bob.page.waitForFunction(() => window.drawbridgeWorld.view.x > 0);
  await bob.page.click('#west');
  await owner(bob, x, y, ann.player);

  const text = '<img src=x onerror=alert(1)> http://drawbridge.example';
  await ann.page.fill('#say', text);
  await ann.page.click('#send');
  await bob.page.waitForFunction(
    (wanted) => [...document.querySelectorAll('#messages .text')].some((line) => line.textContent === wanted),
    text,
  );
  assert.equal(await bob.page.locator('#messages img, #messages a').count(), 0, 'text, and nothing but text');

  for (const who of [ann, bob]) await who.page.click('#queue');
  for (const who of [ann, bob]) {
    await who.page.waitForSelector('#queue-status[data-state=offer]');
    await who.page.screenshot({ path: join(SHOTS, `world-${who.name}.png`) });
  }
  for (const who of [ann, bob]) await who.page.click('#accept');
  for (const who of [ann, bob]) await who.page.waitForSelector('#match:not([hidden])');
  for (const who of [ann, bob]) {
    await who.page.click('#match');
    await who.page.waitForSelector('#game[data-phase=begun]');
  }
  const rooms = await Promise.all([ann, bob].map((who) => who.page.evaluate(() => window.drawbridgeDemo.room.id)));
  assert.equal(rooms[0], rooms[1]);
  for (const who of [ann, bob]) assert.deepEqual(who.errors, []);
});
