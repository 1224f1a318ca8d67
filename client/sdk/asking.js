import { Backoff } from './backoff.js';
import { Problem } from './errors.js';

/** @import {Platform} from './platform.js' */
/** @import {Seat} from './contract.js' */

/** Asks the join call where a room is now, until it answers: with back-off, or at once when somebody is looking. */
export class Asking {
  #platform;
  #call;
  #backoff;
  /** Which start this is: an answer to an earlier one is worthless. */
  #start = 0;
  /** @type {(() => void) | undefined} */
  #cancelWait;
  /** @type {() => void} */
  #ask = () => {};

  /**
   * @param {Platform} platform
   * @param {() => Promise<Seat>} call
   */
  constructor(platform, call) {
    this.#platform = platform;
    this.#call = call;
    this.#backoff = new Backoff(platform.random);
  }

  /**
   * @param {(seat: Seat) => void} seated
   * @param {(problem: Problem) => void} refused for good
   * @param {number} [wait] milliseconds before the first call; the back-off's when not given
   */
  start(seated, refused, wait = this.#backoff.next()) {
    this.stop();
    const start = this.#start;
    /** @param {() => void} task */
    const current = (task) => start === this.#start && task();
    /** @param {unknown} fault */
    const failed = (fault) => {
      if (!(fault instanceof Problem)) throw fault;
      if (fault.passing || fault.status >= 500) this.#later(Math.max(this.#backoff.next(), fault.retryAfter ?? 0));
      else refused(fault);
    };
    this.#ask = () => {
      this.#cancelWait = undefined;
      this.#call().then(
        (seat) => current(() => seated(seat)),
        (fault) => current(() => failed(fault)),
      );
    };
    this.#later(wait);
  }

  /** @param {number} ms */
  #later(ms) {
    this.#cancelWait = this.#platform.after(ms, this.#ask);
  }

  wake() {
    if (!this.#cancelWait) return;
    this.#cancelWait();
    this.#ask();
  }

  /** The room is entered: the next trouble starts with short waits again. */
  settled() {
    this.#backoff.reset();
  }

  stop() {
    this.#start++;
    this.#cancelWait?.();
    this.#cancelWait = undefined;
  }
}
