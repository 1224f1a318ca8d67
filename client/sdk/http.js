import { Backoff } from './backoff.js';
import { Problem } from './errors.js';
import { LIMITS } from './limits.js';
import { pause } from './platform.js';

/** @import {Platform} from './platform.js' */
/** @import {ServerClock} from './clock.js' */

/** One origin's HTTP calls: time limits, repeats where they are harmless, problems as errors. */
export class Http {
  #platform;
  #origin;
  #clock;

  /**
   * @param {Platform} platform
   * @param {string} origin without a slash at its end; empty for the page's own
   * @param {ServerClock} clock is told the time of every answer
   */
  constructor(platform, origin, clock) {
    this.#platform = platform;
    this.#origin = origin;
    this.#clock = clock;
  }

  /**
   * @param {string} method
   * @param {string} path with its query
   * @param {{body?: object, token?: string, key?: string, keepalive?: boolean, trace?: string}} [options] `key`: the Idempotency-Key. A
   *   GET, and what has a key, is sent again after a passing failure; nothing else is. `keepalive`: outlives the page
   * @returns {Promise<any>} the answer's JSON
   * @throws {Problem}
   */
  async send(method, path, { body, token, key, keepalive, trace } = {}) {
    const repeatable = method === 'GET' || key !== undefined;
    const backoff = new Backoff(this.#platform.random);
    const init = { method, headers: headers(body, token, key, trace), body: body && JSON.stringify(body), keepalive };
    for (let tries = 1; ; tries++) {
      try {
        return await this.#once(path, init);
      } catch (fault) {
        const wait = fault instanceof Problem && fault.passing ? (fault.retryAfter ?? backoff.next()) : Infinity;
        if (!repeatable || tries >= LIMITS.requestTries || wait > LIMITS.retryAfter) throw fault;
        await pause(this.#platform, wait);
      }
    }
  }

  /**
   * @param {string} path
   * @param {RequestInit} init
   */
  async #once(path, init) {
    const limit = new AbortController();
    const cancel = this.#platform.after(LIMITS.request, () => limit.abort());
    try {
      const answer = await this.#platform.fetch(this.#origin + path, { ...init, signal: limit.signal });
      const text = await answer.text();
      this.#clock.heard(Date.parse(answer.headers.get('Date') ?? ''));
      if (!answer.ok) throw this.#problem(answer, text);
      return text ? JSON.parse(text) : undefined;
    } catch (fault) {
      throw fault instanceof Problem ? fault : unanswered(limit.signal.aborted, fault);
    } finally {
      cancel();
    }
  }

  /**
   * @param {Response} answer
   * @param {string} text
   */
  #problem(answer, text) {
    const { status } = answer;
    const { code, title, detail, more } = parsed(text);
    const retryAfter = this.#retryAfter(answer.headers.get('Retry-After'));
    return new Problem({ status, code: code ?? usualCode(status), title, detail, retryAfter, more });
  }

  /**
   * @param {string | null} value seconds, or a date
   * @returns {number | undefined} milliseconds
   */
  #retryAfter(value) {
    if (!value) return undefined;
    const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - this.#platform.now();
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
  }
}

/**
 * @param {object | undefined} body
 * @param {string | undefined} token
 * @param {string | undefined} key
 * @param {string | undefined} trace
 */
function headers(body, token, key, trace) {
  /** @type {Record<string, string>} */
  const all = { Accept: 'application/json' };
  if (body) all['Content-Type'] = 'application/json';
  if (token) all['Authorization'] = `Bearer ${token}`;
  if (key) all['Idempotency-Key'] = key;
  if (trace) all['traceparent'] = trace;
  return all;
}

/**
 * @param {string} text
 * @returns {{code?: string, title?: string, detail?: string, more?: Record<string, any>}} empty when it is no problem document
 */
function parsed(text) {
  try {
    const { code, title, detail, type: _type, status: _status, ...more } = JSON.parse(text);
    return { code, title, detail, more };
  } catch {
    return {};
  }
}

/** What stands between us and the server (a proxy, a gateway) answers without our codes. @param {number} status */
function usualCode(status) {
  /** @type {Record<number, string>} */
  const codes = { 401: 'unauthorized', 403: 'forbidden', 404: 'not-found', 413: 'too-big', 429: 'rate', 503: 'busy' };
  return codes[status] ?? (status < 500 ? 'bad' : 'internal');
}

/**
 * @param {boolean} late
 * @param {unknown} fault
 */
function unanswered(late, fault) {
  const detail = fault instanceof Error ? fault.message : String(fault);
  if (late) return new Problem({ status: 0, code: 'timeout', detail });
  return new Problem({ status: 0, code: 'unreachable', detail });
}
