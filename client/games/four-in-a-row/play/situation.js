import { ROWS, free, winningPlaces } from '../grid.js';
import { discOf, expected, other } from '../rules.js';
import { TEXTS } from '../texts.js';

/** @import {Board, Disc, Place} from '../grid.js' */
/** @import {State} from '../rules.js' */
/** @import {Member} from '../../../sdk/contract.js' */

/**
 * What a player must know of the game at a glance. Pure, so that every case is a test.
 *
 * @typedef {object} Situation
 * @property {'waiting' | 'playing' | 'over'} phase
 * @property {Disc} mine
 * @property {string | undefined} opponent player id
 * @property {boolean} opponentAway
 * @property {Board} board with the moves that have no answer yet
 * @property {Disc} turn as the server has it: until it has my move, the clock that runs is mine
 * @property {boolean} mayDrop
 * @property {Place[]} waiting moves that wait for the connection
 * @property {Place[]} winning
 * @property {string} status one sentence
 */

/**
 * @param {State} state
 * @param {object} room
 * @param {string} room.me
 * @param {any[]} room.pending
 * @param {boolean} room.live whether the connection is there
 * @param {Member[]} room.members
 * @param {string} room.opponentName
 * @returns {Situation}
 */
export function situation(state, { me, pending, live, members, opponentName }) {
  const mine = discOf(state, me);
  const opponent = state.players[other(mine)];
  const { turn } = state;
  const { board, places } = expected(state, pending, mine);
  const phase = state.over ? 'over' : state.players.yellow ? 'playing' : 'waiting';
  const opponentAway = members.some(({ player, status }) => player === opponent && status === 'away');
  const mayDrop = phase === 'playing' && turn === mine && pending.length === 0;
  const waiting = live ? [] : places;
  const winning = phase === 'over' && state.over?.why === 'four' ? winningPlaces(state.board) : [];
  const status = statusText({ phase, mayDrop, waiting, opponentAway, sending: pending.length > 0 }, opponentName);
  return { phase, mine, opponent, opponentAway, board, turn, mayDrop, waiting, winning, status };
}

/**
 * @param {Pick<Situation, 'phase' | 'mayDrop' | 'waiting' | 'opponentAway'> & {sending: boolean}} now
 * @param {string} opponentName
 */
function statusText({ phase, mayDrop, waiting, opponentAway, sending }, opponentName) {
  if (phase !== 'playing') return '';
  if (waiting.length > 0) return TEXTS.pending;
  if (mayDrop) return TEXTS.yourTurn;
  if (opponentAway) return TEXTS.theyAreAway(opponentName);
  return sending ? TEXTS.sending : TEXTS.theirTurn(opponentName);
}

/**
 * @param {Situation} now
 * @param {number | undefined} column that the player aims at
 * @returns {(Place & {disc: Disc}) | undefined}
 */
export function aimAt({ board, mayDrop, mine }, column) {
  if (column === undefined || !mayDrop || free(board, column) === 0) return undefined;
  return { column, row: ROWS - free(board, column), disc: mine };
}
