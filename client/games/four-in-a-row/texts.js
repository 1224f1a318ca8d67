/** @import {GameStatistics} from '../../sdk/contract.js' */
/** @import {Result} from './rules.js' */

/** Everything the player reads, in one place. */
export const TEXTS = {
  you: 'You',
  somebody: 'Somebody',
  nobodyYet: 'Free seat',
  red: 'red',
  yellow: 'yellow',
  empty: 'empty',
  row: (/** @type {number} */ row) => `Row ${row + 1}`,

  connecting: 'Connecting…',
  reconnecting: 'Connection lost. Reconnecting…',
  offline: 'You are offline. The game waits for you.',
  elsewhere: 'This game is open in another tab or on another device.',
  playHere: 'Play here',
  tryAgain: 'Try again',
  back: (/** @type {number} */ replayed) =>
    replayed === 0 ? 'You are back.' : `You are back. ${count(replayed, 'move')} replayed.`,
  reset: 'You are back. The game was loaded anew.',

  yourTurn: 'Your turn',
  theirTurn: (/** @type {string} */ name) => `${name} is thinking…`,
  theyAreAway: (/** @type {string} */ name) => `${name} is away. The seat is held.`,
  pending: 'Your move waits for the connection.',
  sending: 'Sending your move…',
  waiting: 'Waiting for somebody to play…',
  waitingFriend: 'Waiting for your friend…',
  seconds: (/** @type {number} */ n) => `${count(n, 'second')} left`,
  here: 'here',
  away: 'away',

  column: (/** @type {number} */ column, /** @type {number} */ free) =>
    `Column ${column + 1}, ${free === 0 ? 'full' : `${free} free`}`,
  dropped: (/** @type {string} */ name, /** @type {number} */ column) => `${name}: column ${column + 1}.`,
  joined: (/** @type {string} */ name) => `${name} is playing against you.`,
  cameBack: (/** @type {string} */ name) => `${name} is back.`,
  wentAway: (/** @type {string} */ name) => `${name} lost the connection.`,

  linkCopied: 'Link copied.',
  linkToCopy: 'Mark and copy the link.',
  shareTitle: 'Four in a Row',
  shareText: 'Play four in a row with me!',

  noRooms: 'Nobody is waiting just now. Press play, and the next one meets you.',
  roomOf: (/** @type {number} */ ms) => `Somebody, for ${age(ms)}`,
  join: 'Join',
  joinOf: (/** @type {number} */ ms) => `Join whoever has waited for ${age(ms)}`,
  noRanks: 'No game has been won yet. Be the first!',
  noRankOfYours: 'Win a game and you are on the board.',
  yourRank: (/** @type {number} */ rank, /** @type {number} */ of) => `You are number ${rank} of ${of}.`,
  wins: (/** @type {number} */ n) => count(n, 'win'),

  plain: 'House colours',
  wear: 'Use',
  wearOf: (/** @type {string} */ title) => `Use ${title}`,
  worn: 'In use',
  buyOf: (/** @type {string} */ title, /** @type {number} */ price) => `Buy ${title} for ${price} gold`,
  buyQuestion: (/** @type {string} */ title, /** @type {number} */ price) => `Buy “${title}” for ${price} gold?`,
  bought: (/** @type {string} */ title) => `“${title}” is yours, and in use.`,
  tooPoor: (/** @type {number} */ missing) => `You need ${missing} more gold. Every game you win brings 10.`,

  payFor: (/** @type {string} */ title, /** @type {string} */ price) => `Buy ${title} for ${price}`,
  pay: 'Pay',

  buy: 'Buy',
  notNow: 'Not now',
  understood: 'All right',

  resignQuestion: 'Give this game up?',
  leaveQuestion: 'Leaving gives this game up. Leave?',
  giveUp: 'Give up',
  leave: 'Leave',
  playOn: 'Play on',

  nameSaved: 'Saved.',
  wonGold: (/** @type {number} */ n) => `+${n} gold`,
};

/** How far an order for real money is. */
export const PAYMENTS = {
  pending: 'Waiting to hear that it is paid. You may close this page: it comes all the same.',
  fulfilled: 'Paid. It is yours.',
  failed: 'That payment did not go through. Nothing was taken.',
  cancelled: 'You turned back. Nothing was paid.',
  refunded: 'The money went back to you.',
  disputed: 'This payment is in dispute with your bank.',
};

/**
 * @param {Result} result
 * @param {string} me
 * @param {string} opponent name
 * @returns {{title: string, line: string}}
 */
export function resultText({ winner, why }, me, opponent) {
  const won = winner === me;
  if (winner === null) return { title: 'A draw', line: why === 'full' ? 'The board is full.' : 'Nobody won this one.' };
  const lines = {
    four: won ? 'Four in a row. Beautiful.' : `${opponent} got four in a row.`,
    full: 'The board is full.',
    resigned: won ? `${opponent} gave up.` : 'You gave up.',
    time: won ? `${opponent} ran out of time.` : 'Your time ran out.',
  };
  return { title: won ? 'You win!' : `${opponent} wins`, line: lines[why] };
}

/**
 * @param {GameStatistics} statistics
 * @param {string} me
 * @param {string} opponent name
 * @returns {string}
 */
export function statisticsText({ beganAt, endedAt, moves, players }, me, opponent) {
  const seconds = Math.round((Date.parse(endedAt) - Date.parse(beganAt)) / 1000);
  const discs = (/** @type {boolean} */ mine) =>
    players.find(({ player }) => (player === me) === mine)?.figures?.discs ?? 0;
  return `${count(moves, 'move')} in ${count(seconds, 'second')}. Discs: you ${discs(true)}, ${opponent} ${discs(false)}.`;
}

/** @type {Record<string, string>} by the reason of a denied move */
const DENIALS = {
  'not-your-turn': 'It is not your turn.',
  'column-full': 'That column is full.',
  'no-such-column': 'There is no such column.',
  'not-started': 'The game begins when somebody sits down opposite you.',
  over: 'The game is over already.',
};

/** @type {Record<string, string>} by the code of a problem, a refused move or a room's end */
const TROUBLES = {
  unreachable: 'The server cannot be reached. Check your connection and try again.',
  timeout: 'The server took too long. Please try again.',
  unauthorized: 'You were logged out. Reload the page to play on.',
  banned: 'You may not play here at the moment.',
  forbidden: 'This game is private. Ask your friend for a new link.',
  'not-found': 'This game does not exist any more.',
  'no-such-item': 'This is not for sale any more.',
  full: 'Somebody else was faster: both seats are taken.',
  over: 'This game is over.',
  'room-over': 'This game is over.',
  rate: 'That was too fast. Wait a moment and try again.',
  abuse: 'That was too fast. Wait a moment and come back.',
  busy: 'The server is busy. Try again in a moment.',
  'no-node': 'No game server is free just now. Try again in a moment.',
  'bad-input': 'That cannot be used. Please try something else.',
  'insufficient-funds': 'You do not have enough gold for that yet. Every game you win brings 10.',
  'limit-reached': 'You have this already.',
  'provider-off': 'You cannot pay that way here. Please choose another.',
  'provider-away': 'The payment provider does not answer. Try again in a moment.',
  'price-changed': 'The price has changed. Have another look.',
  version: 'There is a newer version of the game. Reload the page.',
  maintenance: 'We are working on the server. Come back in a few minutes.',
};

/**
 * A sentence for any trouble; what is not known by its code gets one that is true of all.
 *
 * @param {unknown} trouble with `code` and `detail`, as the SDK's errors have them
 * @returns {string}
 */
export function troubleText(trouble) {
  const { code = '', detail = '' } = /** @type {{code?: string, detail?: string}} */ (trouble ?? {});
  if (code === 'rules') return DENIALS[detail] ?? 'The rules do not allow that.';
  return TROUBLES[code] ?? 'Something went wrong on our side. Please try again.';
}

/** @param {number} ms */
function age(ms) {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 100 ? count(seconds, 'second') : count(Math.round(seconds / 60), 'minute');
}

/**
 * @param {number} n
 * @param {string} thing
 */
function count(n, thing) {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
