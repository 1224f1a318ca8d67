import { MARKS } from './looks.js';

/** @import {Look} from './looks.js' */

/** @type {Map<string, HTMLCanvasElement>} */
const painted = new Map();

/**
 * @param {Look} look
 * @param {number} size device pixels
 * @returns {HTMLCanvasElement} painted once per look and size
 */
export function discImage(look, size) {
  const name = `${look.base} ${look.mark} ${size}`;
  let image = painted.get(name);
  if (!image) {
    if (painted.size > 60) painted.clear(); // sizes of windows long gone
    image = document.createElement('canvas');
    image.width = image.height = size;
    const context = /** @type {CanvasRenderingContext2D} */ (image.getContext('2d'));
    context.scale(size / 2, size / 2);
    context.translate(1, 1);
    paintDisc(context, look);
    painted.set(name, image);
  }
  return image;
}

/**
 * A disc of radius 1 around the origin: a rim, a milled edge, a sunk face with its mark, and a gleam.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Look} look
 */
function paintDisc(context, look) {
  fillCircle(context, 0.98, gradient(context, -0.9, 0.9, [look.base, look.dark]));
  fillCircle(context, 0.9, gradient(context, -0.9, 0.9, [look.light, look.base, look.base]));
  context.save();
  context.strokeStyle = look.dark;
  context.globalAlpha = 0.35;
  context.lineWidth = 0.05;
  context.setLineDash([0.07, 0.0655]);
  circle(context, 0.83);
  context.stroke();
  context.restore();
  fillCircle(context, 0.72, gradient(context, -0.72, 0.72, [look.dark, look.base]));
  fillCircle(context, 0.68, gradient(context, -0.9, 0.68, [look.base, look.base, look.light]));
  paintMark(context, look);
  paintGleam(context);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Look} look
 */
function paintMark(context, look) {
  const mark = new Path2D(MARKS[look.mark]);
  context.save();
  context.scale(0.86, 0.86);
  context.translate(0, 0.045);
  context.fillStyle = look.light;
  context.fill(mark, 'evenodd');
  context.translate(0, -0.06);
  context.fillStyle = look.dark;
  context.globalAlpha = 0.72;
  context.fill(mark, 'evenodd');
  context.restore();
}

/** @param {CanvasRenderingContext2D} context */
function paintGleam(context) {
  const gleam = context.createRadialGradient(-0.35, -0.5, 0.05, -0.35, -0.5, 0.75);
  gleam.addColorStop(0, 'rgb(255 255 255 / 0.5)');
  gleam.addColorStop(1, 'rgb(255 255 255 / 0)');
  fillCircle(context, 0.9, gleam);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} from y
 * @param {number} to y
 * @param {string[]} colours evenly spread
 */
function gradient(context, from, to, colours) {
  const fill = context.createLinearGradient(0, from, 0, to);
  colours.forEach((colour, i) => fill.addColorStop(i / (colours.length - 1), colour));
  return fill;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} radius
 */
function circle(context, radius) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} radius
 * @param {CanvasGradient} fill
 */
function fillCircle(context, radius, fill) {
  circle(context, radius);
  context.fillStyle = fill;
  context.fill();
}

/**
 * A disc as part of the page: on a card, in the shop.
 *
 * @param {HTMLCanvasElement} canvas sized by its style
 * @param {Look} look
 */
export function showDisc(canvas, look) {
  const size = Math.max(24, Math.round((canvas.clientWidth || 48) * devicePixelRatio));
  canvas.width = canvas.height = size;
  canvas.getContext('2d')?.drawImage(discImage(look, size), 0, 0);
}
