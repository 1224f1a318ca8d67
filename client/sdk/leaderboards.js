/** @import {Api} from './api.js' */
/** @import {BoardPage, BoardRank} from './contract.js' */

/** The title's boards. */
export class Leaderboards {
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** @returns {Promise<{boards: {board: string, title?: string}[]}>} */
  list() {
    return this.#api.get('/v1/leaderboards');
  }

  /**
   * @param {string} board
   * @param {{period?: string, limit?: number, cursor?: string}} [page]
   * @returns {Promise<BoardPage>} best first
   */
  page(board, page = {}) {
    return this.#api.get(`/v1/leaderboards/${encodeURIComponent(board)}`, page);
  }

  /**
   * @param {string} board
   * @param {string} player
   * @param {{period?: string, around?: number}} [options] around: entries on each side
   * @returns {Promise<BoardRank>}
   * @throws {import('./errors.js').Problem} 404 when the player has no score yet
   */
  rank(board, player, options = {}) {
    return this.#api.get(`/v1/leaderboards/${encodeURIComponent(board)}/players/${encodeURIComponent(player)}`, options);
  }
}
