import { COLUMNS, ROWS } from '../grid.js';

/** @import {Place} from '../grid.js' */

/** All lengths in cells: the painter scales once, and everything else thinks in places of the board. */
export const PAD = 0.24;
/** Above the board, where a disc waits to be dropped. */
export const LANE = 1.04;
/** The foot on which the board stands. */
export const FOOT = 0.3;
export const HOLE = 0.4;
export const DISC = 0.425;

export const WIDTH = COLUMNS + 2 * PAD;
export const BOARD_HEIGHT = ROWS + 2 * PAD;
export const HEIGHT = LANE + BOARD_HEIGHT + FOOT;

/** @param {number} column @returns {number} x of its middle */
export function columnX(column) {
  return PAD + column + 0.5;
}

/** @param {number} row 0 at the bottom @returns {number} y of its middle */
export function rowY(row) {
  return LANE + PAD + (ROWS - 1 - row) + 0.5;
}

/** Where a disc waits above the board. */
export const LANE_Y = LANE / 2 + 0.02;

/** @param {Place} place */
export function key({ column, row }) {
  return `${column} ${row}`;
}
