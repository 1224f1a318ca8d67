import { randomText } from './platform.js';

/** @import {Api} from './api.js' */
/** @import {Platform} from './platform.js' */
/** @import {Catalogue, OrderAnswer, Price} from './contract.js' */

/** What is for sale, and buying it. */
export class Store {
  #api;
  #platform;

  /**
   * @param {Api} api
   * @param {Platform} platform
   */
  constructor(api, platform) {
    this.#api = api;
    this.#platform = platform;
  }

  /** @returns {Promise<Catalogue>} */
  list() {
    return this.#api.get('/v1/store');
  }

  /**
   * What this player can buy, at the price that they pay: first-purchase offers, experiments, requirements and limits
   * are in it.
   *
   * @returns {Promise<Catalogue>}
   */
  offers() {
    return this.#api.get('/v1/store/offers');
  }

  /** @returns {string} names one order for ever: asking again with the same key buys once */
  newKey() {
    return randomText(this.#platform, 16);
  }

  /**
   * Buys for game currency. It is tried again after a passing failure, always with the same key.
   *
   * @param {string} sku
   * @param {object} [options]
   * @param {number} [options.quantity]
   * @param {Price} [options.expectedPrice] what the player was shown, for one piece; another price is refused
   * @param {string} [options.key] give your own to ask again after a failure that may have been none
   * @returns {Promise<OrderAnswer>}
   * @throws {import('./errors.js').Problem} `insufficient-funds` …
   */
  order(sku, { quantity = 1, expectedPrice, key = this.newKey() } = {}) {
    return this.#api.post('/v1/store/orders', { sku, quantity, expectedPrice }, key);
  }
}
