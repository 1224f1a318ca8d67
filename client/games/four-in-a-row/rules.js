import { ROWS, free, put } from './grid.js';

/** @import {Board, Disc, Place} from './grid.js' */
/** @import {Stamp} from '../../sdk/contract.js' */

/**
 * The client's half of the rules: it folds what happened; what may happen, only the server decides.
 *
 * @typedef {'four' | 'full' | 'resigned' | 'time'} Why
 * @typedef {{winner: string | null, why: Why}} Result
 *
 * @typedef {object} State
 * @property {Board} board
 * @property {Disc} turn
 * @property {{red: string, yellow?: string}} players
 * @property {number} [turnSeconds]
 * @property {number} [deadline] of the turn, milliseconds since 1970; absent unless a game is on
 * @property {Result} [over]
 *
 * @typedef {{dropped: Place & {disc: Disc}} | {over: Result}} Event
 */

export const KIND = 'four-in-a-row';

/** What a turn takes when the room does not say. */
const USUAL_TURN_SECONDS = 30;

/**
 * @param {State} state
 * @param {Event} event
 * @param {Stamp} stamp
 * @returns {State}
 */
export function fold(state, event, { at }) {
  if ('dropped' in event) {
    const { disc } = event.dropped;
    return { ...state, board: put(state.board, event.dropped, disc), turn: other(disc), deadline: deadline(state, at) };
  }
  if ('over' in event) return { ...state, deadline: undefined, over: event.over };
  return state;
}

/**
 * @param {State} state
 * @param {Stamp} stamp
 * @returns {State}
 */
export function seated(state, { by, at }) {
  if (!by || by === state.players.red || state.players.yellow) return state;
  return { ...state, players: { ...state.players, yellow: by }, deadline: deadline(state, at) };
}

/** @param {State} state */
export function over(state) {
  return state.over !== undefined && state.over !== null;
}

/**
 * The board with the moves on it that have no answer yet, each where it will come to rest.
 *
 * @param {State} state
 * @param {{drop?: number}[]} pending
 * @param {Disc} mine
 * @returns {{board: Board, places: Place[]}}
 */
export function expected(state, pending, mine) {
  let { board } = state;
  /** @type {Place[]} */
  const places = [];
  for (const { drop } of pending) {
    if (drop === undefined || free(board, drop) === 0) continue;
    const place = { column: drop, row: ROWS - free(board, drop) };
    board = put(board, place, mine);
    places.push(place);
  }
  return { board, places };
}

/**
 * @param {State} state
 * @param {string} player
 * @returns {Disc}
 */
export function discOf(state, player) {
  return state.players.red === player ? 'red' : 'yellow';
}

/** @param {Disc} disc @returns {Disc} */
export function other(disc) {
  return disc === 'red' ? 'yellow' : 'red';
}

/**
 * @param {State} state
 * @param {number} from
 */
function deadline(state, from) {
  return from + (state.turnSeconds ?? USUAL_TURN_SECONDS) * 1000;
}
