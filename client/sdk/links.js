import { Backoff } from './backoff.js';
import { Link } from './link.js';

/** @import {Platform} from './platform.js' */
/** @import {Ears} from './link.js' */

/** The client's sockets: one per node url, however many rooms are there. */
export class Links {
  #platform;
  #ears;
  /** @type {Set<Link>} */
  #links = new Set();
  /** Of every url: the join call may lead to a node that is dead again and again. @type {Map<string, Backoff>} */
  #backoffs = new Map();

  /**
   * @param {Platform} platform
   * @param {Ears} ears
   */
  constructor(platform, ears) {
    this.#platform = platform;
    this.#ears = ears;
  }

  /**
   * @param {{url: string, ticket: string}} seat
   * @param {boolean} [own] do not share: this ticket alone opens the room
   * @returns {Link}
   */
  to(seat, own = false) {
    const shared = [...this.#links].find((link) => link.url === seat.url);
    if (shared && !own) return shared;
    const backoff = this.#backoffs.get(seat.url) ?? new Backoff(this.#platform.random);
    this.#backoffs.set(seat.url, backoff);
    const forget = (/** @type {Link} */ ended) => this.#links.delete(ended);
    const link = new Link(this.#platform, seat, backoff, this.#ears, forget);
    this.#links.add(link);
    return link;
  }

  wake() {
    for (const link of [...this.#links]) link.wake();
  }

  /** Gives all sockets up as if the network had dropped them. */
  cut() {
    for (const link of [...this.#links]) link.cut();
  }
}
