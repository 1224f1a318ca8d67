import { randomText } from './platform.js';

/** @import {Api} from './api.js' */
/** @import {Platform} from './platform.js' */

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

/**
 * @typedef {{key: string, value: boolean | number | string, from?: string, until?: string, segment?: object}} Change
 * @typedef {{version: number, at: string, by: string, why: string, changes: Change[]}} ConfigVersion
 * @typedef {{settings: {key: string, usual: boolean | number | string}[], versions: ConfigVersion[]}} ConfigPage
 * @typedef {{month: string, state: 'asked' | 'closing' | 'closed', manifest?: any}} Statement
 * @typedef {{id: string, at: string, room: string, by: string, about: string, reason: string, context: any, closedBy?: string}} Report
 */

/** What support and admins may do; everybody else is refused with `forbidden`. Each change wants a reason. */
export class Support {
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
   * @param {'open' | 'closed'} [state]
   * @returns {Promise<{reports: Report[], next?: string}>} what players report, newest first
   */
  reports(state = 'open') {
    return this.#api.get('/v1/admin/reports', { state });
  }

  /**
   * @param {string} report its id
   * @param {string} reason how it was dealt with
   * @returns {Promise<Report>}
   */
  closeReport(report, reason) {
    return this.#api.post(`/v1/admin/reports/${encodeURIComponent(report)}/close`, { reason });
  }

  /** @param {string} player @returns {Promise<{balances: Record<string, number>, debts: Record<string, number>, items: any[]}>} */
  wallet(player) {
    return this.#api.get(`/v1/admin/players/${encodeURIComponent(player)}/wallet`);
  }

  /**
   * Gives something, or takes it back. It is tried again after a passing failure, and happens once.
   *
   * @param {string} player
   * @param {{kind: string, id: string, amount: number, instance?: string}} gift kind: of goods, or `currency`; a
   *   negative amount is taken
   * @param {string} reason
   * @returns {Promise<{transaction: string, balances: Record<string, number>}>}
   */
  grant(player, gift, reason) {
    const key = randomText(this.#platform, 16);
    return this.#api.post(`/v1/admin/players/${encodeURIComponent(player)}/grants`, { ...gift, reason }, key);
  }

  /**
   * Writes to a player's inbox; for admins.
   *
   * @param {string} player
   * @param {{subject: string, text: string, attachments?: {unit: string, amount: number}[], days?: number}} mail
   * @param {string} reason
   */
  mail(player, mail, reason) {
    return this.#api.post(`/v1/admin/players/${encodeURIComponent(player)}/mail`, { ...mail, reason });
  }

  /** @param {string} player @returns {Promise<any[]>} the newest, each with its whole story */
  async payments(player) {
    return (await this.#api.get('/v1/admin/payments', { player })).payments;
  }

  /**
   * Gives all that is left of a payment back through its provider, once.
   *
   * @param {string} order
   * @param {string} reason
   * @returns {Promise<any>} the payment as it stands now
   */
  refund(order, reason) {
    const path = `/v1/admin/payments/${encodeURIComponent(order)}/refund`;
    return this.#api.post(path, { reason }, randomText(this.#platform, 16));
  }

  /** @returns {Promise<ConfigPage>} what the title lets be changed, and what was, newest version first */
  config() {
    return this.#api.get('/v1/admin/config');
  }

  /**
   * Writes the next version of the live configuration; for admins.
   *
   * @param {number} seen the version that was looked at; 0 before the first
   * @param {Change[]} changes all that hold from now on
   * @param {string} reason
   * @returns {Promise<ConfigVersion>}
   */
  configure(seen, changes, reason) {
    return this.#api.put('/v1/admin/config', { version: seen, changes, reason });
  }

  /**
   * @param {number} version that holds again; 0: the title's usual values
   * @param {string} reason
   * @returns {Promise<ConfigVersion>}
   */
  rollBack(version, reason) {
    return this.#api.post('/v1/admin/config/rollback', { version, reason });
  }

  /**
   * Opens the server or closes it for a maintenance; for admins.
   *
   * @param {'open' | 'maintenance'} status
   * @param {string | undefined} message for the players
   * @param {string} reason
   */
  server(status, message, reason) {
    return this.#api.put('/v1/admin/status', { status, message, reason });
  }

  /** @param {string} month `2026-10` @returns {Promise<Statement>} for admins */
  statement(month) {
    return this.#api.get(`/v1/admin/statements/${encodeURIComponent(month)}`);
  }

  /**
   * Asks for a month of the books to be closed; for admins. It takes seconds to minutes.
   *
   * @param {string} month
   * @param {string} reason
   * @returns {Promise<Statement>}
   */
  closeMonth(month, reason) {
    return this.#api.post(`/v1/admin/statements/${encodeURIComponent(month)}`, { reason });
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
   * Ends a room, whatever its rules say, within seconds.
   *
   * @param {string} room
   * @param {string} reason
   */
  closeRoom(room, reason) {
    return this.#api.post(`/v1/admin/rooms/${encodeURIComponent(room)}/close`, { reason });
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
