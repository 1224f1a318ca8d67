import { LIMITS } from './limits.js';

/** Waits that double from the first to the most, each with full jitter. */
export class Backoff {
  #random;
  #count = 0;

  /** @param {() => number} random from 0 up to 1 */
  constructor(random) {
    this.#random = random;
  }

  /** @returns {number} milliseconds to wait now */
  next() {
    const ceiling = Math.min(LIMITS.backoffMost, LIMITS.backoffFirst * 2 ** Math.min(this.#count, 16));
    this.#count++;
    return this.#random() * ceiling;
  }

  reset() {
    this.#count = 0;
  }
}
