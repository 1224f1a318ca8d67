import { Problem } from './errors.js';

/** @import {Http} from './http.js' */
/** @import {Session} from './session.js' */

/** Calls as the logged-in player: a refused access token is renewed once. */
export class Api {
  #http;
  #session;

  /**
   * @param {Http} http
   * @param {Session} session
   */
  constructor(http, session) {
    this.#http = http;
    this.#session = session;
  }

  /**
   * @param {string} path
   * @param {Record<string, string | number | undefined>} [query] what is undefined is left out
   */
  get(path, query = {}) {
    const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]));
    return this.#send('GET', pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path, {});
  }

  /**
   * @param {string} path
   * @param {object} body
   * @param {string} [key] Idempotency-Key of what spends or grants
   * @param {{keepalive?: boolean, trace?: string}} [more] keepalive: it may outlive the page; trace: a `traceparent`
   */
  post(path, body, key, more) {
    return this.#send('POST', path, { body, key, ...more });
  }

  /**
   * @param {string} path
   * @param {object} body
   */
  patch(path, body) {
    return this.#send('PATCH', path, { body });
  }

  /**
   * @param {string} path
   * @param {object} body
   */
  put(path, body) {
    return this.#send('PUT', path, { body });
  }

  /** @param {string} path */
  delete(path) {
    return this.#send('DELETE', path, {});
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{body?: object, key?: string, keepalive?: boolean, trace?: string}} options
   */
  async #send(method, path, options) {
    const token = await this.#session.token();
    try {
      return await this.#http.send(method, path, { ...options, token });
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
      return this.#http.send(method, path, { ...options, token: await this.#session.renew(token) });
    }
  }
}
