/** @import {Api} from './api.js' */

/**
 * @typedef {object} NodeLine
 * @property {string} node
 * @property {'ok' | 'full' | 'drain'} state
 * @property {number} rooms
 * @property {number} players
 * @property {string} beatAt
 */

/**
 * @typedef {object} AuditLine
 * @property {string} at
 * @property {string} who
 * @property {string} what
 * @property {string} outcome `begun`, `done`, or a problem's code
 * @property {string} [subject]
 * @property {string} [why]
 */

/**
 * @typedef {{seq: number, at: number, by?: string, body: any}} Logged
 * @typedef {{events: Logged[], head: number, over: boolean, kind: string}} LogPage
 */

/** What support and admins may do; everybody else is refused with `forbidden`. Each change wants a reason. */
export class Support {
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** @returns {Promise<NodeLine[]>} */
  async nodes() {
    return (await this.#api.get('/v1/admin/nodes')).nodes;
  }

  /**
   * Lets a node give its rooms away; for admins.
   *
   * @param {string} node
   * @param {string} reason
   */
  drain(node, reason) {
    return this.#api.post(`/v1/admin/nodes/${encodeURIComponent(node)}/drain`, { reason });
  }

  /**
   * @param {{name?: string, id?: string, identity?: string}} wanted one of them; an identity is `PROVIDER:KEY`
   * @returns {Promise<{playerId: string, name: string}[]>}
   */
  async find(wanted) {
    return (await this.#api.get('/v1/admin/players', wanted)).players;
  }

  /** @param {string} player @returns {Promise<any>} profile, identities, sessions, bans, open rooms */
  show(player) {
    return this.#api.get(`/v1/admin/players/${encodeURIComponent(player)}`);
  }

  /**
   * @param {string} player
   * @param {'all' | 'chat' | 'market' | 'rooms'} scope
   * @param {string} reason
   * @param {string} [until] an instant; for good without it
   */
  ban(player, scope, reason, until) {
    return this.#api.post(`/v1/admin/players/${encodeURIComponent(player)}/bans`, { scope, reason, until });
  }

  /**
   * @param {string} player
   * @param {string} scope
   * @param {string} reason
   */
  lift(player, scope, reason) {
    return this.#api.delete(`/v1/admin/players/${encodeURIComponent(player)}/bans/${scope}?${new URLSearchParams({ reason })}`);
  }

  /**
   * @param {string} player
   * @param {string} reason
   */
  logout(player, reason) {
    return this.#api.delete(`/v1/admin/players/${encodeURIComponent(player)}/sessions?${new URLSearchParams({ reason })}`);
  }

  /**
   * What was done, newest first; for admins.
   *
   * @param {{subject?: string, day?: string, cursor?: string}} about
   * @returns {Promise<{entries: AuditLine[], next?: string}>}
   */
  audit(about) {
    return this.#api.get('/v1/admin/audit', about);
  }

  /**
   * @param {string} room
   * @param {number} after a seq
   * @returns {Promise<LogPage>}
   */
  log(room, after) {
    return this.#api.get(`/v1/rooms/${encodeURIComponent(room)}/log`, { after });
  }
}
