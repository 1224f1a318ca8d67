import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from './chromium.js';

/** The recipe's game is not in the title, so another is played by the same words. */
const RECIPE = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8')
  .replaceAll("'sticks'", "'four-in-a-row'")
  .replaceAll('{ take: 3 }', '{ drop: 3 }');
const SNIPPETS = [...RECIPE.matchAll(/```js\n(.*?)```/gs)].map((block) => block[1]);
const GAME = process.env.ORIGIN + RECIPE.match(/http:\/\/localhost:8080(\/\S+)>/)[1];

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** A window with its console: what is typed there may await, and `room` stays. */
async function window() {
  const page = await (await browser.newContext()).newPage();
  const lines = [];
  page.on('console', (line) => lines.push(line));
  const printed = async (number) => {
    while (lines.length < number) await page.waitForEvent('console');
    return lines[number - 1].args()[0].jsonValue();
  };
  await page.goto(GAME);
  const type = (snippet) =>
    page.evaluate(`(async () => { ${snippet.replaceAll('const room =', 'globalThis.room =')} })()`);
  return { type, printed };
}

test('what the recipe tells to type into two consoles plays a game', async () => {
  const [create, join, move] = SNIPPETS;
  assert.equal(SNIPPETS.length, 3);
  const first = await window();
  await first.type(create);
  const id = await first.printed(1);
  assert.match(id, /^[a-z0-9]{10,}$/);

  const second = await window();
  await second.type(join.replace('ROOM', id));
  await first.type(move);
  assert.deepEqual(await first.printed(2), { dropped: { column: 3, row: 0, disc: 'red' } });
});
