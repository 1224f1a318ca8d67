import { Denied, Stopped } from './errors.js';
import { size } from './frames.js';
import { LIMITS } from './limits.js';

/** @import {Platform} from './platform.js' */
/** @import {Deny} from './contract.js' */
/** @import {Pace} from './pace.js' */

/**
 * @typedef {object} Unanswered
 * @property {any} body
 * @property {number | undefined} id given when it is first sent, and then for good
 * @property {boolean} sent over the socket that lives now
 * @property {boolean} renumbered
 * @property {(seq: number) => void} resolve
 * @property {(error: Error) => void} reject
 */

/**
 * A player's moves in one room that have no answer yet, in order. After a lost socket they are sent again with the
 * same ids, so that each is applied once.
 */
export class Moves {
  #platform;
  #pace;
  #send;
  /** @type {Unanswered[]} */
  #queue = [];
  /** The highest id that got its last answer; it may have been denied. */
  #answered = 0;
  /** The highest id that was applied. */
  #applied = 0;
  #live = false;
  /** @type {(() => void) | undefined} of what will send more, after a wait */
  #cancelWait;
  #waitUntil = 0;
  frameLimit = LIMITS.frame;

  /**
   * @param {Platform} platform
   * @param {Pace} pace
   * @param {(move: {t: 'move', id: number, body: any}) => void} send
   */
  constructor(platform, pace, send) {
    this.#platform = platform;
    this.#pace = pace;
    this.#send = send;
  }

  /** @returns {any[]} bodies, oldest first */
  get bodies() {
    return this.#queue.map(({ body }) => body);
  }

  /**
   * @param {any} body
   * @returns {Promise<number>} the seq at which it was applied
   * @throws {Denied}
   */
  add(body) {
    const promise = new Promise((resolve, reject) => {
      if (size({ t: 'move', room: ''.padEnd(80), id: Number.MAX_SAFE_INTEGER, body }) > this.frameLimit)
        return reject(new Denied('too-big', 'a move must fit one frame'));
      if (this.#queue.length >= LIMITS.queued) return reject(new Denied('busy', 'too many moves wait'));
      this.#queue.push({ body, id: undefined, sent: false, renumbered: false, resolve, reject });
    });
    promise.catch(() => {}); // whoever listens to `denied` need not catch as well
    this.#pump();
    return promise;
  }

  /**
   * The room is entered. After a fresh join the node counts on from the newest applied move, as it does when the seat
   * was given back meanwhile: what was denied in between is forgotten.
   *
   * @param {string} mode
   * @param {number} lastMove the newest id that was applied
   */
  joined(mode, lastMove) {
    if (mode === 'fresh' || lastMove < this.#applied) this.#countFrom(lastMove);
    this.#applied = lastMove;
    this.#answered = Math.max(this.#answered, lastMove);
    this.#live = true;
    this.#waitUntil = 0;
    this.#wait(0);
  }

  /** The socket is lost. */
  dropped() {
    this.#live = false;
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    for (const move of this.#queue) move.sent = false;
  }

  /**
   * @param {number} id
   * @param {number} seq
   */
  applied(id, seq) {
    this.#applied = Math.max(this.#applied, id);
    this.#take(id)?.resolve(seq);
  }

  /**
   * @param {Deny} frame
   * @returns {{move: Unanswered, error: Denied} | undefined} undefined when it will be sent again
   */
  denied({ id, code, detail, retryIn }) {
    const move = this.#queue.find((one) => one.id === id);
    if (!move) return undefined;
    const counts = code === 'order' && move === this.#queue.find((one) => one.id !== undefined);
    if (counts && !move.renumbered) return this.#renumber();
    if (!counts && (retryIn !== undefined || code === 'order')) return this.#later(move, retryIn ?? 0);
    this.#take(id);
    const error = new Denied(code, detail);
    move.reject(error);
    return { move, error };
  }

  /**
   * @param {Unanswered} move
   * @param {number} ms
   */
  #later(move, ms) {
    move.sent = false;
    this.#wait(ms);
    return undefined;
  }

  /**
   * No move before the denied one is unanswered, so the node counts otherwise than we do. Neither this move nor the ones
   * after it were applied: they may have other ids.
   */
  #renumber() {
    for (const later of this.#queue) Object.assign(later, { sent: false, renumbered: true });
    this.#countFrom(this.#applied);
    this.#pump();
    return undefined;
  }

  /** @param {number} id the newest that counts */
  #countFrom(id) {
    this.#answered = id;
    for (const move of this.#queue) if (move.id !== undefined && move.id > id) move.id = undefined;
  }

  /** @param {Stopped} why */
  stop(why) {
    this.dropped();
    for (const move of this.#queue.splice(0)) move.reject(why);
  }

  /** @param {number} id */
  #take(id) {
    this.#answered = Math.max(this.#answered, id);
    const index = this.#queue.findIndex((one) => one.id === id);
    const [move] = index < 0 ? [] : this.#queue.splice(index, 1);
    this.#pump();
    return move;
  }

  /** @param {number} ms in which nothing is sent: what was denied for now must go first */
  #wait(ms) {
    const now = this.#platform.now();
    this.#waitUntil = Math.max(this.#waitUntil, now + ms);
    this.#cancelWait?.();
    this.#cancelWait = this.#platform.after(this.#waitUntil - now, () => {
      this.#cancelWait = undefined;
      this.#pump();
    });
  }

  #pump() {
    while (this.#live && !this.#cancelWait) {
      const move = this.#queue.slice(0, LIMITS.unanswered).find((one) => !one.sent);
      if (!move) return;
      const wait = this.#pace.take();
      if (wait > 0) return this.#wait(wait);
      move.sent = true;
      move.id ??= Math.max(this.#answered, ...this.#queue.map((one) => one.id ?? 0)) + 1;
      this.#send({ t: 'move', id: move.id, body: move.body });
    }
  }
}
