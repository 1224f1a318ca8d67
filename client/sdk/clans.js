/** @import {Api} from './api.js' */
/** @import {ClanPage, ClanRequest, ClanHall, ClanRole, MyClan} from './contract.js' */

/** Clans: who is in which, and how one comes in. Show names, mottos and requests as text, never as markup. */
export class Clans {
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /**
   * @param {{q?: string, open?: boolean, level?: number, language?: string, limit?: number, cursor?: string}} [search]
   *   `q`: how the name begins, or the tag; without it the liveliest in the player's language
   * @returns {Promise<ClanPage>}
   */
  find({ open, ...search } = {}) {
    return this.#api.get('/v1/clans', { ...search, ...(open && { open: 'true' }) });
  }

  /** @returns {Promise<MyClan>} the player's clan, what the player has asked for and where it may come in */
  mine() {
    return this.#api.get('/v1/players/me/clan');
  }

  /** @param {string} id @returns {Promise<ClanHall>} with all members */
  get(id) {
    return this.#api.get(path(id));
  }

  /**
   * Founds one, which the player leads.
   *
   * @param {{name: string, tag: string, motto?: string, admission?: 'open' | 'request' | 'invite', level?: number}} clan
   * @returns {Promise<ClanHall>}
   */
  found(clan) {
    return this.#api.post('/v1/clans', clan);
  }

  /**
   * Comes in, or asks to where an officer decides.
   *
   * @param {string} id
   * @param {string} [text] with the request
   * @returns {Promise<{status: 'joined' | 'asked', role?: ClanRole, expires?: string}>}
   */
  join(id, text) {
    return this.#api.post(`${path(id)}/members`, text ? { text } : {});
  }

  /** The player itself leaves, or an officer puts somebody out. @param {string} id @param {string} player */
  async remove(id, player) {
    await this.#api.delete(`${path(id)}/members/${encodeURIComponent(player)}`);
  }

  /** @param {string} id @param {string} player @param {ClanRole} role leader: hands the clan over */
  async appoint(id, player, role) {
    await this.#api.put(`${path(id)}/members/${encodeURIComponent(player)}`, { role });
  }

  /** Who asks to come in; for officers. @param {string} id @returns {Promise<ClanRequest[]>} oldest first */
  async requests(id) {
    return (await this.#api.get(`${path(id)}/requests`)).requests;
  }

  /** @param {string} id @param {string} player */
  async accept(id, player) {
    await this.#api.post(`${path(id)}/requests/${encodeURIComponent(player)}/accept`, {});
  }

  /** An officer refuses, or the player itself asks no more. @param {string} id @param {string} player */
  async refuse(id, player) {
    await this.#api.delete(`${path(id)}/requests/${encodeURIComponent(player)}`);
  }
}

/** @param {string} id */
function path(id) {
  return `/v1/clans/${encodeURIComponent(id)}`;
}
