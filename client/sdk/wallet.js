/** @import {Api} from './api.js' */
/** @import {Grant} from './contract.js' */

/** What the player has. */
export class Wallet {
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** @returns {Promise<Record<string, number>>} by currency: `{gold: 50}` */
  async balances() {
    return (await this.#api.get('/v1/wallet')).balances;
  }

  /**
   * @param {{limit?: number, cursor?: string}} [page]
   * @returns {Promise<{entries: import('./contract.js').LedgerEntry[], next?: string}>} newest first
   */
  entries(page = {}) {
    return this.#api.get('/v1/wallet/entries', page);
  }

  /** @returns {Promise<Grant[]>} all goods, over all pages */
  async inventory() {
    /** @type {Grant[]} */
    const all = [];
    /** @type {string | undefined} */
    let cursor;
    do {
      const page = await this.#api.get('/v1/inventory', { limit: 100, cursor });
      all.push(...page.items);
      cursor = page.next;
    } while (cursor);
    return all;
  }
}
