import { COLUMNS, ROWS } from '../grid.js';
import { fallen, freeFall, restsAfter } from './fall.js';
import { HEIGHT, LANE_Y, key, rowY } from './geometry.js';

/** @import {Board, Disc, Place} from '../grid.js' */

/**
 * @typedef {Place & {disc: Disc, at: number | undefined, gone?: number}} Falling at: when it was let go, undefined when
 *   it lies since ever; gone: when the ground was taken away
 */

/** Discs fall out one after the other: ms between neighbours. */
const OUT_STAGGER = 28;

/** The discs on the board and where each is just now. Time comes in as milliseconds of any clock. */
export class Scene {
  /** @type {Map<string, Falling>} */
  #discs = new Map();
  /** @type {Falling[]} */
  #leaving = [];
  #still;

  /** @param {boolean} still whether nothing may move (the player prefers that) */
  constructor(still = false) {
    this.#still = still;
  }

  /**
   * @param {Board} board what should lie there
   * @param {number} now
   * @param {boolean} animate false: it lies there at once
   */
  show(board, now, animate) {
    const moves = animate && !this.#still;
    for (let row = 0; row < ROWS; row++)
      for (let column = 0; column < COLUMNS; column++) {
        const disc = board[row][column];
        const place = key({ column, row });
        const was = this.#discs.get(place);
        if (disc === (was?.disc ?? null)) continue;
        if (was) this.#remove(place, was, moves ? now : undefined);
        if (disc) this.#discs.set(place, { column, row, disc, at: moves ? now : undefined });
      }
  }

  /**
   * @param {string} place
   * @param {Falling} disc
   * @param {number | undefined} now
   */
  #remove(place, disc, now) {
    this.#discs.delete(place);
    if (now !== undefined) this.#leaving.push({ ...disc, gone: now + OUT_STAGGER * (disc.column + disc.row) });
  }

  /**
   * @param {number} now
   * @returns {{place: string, disc: Disc, column: number, y: number}[]}
   */
  discs(now) {
    this.#leaving = this.#leaving.filter((disc) => this.#y(disc, now) < HEIGHT + 1);
    return [...this.#leaving, ...this.#discs.values()].map((one) => ({
      place: one.gone === undefined ? key(one) : '',
      disc: one.disc,
      column: one.column,
      y: this.#y(one, now),
    }));
  }

  /** @param {number} now @returns {boolean} whether anything moves still */
  moving(now) {
    const falls = [...this.#discs.values()].some(
      ({ at, row }) => at !== undefined && now - at < restsAfter(rowY(row) - LANE_Y),
    );
    return falls || this.#leaving.length > 0;
  }

  /**
   * @param {Falling} disc
   * @param {number} now
   */
  #y({ row, at, gone }, now) {
    const ground = rowY(row);
    if (gone !== undefined) return ground + freeFall(Math.max(0, now - gone));
    return at === undefined ? ground : LANE_Y + fallen(ground - LANE_Y, now - at);
  }
}
