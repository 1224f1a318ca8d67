import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyBoard, put } from '../games/four-in-a-row/grid.js';
import { fallen, restsAfter } from '../games/four-in-a-row/view/fall.js';
import { LANE_Y, rowY } from '../games/four-in-a-row/view/geometry.js';
import { PLAIN, boughtLook } from '../games/four-in-a-row/view/looks.js';
import { Scene } from '../games/four-in-a-row/view/scene.js';

const one = put(emptyBoard(), { column: 3, row: 0 }, 'red');

test('a disc falls to the ground, bounces above it and rests there', () => {
  assert.equal(fallen(6, 0), 0);
  const path = Array.from({ length: 200 }, (_, i) => fallen(6, i * 10));
  assert.ok(path.every((way) => way >= 0 && way <= 6 + 1e-9));
  const ground = path.findIndex((way) => way > 5.9);
  assert.ok(path.slice(ground).some((way) => way < 5.9), 'it bounces');
  assert.equal(fallen(6, restsAfter(6)), 6);
});

test('a new disc starts above the board and moves until it rests', () => {
  const scene = new Scene();
  scene.show(one, 1000, true);
  assert.equal(scene.discs(1000)[0].y, LANE_Y);
  assert.equal(scene.moving(1100), true);
  assert.equal(scene.moving(5000), false);
  assert.equal(scene.discs(5000)[0].y, rowY(0));
  scene.show(one, 6000, true);
  assert.equal(scene.moving(6000), false);
});

test('a cleared board lets its discs fall out', () => {
  const scene = new Scene();
  scene.show(one, 0, false);
  scene.show(emptyBoard(), 1000, true);
  assert.equal(scene.moving(1100), true);
  assert.ok(scene.discs(1300)[0].y > rowY(0));
  scene.discs(4000);
  assert.equal(scene.moving(4000), false);
});

test('for who prefers it, nothing moves', () => {
  const scene = new Scene(true);
  scene.show(one, 1000, true);
  assert.deepEqual([scene.moving(1000), scene.discs(1000)[0].y], [false, rowY(0)]);
  scene.show(emptyBoard(), 1000, true);
  assert.deepEqual([scene.moving(1000), scene.discs(1000)], [false, []]);
});

test('every good has a look of its own, also one that the page does not know', () => {
  const looks = [PLAIN.red, PLAIN.yellow, ...['disc-blue', 'disc-green', 'disc-violet', 'disc-copper'].map(boughtLook)];
  assert.equal(new Set(looks.map(({ mark }) => mark)).size, looks.length);
  assert.deepEqual(boughtLook('disc-of-next-year'), boughtLook('disc-of-next-year'));
  assert.notEqual(boughtLook('disc-a').base, boughtLook('disc-b').base);
});
