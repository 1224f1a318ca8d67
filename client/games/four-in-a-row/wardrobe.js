import { Emitter } from '../../sdk/emitter.js';
import { browserPlatform } from '../../sdk/platform.js';
import { PLAIN, boughtLook } from './view/looks.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */
/** @import {Disc} from './grid.js' */
/** @import {Look} from './view/looks.js' */

const WORN = 'four-in-a-row.worn';

/**
 * Which discs the player owns, and which of them the player's own are painted as on this device.
 *
 * @extends {Emitter<{change: undefined}>}
 */
export class Wardrobe extends Emitter {
  #client;
  #storage = browserPlatform().storage;
  /** @type {Set<string>} goods by id */
  #owned = new Set();

  /** @param {Drawbridge} client */
  constructor(client) {
    super();
    this.#client = client;
  }

  async refresh() {
    const goods = await this.#client.wallet.inventory();
    this.#owned = new Set(goods.map(({ id }) => id));
    this.emit('change', undefined);
  }

  /** @param {string} good */
  owns(good) {
    return this.#owned.has(good);
  }

  /** @returns {string | undefined} the good that is in use */
  get worn() {
    const good = this.#storage.getItem(WORN);
    return good && this.owns(good) ? good : undefined;
  }

  /** @param {string | undefined} good undefined: the house colours */
  wear(good) {
    this.#storage.setItem(WORN, good ?? '');
    this.emit('change', undefined);
  }

  /** @param {string} good has just been bought */
  add(good) {
    this.#owned.add(good);
    this.wear(good);
  }

  /**
   * @param {Disc} mine
   * @returns {Record<Disc, Look>}
   */
  looks(mine) {
    return this.worn ? { ...PLAIN, [mine]: boughtLook(this.worn) } : PLAIN;
  }
}
