/**
 * What a client does after a close: reconnect with `resume`, ask the join call again and `rejoin` with its position,
 * the same but `fresh`, or `stop` and tell the player. `lost` is a socket that ended with no word from the node.
 *
 * @typedef {'resume' | 'rejoin' | 'fresh' | 'stop' | 'lost'} AfterClose
 */

export const ELSEWHERE = 4302;
export const UNAUTHORIZED = 4401;
export const NO_SUCH_ROOM = 4404;
export const ROOM_OVER = 4410;

/** @type {Record<number, AfterClose>} */
const RANGES = { 41: 'resume', 42: 'rejoin', 43: 'fresh', 44: 'stop' };

/** @type {Record<number, string>} */
const REASONS = {
  4400: 'bad',
  4401: 'unauthorized',
  4403: 'bad',
  4404: 'not-found',
  4408: 'abuse',
  4409: 'too-big',
  4410: 'over',
  4426: 'version',
  4451: 'banned',
};

/** @param {number} code @returns {AfterClose} */
export function afterClose(code) {
  return RANGES[Math.floor(code / 100)] ?? 'lost';
}

/** @param {number} code of the range that stops @returns {string} why, in one stable word */
export function reasonOf(code) {
  return REASONS[code] ?? 'closed';
}
