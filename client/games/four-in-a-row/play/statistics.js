/** @import {Drawbridge} from '../../../sdk/drawbridge.js' */
/** @import {GameStatistics} from '../../../sdk/contract.js' */

/** ms between looks: a game is counted when its log is archived, one game after the other. */
const LOOKS = [500, 700, 1000, 1500, 2000, 3000, 4000, 6000, 8000];

/**
 * What a game came to.
 *
 * @param {Pick<Drawbridge, 'rooms'>} client
 * @param {string} room that is over
 * @param {(ms: number) => Promise<unknown>} [pause]
 * @returns {Promise<GameStatistics | undefined>} undefined when it is not counted in time
 */
export async function statisticsOf(client, room, pause = (ms) => new Promise((done) => setTimeout(done, ms))) {
  for (const wait of LOOKS) {
    await pause(wait);
    const card = await client.rooms.get(room).catch(() => undefined); // the next look may succeed
    if (card?.statistics) return card.statistics;
  }
  return undefined;
}
