import { TEXTS } from './texts.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */

/** What players are called, each asked for once. */
export class Names {
  #client;
  /** @type {Map<string, Promise<string>>} */
  #known = new Map();

  /** @param {Drawbridge} client */
  constructor(client) {
    this.#client = client;
  }

  /**
   * @param {string} player
   * @returns {Promise<string>} never fails: a name is not worth an error
   */
  of(player) {
    if (player === this.#client.playerId) return Promise.resolve(this.#client.player?.name ?? TEXTS.you);
    let name = this.#known.get(player);
    if (!name) {
      name = this.#client.players.card(player).then(
        (card) => card.name,
        () => {
          this.#known.delete(player);
          return TEXTS.somebody;
        },
      );
      this.#known.set(player, name);
    }
    return name;
  }
}
