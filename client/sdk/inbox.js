/** @import {Api} from './api.js' */
/** @import {MailPage} from './contract.js' */

/** What rooms wrote to this player for after the game. */
export class Inbox {
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /**
   * @param {{limit?: number, cursor?: string}} [page]
   * @returns {Promise<MailPage>} newest first; show subject and text as text, never as markup
   */
  list(page = {}) {
    return this.#api.get('/v1/players/me/mail', page);
  }

  /**
   * Throws it away; twice is harmless.
   *
   * @param {string} id
   * @returns {Promise<void>}
   */
  async remove(id) {
    await this.#api.delete(`/v1/players/me/mail/${encodeURIComponent(id)}`);
  }
}
