import { Analytics } from './analytics.js';
import { Api } from './api.js';
import { Clans } from './clans.js';
import { ServerClock } from './clock.js';
import { Config } from './config.js';
import { Problem } from './errors.js';
import { Http } from './http.js';
import { Identities } from './identities.js';
import { Inbox } from './inbox.js';
import { Leaderboards } from './leaderboards.js';
import { Links } from './links.js';
import { Mailing } from './mailing.js';
import { Market } from './market.js';
import { Pace } from './pace.js';
import { Payments } from './payments.js';
import { browserPlatform } from './platform.js';
import { Players } from './players.js';
import { Rooms } from './rooms.js';
import { Session } from './session.js';
import { Store } from './store.js';
import { Support } from './support.js';
import { Wallet } from './wallet.js';

/** @import {Platform, KeyStore} from './platform.js' */
/** @import {Profile} from './contract.js' */

export { Denied, Problem, Stopped } from './errors.js';
export { Room } from './room.js';
export { memoryStore } from './platform.js';

/**
 * @template State
 * @typedef {import('./replica.js').Fold<State>} Fold
 */

/**
 * A player's way to the server: `await Drawbridge.connect()`.
 *
 * @typedef {object} ConnectOptions
 * @property {string} [origin] of the server, as `https://play.example.com`; the page's own when not given
 * @property {KeyStore} [storage] keeps the device's identity and the session; `localStorage` when not given
 * @property {Partial<Platform>} [platform] time, dice and network for tests; the browser's when not given
 */
export class Drawbridge {
  #http;
  #session;
  #clock;
  #links;

  /**
   * @private call {@link Drawbridge.connect}
   * @param {string} origin
   * @param {Platform} platform
   */
  constructor(origin, platform) {
    this.#clock = new ServerClock(platform.now);
    this.#http = new Http(platform, origin.replace(/\/$/, ''), this.#clock);
    this.#session = new Session(platform, this.#http);
    const api = new Api(this.#http, this.#session);
    const pace = new Pace(platform.now);
    this.config = new Config(api, platform);
    this.inbox = new Inbox(api);
    this.#links = new Links(platform, {
      welcome: ({ limits }) => limits && pace.keep(limits),
      server: (said) => this.config.heard(said),
      mail: (said) => this.inbox.heard(said),
    });
    this.players = new Players(api, this.#session);
    this.identities = new Identities(api, this.#http, this.#session);
    this.store = new Store(api, platform);
    this.wallet = new Wallet(api);
    this.leaderboards = new Leaderboards(api);
    this.clans = new Clans(api);
    this.support = new Support(api, platform);
    this.payments = new Payments(api, platform, () => this.playerId);
    this.mailing = new Mailing(api);
    this.analytics = new Analytics(api, platform);
    this.rooms = new Rooms(api, {
      platform,
      clock: this.#clock,
      links: this.#links,
      pace,
      player: () => this.playerId,
    });
    this.market = new Market(api, platform, this.rooms);
  }

  /**
   * Logs in as this device's guest, or goes on with the session that any of its tabs keeps.
   *
   * @param {ConnectOptions} [options]
   * @returns {Promise<Drawbridge>}
   * @throws {import('./errors.js').Problem}
   */
  static async connect({ origin = '', storage, platform } = {}) {
    const client = new Drawbridge(origin, { ...browserPlatform(), ...(storage && { storage }), ...platform });
    const kept = await client.#session.open();
    if (kept) await client.#check();
    return client;
  }

  /**
   * Logs in another way than as this device's guest, and stays so in all tabs.
   *
   * @param {string} way `facebook`, `instant`, `oidc/google`
   * @param {object} body of that login call: `{signedRequest}`, `{signedPlayerInfo, signedAsid}`, `{idToken, nonce}`
   * @param {ConnectOptions} [options]
   * @returns {Promise<Drawbridge>}
   * @throws {import('./errors.js').Problem}
   */
  static async login(way, body, { origin = '', storage, platform } = {}) {
    const client = new Drawbridge(origin, { ...browserPlatform(), ...(storage && { storage }), ...platform });
    await client.#session.enter(way, body);
    return client;
  }

  /** A kept session may have ended, and its player may be gone or have another name now. */
  async #check() {
    try {
      await this.players.me();
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
      await this.#session.renew(this.#session.kept?.accessToken ?? '');
    }
  }

  get playerId() {
    return this.#session.kept?.playerId ?? '';
  }

  /** @returns {Profile | undefined} as the server told it last; undefined after a logout */
  get player() {
    return this.#session.kept?.player;
  }

  /** Whether this login made the account. */
  get newPlayer() {
    return this.#session.kept?.newPlayer ?? false;
  }

  /** @returns {{room: string, kind: string}[]} in which the player sat at login and which went on */
  get openRooms() {
    return this.#session.kept?.rooms ?? [];
  }

  /** @returns {import('./contract.js').ServerStatus | undefined} as the last login told it */
  get server() {
    return this.#session.kept?.server;
  }

  /** @returns {number} the server's time, milliseconds since 1970: deadlines are told in it */
  now() {
    return this.#clock.now();
  }

  /** @returns {Promise<{status: string, players: number, rooms: number, nodes: number, message?: string}>} */
  status() {
    return this.#http.send('GET', '/v1/status');
  }

  /** Drops all connections as a bad network would; they come back by themselves. For trying that out. */
  cut() {
    this.#links.cut();
  }

  /**
   * Leaves all rooms and ends the session, in all tabs. The device still knows its guest: `connect` comes back.
   *
   * @param {{everywhere?: boolean}} [options] everywhere: on all devices
   */
  async logout({ everywhere = false } = {}) {
    this.rooms.close();
    await this.analytics.leave();
    await this.#session.close(everywhere);
  }
}
