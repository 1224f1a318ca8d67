import { Problem, Stopped } from '../../../sdk/drawbridge.js';
import { KIND } from '../rules.js';

/** @import {Drawbridge} from '../../../sdk/drawbridge.js' */
/** @import {Room} from '../../../sdk/room.js' */
/** @import {State} from '../rules.js' */

/** ms between looks for somebody else who waits. */
const LOOK = 3_000;

/**
 * Two who press play at the same moment both make a room, and each would wait alone. So whoever waits looks around,
 * and the younger room goes over to the older: never both, since both see the same order.
 *
 * @param {Drawbridge} client
 * @param {Room<State>} waiting a public room of ours
 * @param {(room: string) => Promise<Room<State>>} join
 * @param {(room: Room<State>) => void} met instead of the waiting room, which is left
 * @returns {() => void} stops looking
 */
export function lookAround(client, waiting, join, met) {
  const timer = setInterval(look, LOOK);
  const alone = () => waiting.status === 'live' && waiting.members.length === 1 && !waiting.over;
  let looking = false;

  async function look() {
    if (!alone()) return clearInterval(timer);
    if (looking) return;
    looking = true;
    try {
      const older = await olderThan(client, waiting.id);
      if (older && alone()) await goOver(older);
    } catch (trouble) {
      if (!(trouble instanceof Problem || trouble instanceof Stopped)) throw trouble; // else: at the next look
    } finally {
      looking = false;
    }
  }

  /** @param {string} older */
  async function goOver(older) {
    const room = await join(older);
    if (!alone()) return room.leave(); // somebody sat down here meanwhile
    clearInterval(timer);
    waiting.leave();
    met(room);
  }

  return () => clearInterval(timer);
}

/**
 * @param {Drawbridge} client
 * @param {string} mine
 * @returns {Promise<string | undefined>} the room that has waited longest, if it is older than mine
 */
async function olderThan(client, mine) {
  const { rooms } = await client.rooms.list(KIND);
  const order = rooms.map(({ room, createdAt = '' }) => ({ room, age: `${createdAt} ${room}` }));
  order.sort((one, other) => (one.age < other.age ? -1 : 1));
  const [oldest] = order;
  return oldest && oldest.room !== mine && order.some(({ room }) => room === mine) ? oldest.room : undefined;
}
