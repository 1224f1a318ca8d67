import { LIMITS } from './limits.js';

/** Keeps a player's moves within the node's rate, so that none is denied for haste. */
export class Pace {
  #now;
  #rate = Number(LIMITS.rate);
  #burst = Number(LIMITS.burst);
  #tokens = this.#burst;
  #filledAt;

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.#now = now;
    this.#filledAt = now();
  }

  /** @param {{rate: number, burst: number}} limits the node's own: moves a second, moves at once */
  keep({ rate, burst }) {
    this.#rate = rate;
    this.#burst = burst;
  }

  /** Takes the right to one move. @returns {number} 0 when it is given, else milliseconds to wait before asking again */
  take() {
    const now = this.#now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) * this.#rate) / 1000);
    this.#filledAt = now;
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) * 1000) / this.#rate);
    this.#tokens--;
    return 0;
  }
}
