/** @import {Api} from './api.js' */
/** @import {Http} from './http.js' */
/** @import {Session} from './session.js' */
/** @import {Card, Profile} from './contract.js' */
/** @typedef {{offer: string, expiresAt: string, player: Card}} MergeOffer in `problem.more.merge` of `identity-taken` */

/** The ways that lead to the player. */
export class Identities {
  #api;
  #http;
  #session;

  /**
   * @param {Api} api
   * @param {Http} http
   * @param {Session} session
   */
  constructor(api, http, session) {
    this.#api = api;
    this.#http = http;
    this.#session = session;
  }

  /** @returns {Promise<string>} to have signed by whoever says who the player is; good once */
  async nonce() {
    return (await this.#http.send('GET', '/v1/login/nonce')).nonce;
  }

  /**
   * Adds a way.
   *
   * @param {string} provider `guest`, `facebook`, `instant`, or an OpenID provider's name
   * @param {object} body of that provider's login call
   * @returns {Promise<string[]>} the names of all ways
   * @throws {import('./errors.js').Problem} `identity-taken`, perhaps with an offer to merge in `more`
   */
  async link(provider, body) {
    return (await this.#api.post('/v1/login/link', { ...body, provider })).identities;
  }

  /**
   * Takes a way, but never the last.
   *
   * @param {string} provider
   * @returns {Promise<string[]>} the names of those that are left
   */
  async unlink(provider) {
    return (await this.#api.delete(`/v1/login/link/${encodeURIComponent(provider)}`)).identities;
  }

  /**
   * Makes the other player part of this one.
   *
   * @param {MergeOffer} merge
   * @returns {Promise<Profile>}
   */
  async merge({ offer }) {
    const profile = await this.#api.post('/v1/login/merge', { offer });
    this.#session.know(profile);
    return profile;
  }

  /** @returns {Promise<object>} all that is held of the player */
  export() {
    return this.#api.get('/v1/players/me/export');
  }

  /** @returns {Promise<{confirmationCode: string, url: string}>} where it is told how far the deletion is */
  forget() {
    return this.#api.delete('/v1/players/me');
  }
}
