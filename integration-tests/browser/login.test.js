import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './chromium.js';

const PAGE = `${process.env.ORIGIN}/login/index.html`;
const SHOTS = process.env.RESULTS;

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await launch();
});

after(() => browser?.close());

/** A browser that has never been here. */
async function fresh() {
  const page = await (await browser.newContext()).newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => /Security Policy/.test(said.text()) && errors.push(said.text()));
  await page.goto(PAGE);
  await page.waitForSelector('body[data-ready]');
  return { page, errors };
}

/** Clicks, and waits for what the page then says. */
async function click(page, way) {
  await page.click(`#${way}`);
  await page.waitForSelector('#message:not([hidden])');
  return page.textContent('#message');
}

const player = (page) => page.getAttribute('#player', 'data-player');
const ways = (page) => page.$$eval('#identities li', (items) => items.map((item) => item.firstChild.textContent));

async function throughOidc(page, name) {
  await page.click('#way-oidc');
  await page.fill('#name', name);
  await page.click('button[name=go]');
  await page.waitForSelector('body[data-ready]');
  await page.waitForSelector('#message[data-kind=good]:not([hidden])');
}

test('every way in leads to the same player, each from a fresh browser', async () => {
  const user = `${1e9 + Math.floor(Math.random() * 1e9)}`;
  const name = `ann ${user}`;
  const first = await fresh();
  await click(first.page, 'way-guest');
  const ann = await player(first.page);
  assert.ok(ann);
  await first.page.fill('#facebook-user', user);
  await first.page.click('#way-facebook');
  await first.page.waitForFunction(() => document.querySelectorAll('#identities li').length === 2);
  await throughOidc(first.page, name);
  assert.deepEqual(await ways(first.page), ['guest', 'facebook', 'local']);
  assert.equal(await player(first.page), ann);
  await first.page.screenshot({ path: join(SHOTS, 'login.png'), fullPage: true });

  const second = await fresh();
  await second.page.fill('#facebook-user', user);
  assert.equal(await click(second.page, 'way-facebook'), 'Welcome back.');
  assert.equal(await player(second.page), ann);

  const third = await fresh();
  await throughOidc(third.page, name);
  assert.equal(await player(third.page), ann);

  const fourth = await fresh();
  await fourth.page.fill('#instant-player', `5${user}`);
  await fourth.page.fill('#instant-asid', user);
  assert.equal(await click(fourth.page, 'way-instant'), 'Welcome back.');
  assert.equal(await player(fourth.page), ann);
  for (const { errors } of [first, second, third, fourth]) assert.deepEqual(errors, []);
});

test('two players who turn out to be one become one', async () => {
  const user = `${1e9 + Math.floor(Math.random() * 1e9)}`;
  const old = await fresh();
  await old.page.fill('#facebook-user', user);
  await click(old.page, 'way-facebook');
  const { page } = await fresh();
  await click(page, 'way-guest');
  await page.fill('#facebook-user', user);
  await page.click('#way-facebook');
  await page.waitForSelector('#merge:not([hidden])');
  await page.click('#merge-yes');
  await page.waitForFunction(() => document.querySelectorAll('#identities li').length === 2);
  assert.deepEqual(await ways(page), ['guest', 'facebook']);
});
