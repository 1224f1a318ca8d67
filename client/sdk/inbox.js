import { Emitter } from './emitter.js';

/** @import {Api} from './api.js' */
/** @import {MailFrame, MailPage} from './contract.js' */

/**
 * What was written to this player for later. `mail` says that there may be some that `list` did not have yet: when it
 * comes, and after each connection. It is told while the player is in a room.
 *
 * @extends {Emitter<{mail: {id?: string}}>}
 */
export class Inbox extends Emitter {
  #api;
  /** @type {string | undefined} of which was told last: each node that the player is connected to tells it */
  #newest;

  /** @param {Api} api */
  constructor(api) {
    super();
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
   * Takes out what a mail brings, once.
   *
   * @param {string} id
   * @returns {Promise<{granted: {unit: string, amount: number}[]}>}
   */
  claim(id) {
    return this.#api.post(`${path(id)}/claim`, {});
  }

  /**
   * Throws it away; twice is harmless.
   *
   * @param {string} id
   * @returns {Promise<void>}
   */
  async remove(id) {
    await this.#api.delete(path(id));
  }

  /**
   * @package
   * @param {MailFrame} said by a node, after each connection without an id
   */
  heard({ id }) {
    if (id && id === this.#newest) return;
    this.#newest = id ?? this.#newest;
    this.emit('mail', { id });
  }
}

/** @param {string} id */
function path(id) {
  return `/v1/players/me/mail/${encodeURIComponent(id)}`;
}
