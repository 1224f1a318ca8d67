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

async function person(name, viewport = { width: 1100, height: 800 }) {
  const context = await browser.newContext({ viewport });
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

test('two people are in a clan, one on a phone, the other by keyboard', async () => {
  const ann = await person('Ann');
  const bob = await person('Bob', { width: 360, height: 740 });
  const tag = Math.random().toString(36).slice(2, 6).toUpperCase();

  await ann.page.fill('#found-name', `Wolves ${tag}`);
  await ann.page.selectOption('#found-admission', 'request');
  await ann.page.fill('#found-tag', tag);
  await ann.page.press('#found-tag', 'Enter');
  await ann.page.waitForSelector('#clan-status[data-state=member]');

  await bob.page.fill('#find', `Wolves ${tag}`);
  await bob.page.click('#find-go');
  await bob.page.click('#clans button');
  await bob.page.waitForSelector('#clan-status[data-state=asked]');
  await ann.page.focus('#requests button');
  await ann.page.keyboard.press('Enter');
  await bob.page.waitForSelector('#clan-status[data-state=member]');
  await bob.page.waitForFunction(() => document.querySelectorAll('#members li').length === 2);
  assert.equal(await bob.page.locator('#announcing').isVisible(), false, 'for officers');

  await bob.page.fill('#ask', '<b>Wood</b>');
  await bob.page.click('#ask-send');
  await ann.page.focus('#wishes button');
  await ann.page.keyboard.press('Enter');
  await bob.page.waitForSelector('#wishes [data-helpers="1"]');
  assert.equal(await bob.page.locator('#wishes b').count(), 0, 'text, and nothing but text');
  await ann.page.fill('#announce', 'Welcome');
  await ann.page.press('#announce', 'Enter');
  await bob.page.waitForSelector('#announcements li');
  for (const who of [ann, bob]) {
    const wide = await who.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${who.name} need not scroll sideways`);
    await who.page.screenshot({ path: join(SHOTS, `clan-${who.name}.png`), fullPage: true });
  }

  await bob.page.click('#clan-leave');
  await bob.page.waitForSelector('#clan-status[data-state=none]');
  await ann.page.waitForFunction(() => document.querySelectorAll('#members li').length === 1);
  for (const who of [ann, bob]) assert.deepEqual(who.errors, []);
});

async function admin(path, body) {
  const { accessToken } = await call('/_local/tokens', { roles: ['admin'] });
  await call(`/v1/admin/players/${path}`, { ...body, reason: 'test' }, { authorization: `Bearer ${accessToken}` });
}

async function call(path, body, headers) {
  const json = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers };
  const answer = await fetch(ORIGIN + path, { method: 'POST', headers: json, body: JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

const offers = (who, price) => who.page.locator('#offers li').filter({ hasText: `for ${price} gold` });

test('what one sells the other sees and buys, and mail is told as it comes', async () => {
  const ann = await person('Ann');
  const bob = await person('Bob', { width: 360, height: 740 });
  const price = 100 + Math.floor(Math.random() * 800);
  await admin(`${ann.player}/grants`, { kind: 'item', id: 'disc-blue', amount: 2 });
  await admin(`${bob.player}/grants`, { kind: 'currency', id: 'gold', amount: 1000 });

  await ann.page.fill('#sell-price', String(price));
  await ann.page.click('#sell');
  await offers(ann, price).getByText('Take back').waitFor();
  await offers(bob, price).getByText('Buy').waitFor();
  await bob.page.screenshot({ path: join(SHOTS, 'market-Bob.png'), fullPage: true });
  await offers(bob, price).getByText('Buy').click();
  await offers(ann, price).waitFor({ state: 'detached' });
  await offers(bob, price).waitFor({ state: 'detached' });
  await ann.page.waitForFunction(() => document.getElementById('market-told').textContent.includes('sold'));

  await ann.page.click('#sell');
  await offers(bob, price).waitFor();
  await offers(ann, price).getByText('Take back').click();
  await offers(bob, price).waitFor({ state: 'detached' });

  const subject = '<b>Sorry</b>';
  const attachments = [{ unit: 'gold', amount: 5 }];
  await admin(`${bob.player}/mail`, { subject, text: 'for the outage', attachments });
  await bob.page.waitForSelector('#mail[data-count="1"]');
  await bob.page.click('#mail');
  assert.equal(await bob.page.locator('#mails b').count(), 0, 'text, and nothing but text');
  await bob.page.getByText('Take out').click();
  await bob.page.getByText('Throw away').click();
  await bob.page.waitForSelector('#mail[data-count="0"]');
  for (const who of [ann, bob]) assert.deepEqual(who.errors, []);
});
