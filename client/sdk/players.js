/** @import {Api} from './api.js' */
/** @import {Session} from './session.js' */
/** @import {Card, Profile} from './contract.js' */

/** The player's own profile, and everybody's public card. */
export class Players {
  #api;
  #session;

  /**
   * @param {Api} api
   * @param {Session} session
   */
  constructor(api, session) {
    this.#api = api;
    this.#session = session;
  }

  /** @returns {Promise<Profile>} */
  async me() {
    return this.#know(await this.#api.get('/v1/players/me'));
  }

  /**
   * @param {{name?: string, locale?: string, country?: string, avatar?: string, affiliate?: string}} changes affiliate:
   *   who brought the player; the first one stays
   * @returns {Promise<Profile>} as it is now
   */
  async change(changes) {
    return this.#know(await this.#api.patch('/v1/players/me', changes));
  }

  /** @param {Profile} profile */
  #know(profile) {
    this.#session.know(profile);
    return profile;
  }

  /**
   * @param {string} player
   * @returns {Promise<Card>}
   */
  card(player) {
    return this.#api.get(`/v1/players/${encodeURIComponent(player)}`);
  }
}
