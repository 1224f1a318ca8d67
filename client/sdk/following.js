import { LIMITS } from './limits.js';

/** @import {Platform} from './platform.js' */
/** @import {Replica} from './replica.js' */
/** @import {EventFrame, Joined, Live} from './contract.js' */

/**
 * @typedef {object} Followed
 * @property {() => void} joinAgain from the replica's position, or fresh when it has none
 * @property {() => boolean} settled whether no join is under way
 * @property {(how: {replayed?: number, reset?: string}) => void} live all that was missed is applied
 */

/** Follows a room's log into a replica: each event once and in order, and nothing left out. */
export class Following {
  #platform;
  #replica;
  #room;
  /** @type {{upTo: number, events: number} | undefined} */
  #replay;
  /** Joins again since the last progress. */
  #gaps = 0;

  /**
   * @param {Platform} platform
   * @param {Replica<any>} replica
   * @param {Followed} room
   */
  constructor(platform, replica, room) {
    this.#platform = platform;
    this.#replica = replica;
    this.#room = room;
  }

  /**
   * @param {Joined} frame
   * @param {number} at now
   */
  joined(frame, at) {
    this.#replica.joined(frame, at);
    this.#replay = frame.mode === 'resumed' ? { upTo: frame.seq, events: 0 } : undefined;
    if (!this.#replay) this.#room.live({ reset: frame.mode === 'reset' ? (frame.why ?? 'gap') : undefined });
    else this.#replayed();
  }

  /**
   * @param {EventFrame} frame
   * @returns {'applied' | 'old' | 'gap'}
   */
  event(frame) {
    const outcome = this.#replica.event(frame);
    if (outcome === 'gap') this.#missing();
    if (outcome === 'applied') this.#gaps = 0;
    return outcome;
  }

  /** An event was applied and told. */
  told() {
    if (!this.#replay) return;
    this.#replay.events++;
    this.#replayed();
  }

  /** @param {Live} frame */
  live({ seq }) {
    if (seq > this.#replica.seq) this.#missing();
    else if (this.#replay) this.#caughtUp();
  }

  /** @param {number} head the newest seq that the node has */
  head(head) {
    if (head <= this.#replica.seq) return;
    this.#platform.after(LIMITS.behind, () => {
      if (this.#room.settled() && this.#replica.seq < head) this.#missing();
    });
  }

  #replayed() {
    if (this.#replay && this.#replica.seq >= this.#replay.upTo) this.#caughtUp();
  }

  #caughtUp() {
    const replayed = this.#replay?.events;
    this.#replay = undefined;
    this.#room.live({ replayed });
  }

  /** Enters again from the position; after some vain tries asks for the whole state. */
  #missing() {
    if (++this.#gaps > LIMITS.gaps) this.#replica.forget();
    this.#room.joinAgain();
  }
}
