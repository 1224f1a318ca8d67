import { Emitter } from './emitter.js';

/** @import {Api} from './api.js' */
/** @import {Platform} from './platform.js' */
/** @import {ConfigValues, ServerFrame} from './contract.js' */

/** Milliseconds within which all clients ask again, so that they do not all at the same moment. */
const SPREAD = 1000;

/**
 * The live configuration: values that the operators change while the game runs. `change` tells the new values, `server`
 * how the server is, both while the player is in a room.
 *
 * @extends {Emitter<{change: ConfigValues, server: {status: string, message?: string}}>}
 */
export class Config extends Emitter {
  #api;
  #platform;
  #waiting = false;
  #newest = 0;

  /**
   * @param {Api} api
   * @param {Platform} platform
   */
  constructor(api, platform) {
    super();
    this.#api = api;
    this.#platform = platform;
  }

  /** @returns {Promise<ConfigValues>} as they are for this player now */
  get() {
    return this.#api.get('/v1/config', { version: this.#newest || undefined });
  }

  /**
   * @package
   * @param {ServerFrame} said by the node
   */
  heard({ status, message, configVersion }) {
    this.emit('server', { status, message });
    this.#newest = Math.max(this.#newest, configVersion);
    if (this.#waiting) return;
    this.#waiting = true;
    this.#platform.after(this.#platform.random() * SPREAD, () => this.#ask());
  }

  async #ask() {
    this.#waiting = false;
    try {
      this.emit('change', await this.get());
    } catch {
      // the next change tells again, and so does the next get
    }
  }
}
