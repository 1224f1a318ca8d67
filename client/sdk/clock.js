/**
 * The server's time. Every time the server tells had passed when it arrived here, so each is a lower bound, and the
 * highest of them is the best: no request is made for it.
 */
export class ServerClock {
  #now;
  /** Milliseconds that the server is ahead of this machine. */
  #ahead = -Infinity;

  /** @param {() => number} now this machine's clock, milliseconds since 1970 */
  constructor(now) {
    this.#now = now;
  }

  /** @param {number} at a time that the server told just now, milliseconds since 1970 */
  heard(at) {
    if (Number.isFinite(at)) this.#ahead = Math.max(this.#ahead, at - this.#now());
  }

  /** @returns {number} milliseconds since 1970 */
  now() {
    return this.#now() + (this.#ahead === -Infinity ? 0 : this.#ahead);
  }
}
