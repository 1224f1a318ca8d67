import { COLUMNS, ROWS } from '../grid.js';
import { BOARD_HEIGHT, FOOT, HOLE, LANE, PAD, WIDTH, columnX, rowY } from './geometry.js';

/**
 * The board's colours, from the page's style sheet: they follow the light or dark scheme.
 *
 * @typedef {{top: string, bottom: string, back: string, edge: string, foot: string, shade: string}} Colours
 */

/**
 * What is behind the discs: seen through the holes.
 *
 * @param {CanvasRenderingContext2D} context in cells
 * @param {Colours} colours
 */
export function paintBack(context, colours) {
  context.fillStyle = colours.back;
  context.beginPath();
  context.roundRect(0.06, LANE + 0.06, WIDTH - 0.12, BOARD_HEIGHT - 0.12, 0.4);
  context.fill();
}

/**
 * What is before the discs: the plate with its holes, and the foot.
 *
 * @param {CanvasRenderingContext2D} context in cells
 * @param {Colours} colours
 */
export function paintPlate(context, colours) {
  paintFoot(context, colours);
  const front = context.createLinearGradient(0, LANE, 0, LANE + BOARD_HEIGHT);
  front.addColorStop(0, colours.top);
  front.addColorStop(1, colours.bottom);
  context.fillStyle = front;
  context.beginPath();
  context.roundRect(0, LANE, WIDTH, BOARD_HEIGHT, 0.46);
  for (const { x, y } of holes()) {
    context.moveTo(x + HOLE, y);
    context.arc(x, y, HOLE, 0, 2 * Math.PI, true);
  }
  context.fill('evenodd');
  paintEdge(context, colours);
  for (const { x, y } of holes()) paintHole(context, colours, x, y);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Colours} colours
 */
function paintFoot(context, colours) {
  const top = LANE + BOARD_HEIGHT - 0.34;
  context.fillStyle = colours.foot;
  context.beginPath();
  context.roundRect(0.34, top, WIDTH - 0.68, 0.34 + FOOT, [0, 0, 0.26, 0.26]);
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Colours} colours
 */
function paintEdge(context, colours) {
  context.save();
  const light = context.createLinearGradient(0, LANE, 0, LANE + BOARD_HEIGHT);
  light.addColorStop(0, colours.edge);
  light.addColorStop(0.25, 'rgb(255 255 255 / 0.05)');
  light.addColorStop(1, colours.shade);
  context.strokeStyle = light;
  context.lineWidth = 0.05;
  context.beginPath();
  context.roundRect(0.03, LANE + 0.03, WIDTH - 0.06, BOARD_HEIGHT - 0.06, 0.44);
  context.stroke();
  context.restore();
}

/**
 * The wall of a hole is dark above and catches the light below.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Colours} colours
 * @param {number} x
 * @param {number} y
 */
function paintHole(context, colours, x, y) {
  const wall = context.createLinearGradient(0, y - HOLE, 0, y + HOLE);
  wall.addColorStop(0, colours.shade);
  wall.addColorStop(0.55, 'rgb(0 0 0 / 0)');
  wall.addColorStop(1, colours.edge);
  context.strokeStyle = wall;
  context.lineWidth = 0.06;
  context.beginPath();
  context.arc(x, y, HOLE + 0.012, 0, 2 * Math.PI);
  context.stroke();
}

function holes() {
  return Array.from({ length: COLUMNS * ROWS }, (_, i) => ({ x: columnX(i % COLUMNS), y: rowY(Math.floor(i / COLUMNS)) }));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} column
 */
export function paintColumnLight(context, column) {
  const x = PAD + column;
  const light = context.createLinearGradient(0, LANE, 0, LANE + BOARD_HEIGHT);
  light.addColorStop(0, 'rgb(255 255 255 / 0.2)');
  light.addColorStop(1, 'rgb(255 255 255 / 0.04)');
  context.fillStyle = light;
  context.beginPath();
  context.roundRect(x, LANE, 1, BOARD_HEIGHT, 0.2);
  for (let row = 0; row < ROWS; row++) {
    context.moveTo(x + 0.5 + HOLE, rowY(row));
    context.arc(x + 0.5, rowY(row), HOLE, 0, 2 * Math.PI, true);
  }
  context.fill('evenodd');
}
