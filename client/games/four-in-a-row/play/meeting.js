import { Problem, Stopped } from '../../../sdk/drawbridge.js';
import { browserPlatform } from '../../../sdk/platform.js';
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
 * @param {(ms: number, task: () => void) => () => void} [after]
 * @returns {() => void} stops looking
 */
export function lookAround(client, waiting, join, met, after = browserPlatform().after) {
  const alone = () => waiting.status === 'live' && waiting.members.length === 1 && !waiting.over;
  let cancel = after(LOOK, look);

  async function look() {
    try {
      const older = alone() && (await olderThan(client, waiting.id));
      if (older && alone() && (await goOver(older))) return;
    } catch (trouble) {
      if (!(trouble instanceof Problem || trouble instanceof Stopped)) throw trouble; // else: at the next look
    }
    if (waiting.status !== 'stopped') cancel = after(LOOK, look);
  }

  /** @param {string} older */
  async function goOver(older) {
    const room = await join(older);
    const free = alone(); // or somebody sat down here meanwhile
    (free ? waiting : room).leave();
    if (free) met(room);
    return free;
  }

  return () => cancel();
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
