import { Problem } from './errors.js';

/** @import {Api} from './api.js' */
/** @import {Subscription, Topic} from './contract.js' */

/** The title's mailing list. */
export class Mailing {
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** @returns {Promise<Subscription | undefined>} undefined when the player never asked for one */
  async get() {
    try {
      return await this.#api.get('/v1/players/me/mailing');
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 404) return undefined;
      throw problem;
    }
  }

  /**
   * Subscribes. Unless the address has agreed before, it is asked by e-mail, and until it agrees the state is `asked`.
   *
   * @param {string} address
   * @param {Topic[]} topics one at least
   * @returns {Promise<Subscription>}
   */
  put(address, topics) {
    return this.#api.put('/v1/players/me/mailing', { address, topics });
  }

  /** Ends it; twice is harmless. */
  async end() {
    await this.#api.delete('/v1/players/me/mailing');
  }
}
