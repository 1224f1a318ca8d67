import { LIMITS } from './limits.js';

/** @import {Platform} from './platform.js' */

/**
 * The heartbeat of one socket: a ping at each interval keeps the node from dropping us, and a ping without an answer
 * shows that the socket is dead, which a browser may not notice for minutes.
 */
export class Pulse {
  #platform;
  #ping;
  #dead;
  #id = 0;
  #interval = 0;
  /** @type {() => void} */
  #cancelBeat = () => {};
  /** @type {(() => void) | undefined} */
  #cancelLimit;

  /**
   * @param {Platform} platform
   * @param {(id: number) => void} ping sends one
   * @param {() => void} dead is told once
   */
  constructor(platform, ping, dead) {
    this.#platform = platform;
    this.#ping = ping;
    this.#dead = dead;
  }

  /** @param {number} interval milliseconds, as the node wishes */
  start(interval) {
    this.stop();
    this.#interval = interval;
    this.#beat();
  }

  #beat() {
    this.#cancelBeat = this.#platform.after(this.#interval, () => {
      this.probe(LIMITS.pong);
      this.#beat();
    });
  }

  /** @param {number} within milliseconds in which anything must be heard */
  probe(within) {
    this.#ping(++this.#id);
    this.#cancelLimit?.();
    this.#cancelLimit = this.#platform.after(within, () => {
      this.stop();
      this.#dead();
    });
  }

  /** Something was heard: the socket lives. */
  heard() {
    this.#cancelLimit?.();
    this.#cancelLimit = undefined;
  }

  stop() {
    this.#cancelBeat();
    this.heard();
  }
}
