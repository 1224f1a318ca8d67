import { Problem } from './errors.js';
import { exclusive } from './exclusive.js';
import { LIMITS } from './limits.js';
import { randomText } from './platform.js';

/** @import {Platform} from './platform.js' */
/** @import {Http} from './http.js' */
/** @import {Profile, SessionAnswer} from './contract.js' */
/**
 * @typedef {SessionAnswer & {endsAt: number, way?: string}} KeptSession endsAt: of the access token, milliseconds since
 *   1970; way: absent of a guest's
 */

const DEVICE = 'drawbridge.device';
const SESSION = 'drawbridge.session';
const LEASE = 'drawbridge.renewing';

/**
 * The player's session. All tabs share it through the storage: only one of them at a time may renew it, since a
 * refresh token used twice ends the whole session.
 */
export class Session {
  #platform;
  #http;
  /** @type {Promise<string> | undefined} */
  #renewing;

  /**
   * @param {Platform} platform
   * @param {Http} http
   */
  constructor(platform, http) {
    this.#platform = platform;
    this.#http = http;
  }

  /** @returns {KeptSession | undefined} as any tab kept it last */
  get kept() {
    return this.#read(SESSION);
  }

  /** Logs in as this device's guest, unless a session is kept. @returns {Promise<boolean>} whether one was kept */
  async open() {
    if (this.kept) return true;
    return exclusive(this.#platform, LEASE, async () => {
      if (this.kept) return true;
      this.#keep(await this.#login());
      return false;
    });
  }

  /**
   * Logs in another way than as this device's guest, in all tabs. The session before goes on at the server, unseen.
   *
   * @param {string} way `facebook`, `instant`, `oidc/google`
   * @param {object} body of that login call
   */
  enter(way, body) {
    return exclusive(this.#platform, LEASE, async () => {
      this.#keep({ ...(await this.#http.send('POST', `/v1/login/${way}`, { body })), way });
    });
  }

  /** @returns {Promise<string>} an access token that lasts for another request */
  async token() {
    const kept = this.#need();
    if (!this.#ending(kept)) return kept.accessToken;
    try {
      return await this.renew(kept.accessToken);
    } catch (problem) {
      const lastsYet = kept.endsAt > this.#platform.now();
      if (lastsYet && problem instanceof Problem && problem.passing) return kept.accessToken;
      throw problem;
    }
  }

  /**
   * @param {string} stale an access token that was refused or is about to end
   * @returns {Promise<string>} a newer one; all who ask at once get the same
   */
  renew(stale) {
    this.#renewing ??= exclusive(this.#platform, LEASE, () => this.#replace(stale)).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** @param {string} stale */
  async #replace(stale) {
    const kept = this.#need();
    if (kept.accessToken !== stale && !this.#ending(kept)) return kept.accessToken;
    return this.#keep(await this.#refresh(kept)).accessToken;
  }

  /**
   * A guest's session that has ended (unused for long, or its token was used twice) is no loss: the device logs in
   * again. Who came another way must come that way again.
   *
   * @param {KeptSession} kept
   * @returns {Promise<SessionAnswer & {way?: string}>}
   */
  async #refresh({ refreshToken, way }) {
    try {
      return { ...(await this.#http.send('POST', '/v1/login/refresh', { body: { refreshToken } })), way };
    } catch (problem) {
      if (!(problem instanceof Problem) || ![400, 401, 403].includes(problem.status)) throw problem;
      if (!way) return this.#login();
      if (problem.code !== 'banned') this.#platform.storage.removeItem(SESSION);
      throw problem;
    }
  }

  /** @returns {Promise<SessionAnswer>} */
  #login() {
    /** @type {{deviceId: string, secret: string} | undefined} */
    let device = this.#read(DEVICE);
    if (!device) {
      device = { deviceId: randomText(this.#platform, 16), secret: randomText(this.#platform, 32) };
      this.#platform.storage.setItem(DEVICE, JSON.stringify(device));
    }
    return this.#http.send('POST', '/v1/login/guest', { body: device });
  }

  /**
   * Ends the session in all tabs. The device stays known: `connect` logs the same guest in again.
   *
   * @param {boolean} everywhere on all devices
   */
  async close(everywhere = false) {
    const { kept } = this;
    if (!kept) return;
    this.#platform.storage.removeItem(SESSION);
    await this.#http.send('POST', '/v1/logout', {
      body: { refreshToken: kept.refreshToken, ...(everywhere && { everywhere }) },
    });
  }

  /** @param {Profile} player as the server has just told it */
  know(player) {
    const { kept } = this;
    if (kept) this.#platform.storage.setItem(SESSION, JSON.stringify({ ...kept, player }));
  }

  #need() {
    const { kept } = this;
    if (kept) return kept;
    throw new Problem({ status: 401, code: 'unauthorized', detail: 'not logged in' });
  }

  /** @param {KeptSession} kept */
  #ending(kept) {
    return kept.endsAt - LIMITS.renewBefore <= this.#platform.now();
  }

  /** @param {SessionAnswer & {way?: string}} session */
  #keep(session) {
    const kept = { ...session, endsAt: this.#platform.now() + session.expiresIn * 1000 };
    this.#platform.storage.setItem(SESSION, JSON.stringify(kept));
    return kept;
  }

  /** @param {string} key */
  #read(key) {
    try {
      return JSON.parse(this.#platform.storage.getItem(key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }
}
