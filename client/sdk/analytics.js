import { Backoff } from './backoff.js';
import { Emitter } from './emitter.js';
import { Problem } from './errors.js';
import { LIMITS } from './limits.js';
import { randomText } from './platform.js';

/** @import {Api} from './api.js' */
/** @import {Platform} from './platform.js' */
/** @typedef {{id: string, name: string, at: number, fields: Record<string, string | number | boolean>}} ClientEvent */

const OPTED_OUT = 'drawbridge.unwatched';

/**
 * What happens on this page, told to those who count it: some seconds later, many at once, and when the page goes away.
 * While there is no network the newest are kept. Of a player who does not want to be watched nothing is told.
 *
 * @extends {Emitter<{refused: {event: number, code: string, detail: string}[]}>}
 */
export class Analytics extends Emitter {
  #api;
  #platform;
  #session;
  #backoff;
  #count = 0;
  /** @type {ClientEvent[]} */
  #queue = [];
  /** @type {(() => void) | undefined} takes the wait for the next batch back */
  #waiting;
  /** @type {Promise<void> | undefined} */
  #sending;

  /**
   * @param {Api} api
   * @param {Platform} platform
   */
  constructor(api, platform) {
    super();
    this.#api = api;
    this.#platform = platform;
    this.#session = randomText(platform, 12);
    this.#backoff = new Backoff(platform.random);
    platform.onHide?.(() => void this.#send(true));
    platform.onWake((sign) => sign === 'online' && void this.flush());
  }

  /** Whether nothing is told: the browser or the player said so. */
  get off() {
    return this.#platform.unwatched === true || this.#platform.storage.getItem(OPTED_OUT) !== null;
  }

  /** Tells nothing more from this device, and not what waits. */
  optOut() {
    this.#platform.storage.setItem(OPTED_OUT, '1');
    this.#queue = [];
  }

  /** Tells what waits, as far as it can be told now, and forgets the rest: whoever comes next is somebody else. */
  async leave() {
    await this.flush();
    this.#queue = [];
  }

  /** Takes `optOut` back. A browser that says no is not overruled. */
  optIn() {
    this.#platform.storage.removeItem(OPTED_OUT);
  }

  /**
   * @param {string} name one of the title's `events.json`, told by clients
   * @param {Record<string, string | number | boolean>} [fields] codes and numbers, never what a person wrote
   */
  track(name, fields = {}) {
    if (this.off) return;
    const id = `${this.#session}-${++this.#count}`;
    this.#queue.push({ id, name, at: this.#platform.now(), fields });
    if (this.#queue.length > LIMITS.events) this.#queue.shift();
    if (this.#queue.length === LIMITS.eventBatch) void this.flush();
    else this.#wait(LIMITS.eventWait);
  }

  /** Tells now what waits. @returns {Promise<void>} once it is told, or put off */
  flush() {
    this.#sending ??= this.#send(false).finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  /** @param {number} ms */
  #wait(ms) {
    this.#waiting ??= this.#platform.after(ms, () => {
      this.#waiting = undefined;
      void this.flush();
    });
  }

  /**
   * What is on its way already goes along once more when the page goes away, for nobody will hear whether it arrived:
   * an event that comes twice is known by its id.
   *
   * @param {boolean} keepalive whether the page is going away
   */
  async #send(keepalive) {
    this.#waiting?.();
    this.#waiting = undefined;
    const events = this.#queue.slice(0, LIMITS.eventBatch);
    if (events.length === 0) return;
    try {
      const body = { session: this.#session, sentAt: this.#platform.now(), events };
      const { refused } = await this.#api.post('/v1/analytics', body, undefined, { keepalive });
      this.#backoff.reset();
      this.#forget(events);
      if (refused?.length) this.emit('refused', refused);
    } catch (fault) {
      if (fault instanceof Problem && fault.passing) return this.#wait(this.#pause(fault));
      this.#forget(events); // they would be refused again
    }
    if (this.#queue.length > 0) this.#wait(LIMITS.eventWait);
  }

  /** @param {Problem} fault */
  #pause({ retryAfter = 0 }) {
    return Math.max(LIMITS.eventWait, retryAfter) + this.#backoff.next();
  }

  /** @param {ClientEvent[]} events */
  #forget(events) {
    this.#queue = this.#queue.filter((event) => !events.includes(event));
  }
}
