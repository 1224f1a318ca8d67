import { discImage } from './disc.js';
import { DISC, HEIGHT, HOLE, LANE_Y, WIDTH, columnX, key, rowY } from './geometry.js';
import { paintBack, paintColumnLight, paintPlate } from './plate.js';
import { Scene } from './scene.js';

/** @import {Board, Disc, Place} from '../grid.js' */
/** @import {Look} from './looks.js' */
/** @import {Colours} from './plate.js' */

/**
 * @typedef {object} BoardPicture
 * @property {Board} board with the moves that have no answer yet
 * @property {Record<Disc, Look>} looks
 * @property {Place[]} [waiting] moves that wait for the connection
 * @property {Place[]} [winning]
 * @property {Place} [last] the newest disc
 * @property {{column: number, row: number, disc: Disc}} [aim] what a drop would do now
 */

/** Paints the board on a canvas, again only while something moves. */
export class BoardView {
  #canvas;
  #context;
  #scene;
  #still;
  /** @type {BoardPicture | undefined} */
  #picture;
  /** @type {HTMLCanvasElement | undefined} changes only with size and colours */
  #plate;
  /** @type {Colours | undefined} */
  #colours;
  #frame = 0;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    this.#still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#scene = new Scene(this.#still);
    new ResizeObserver(() => this.#resize()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#resize());
  }

  /**
   * @param {BoardPicture} picture
   * @param {boolean} [animate] false: discs lie there at once
   */
  show(picture, animate = true) {
    this.#picture = picture;
    this.#scene.show(picture.board, performance.now(), animate);
    this.#again();
  }

  #resize() {
    const width = Math.round(this.#canvas.clientWidth * devicePixelRatio);
    if (width === 0) return;
    this.#canvas.width = width;
    this.#canvas.height = Math.round((width * HEIGHT) / WIDTH);
    this.#plate = undefined;
    this.#colours = readColours(this.#canvas);
    this.#paint(performance.now());
  }

  #again() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame((now) => {
      const moving = this.#scene.moving(now); // asked first: what lands now is painted as landed once more
      const pulses = this.#picture?.winning?.length || this.#picture?.waiting?.length;
      this.#paint(now);
      if (moving || (pulses && !this.#still)) this.#again();
    });
  }

  get #cell() {
    return this.#canvas.width / WIDTH;
  }

  /** @param {number} now */
  #paint(now) {
    if (!this.#picture || !this.#colours) return;
    const context = this.#context;
    context.setTransform(this.#cell, 0, 0, this.#cell, 0, 0);
    context.clearRect(0, 0, WIDTH, HEIGHT);
    paintBack(context, this.#colours);
    const landed = !this.#scene.moving(now);
    const winning = landed ? (this.#picture.winning ?? []) : [];
    this.#paintDiscs({ ...this.#picture, winning }, now);
    this.#paintPlate(this.#colours);
    this.#paintSigns({ ...this.#picture, winning, last: landed ? this.#picture.last : undefined }, now);
  }

  /**
   * @param {BoardPicture} picture
   * @param {number} now
   */
  #paintDiscs({ looks, waiting = [], winning = [], aim }, now) {
    const context = this.#context;
    const pale = new Set(waiting.map(key));
    const bright = new Set(winning.map(key));
    if (aim) this.#paintDisc(looks[aim.disc], columnX(aim.column), LANE_Y);
    for (const { place, disc, column, y } of this.#scene.discs(now)) {
      const alpha = pale.has(place) ? 0.5 : bright.size && !bright.has(place) ? 0.34 : 1;
      context.globalAlpha = alpha;
      this.#paintDisc(looks[disc], columnX(column), y);
    }
    context.globalAlpha = 0.26;
    if (aim) this.#paintDisc(looks[aim.disc], columnX(aim.column), rowY(aim.row));
    context.globalAlpha = 1;
  }

  /**
   * @param {Look} look
   * @param {number} x
   * @param {number} y
   */
  #paintDisc(look, x, y) {
    const image = discImage(look, Math.round(2 * DISC * this.#cell));
    this.#context.drawImage(image, x - DISC, y - DISC, 2 * DISC, 2 * DISC);
  }

  /** @param {Colours} colours */
  #paintPlate(colours) {
    if (!this.#plate) {
      this.#plate = document.createElement('canvas');
      this.#plate.width = this.#canvas.width;
      this.#plate.height = this.#canvas.height;
      const context = /** @type {CanvasRenderingContext2D} */ (this.#plate.getContext('2d'));
      context.scale(this.#cell, this.#cell);
      paintPlate(context, colours);
    }
    this.#context.drawImage(this.#plate, 0, 0, WIDTH, HEIGHT);
  }

  /**
   * @param {BoardPicture} picture
   * @param {number} now
   */
  #paintSigns({ waiting = [], winning = [], last, aim }, now) {
    const context = this.#context;
    if (aim) paintColumnLight(context, aim.column);
    context.strokeStyle = '#fff';
    const beat = this.#still ? 1 : 0.5 + 0.5 * Math.sin(now / 240);
    for (const place of winning) this.#ring(place, 0.075, 0.55 + 0.45 * beat, HOLE - 0.01 + 0.03 * beat);
    if (last && winning.length === 0) this.#ring(last, 0.035, 0.8, HOLE - 0.015);
    context.setLineDash([0.16, 0.12]);
    context.lineDashOffset = this.#still ? 0 : -now / 1500;
    for (const place of waiting) this.#ring(place, 0.05, 0.95, HOLE - 0.06);
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  /**
   * @param {Place} place
   * @param {number} width
   * @param {number} alpha
   * @param {number} radius
   */
  #ring({ column, row }, width, alpha, radius) {
    const context = this.#context;
    context.globalAlpha = alpha;
    context.lineWidth = width;
    context.beginPath();
    context.arc(columnX(column), rowY(row), radius, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** @param {Element} canvas @returns {Colours} */
function readColours(canvas) {
  const style = getComputedStyle(canvas);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(`--board-${name}`).trim();
  return {
    top: colour('top'),
    bottom: colour('bottom'),
    back: colour('back'),
    edge: colour('edge'),
    foot: colour('foot'),
    shade: colour('shade'),
  };
}
