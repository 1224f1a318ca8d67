/** @import {Api} from './api.js' */
/** @import {BoardPage, BoardRank, BoardRanks} from './contract.js' */

/** The title's boards. */
export class Leaderboards {
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** @returns {Promise<{boards: import('./contract.js').BoardInfo[]}>} */
  list() {
    return this.#api.get('/v1/leaderboards');
  }

  /**
   * @param {string} board
   * @param {{period?: string, scope?: string, limit?: number, cursor?: string}} [page]
   * @returns {Promise<BoardPage>} best first
   */
  page(board, page = {}) {
    return this.#api.get(`/v1/leaderboards/${encodeURIComponent(board)}`, page);
  }

  /**
   * @param {string} board
   * @param {string} player
   * @param {{period?: string, scope?: string, around?: number}} [options] around: entries on each side
   * @returns {Promise<BoardRank>}
   * @throws {import('./errors.js').Problem} 404 when the player has no score yet
   */
  rank(board, player, options = {}) {
    return this.#api.get(`/v1/leaderboards/${encodeURIComponent(board)}/players/${encodeURIComponent(player)}`, options);
  }

  /**
   * @param {string} board
   * @param {string[]} players at most 100: friends, for example
   * @param {{period?: string, scope?: string}} [options]
   * @returns {Promise<BoardRanks>} best first; who has no score is left out
   */
  ranks(board, players, options = {}) {
    return this.#api.get(`/v1/leaderboards/${encodeURIComponent(board)}/players`, { ids: players.join(','), ...options });
  }

  /**
   * Reports a score to a board that takes a player's own word.
   *
   * @param {string} board
   * @param {number} score a whole number
   * @returns {Promise<{rank: number, best: number}>}
   */
  report(board, score) {
    return this.#api.post(`/v1/leaderboards/${encodeURIComponent(board)}/scores`, { score });
  }
}
