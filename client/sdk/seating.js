import { Asking } from './asking.js';
import { ELSEWHERE, NO_SUCH_ROOM, ROOM_OVER, UNAUTHORIZED, reasonOf } from './close.js';
import { LIMITS } from './limits.js';

/** @import {Platform} from './platform.js' */
/** @import {Links} from './links.js' */
/** @import {Link, LinkEnd, Port} from './link.js' */
/** @import {ClientFrame, ErrorFrame, RoomFrame, Seat} from './contract.js' */

/**
 * What the seating asks of its room.
 *
 * @typedef {object} Sitter
 * @property {() => {epoch: number, seq: number} | undefined} position up to where it has applied the log
 * @property {() => void} forget the position is worthless
 * @property {(frame: RoomFrame) => void} hear
 * @property {(head: number) => void} head
 * @property {(status: 'reconnecting' | 'elsewhere') => void} away
 * @property {(code: string, detail?: string) => void} stop
 */

/** Refusals of a join that a later try, or another node, may not repeat. */
const PASSING = ['not-owner', 'busy', 'internal', 'rate'];

/** Keeps a player's seat in one room: finds the room's node, enters there, and again whenever the way is lost. */
export class Seating {
  #platform;
  #links;
  #room;
  #asking;
  /** @type {Port} */
  #port;
  /** @type {Link | undefined} */
  #link;
  /** @type {(() => void) | undefined} of the limit within which a join must be answered */
  #cancelJoin;
  #ended = false;
  #elsewhere = false;
  #ticketRefused = false;
  #ownLinkTried = false;
  #takenAt = -Infinity;

  /**
   * @param {{platform: Platform, links: Links}} world
   * @param {string} id of the room
   * @param {() => Promise<Seat>} call the join call
   * @param {Sitter} room
   */
  constructor({ platform, links }, id, call, room) {
    this.#platform = platform;
    this.#links = links;
    this.#room = room;
    this.#asking = new Asking(platform, call);
    this.#port = {
      id,
      join: () => this.#joinFrame(),
      hear: (frame) => this.#hear(frame),
      head: room.head,
      drain: (within) => this.#ask(platform.random() * within),
      entering: () => this.entering,
      dropped: () => this.#lost(),
      released: (end) => this.#released(end),
    };
  }

  /** Whether a join awaits its answer: what comes before it is not ours to apply. */
  get entering() {
    return this.#cancelJoin !== undefined;
  }

  /**
   * @param {{url: string, ticket: string}} seat
   * @param {boolean} [own] on a socket that no other room shares
   */
  sit(seat, own = false) {
    const link = this.#links.to(seat, own);
    if (link === this.#link) return;
    if (this.#link) this.#off();
    if (this.#ended) return;
    this.#link = link;
    link.enter(this.#port);
  }

  /** @param {ClientFrame} frame */
  send(frame) {
    this.#link?.send(frame);
  }

  /** Joins again from the room's position, over the socket that is there. */
  joinAgain() {
    this.#link?.send(this.#joinFrame());
  }

  wake() {
    if (this.#elsewhere) this.#ask(0);
    else this.#asking.wake();
  }

  /** @param {ClientFrame[]} farewell */
  end(...farewell) {
    this.#ended = true;
    this.#joined();
    this.#asking.stop();
    this.#link?.exit(this.#port, ...farewell);
  }

  /** @returns {ClientFrame} */
  #joinFrame() {
    this.#cancelJoin?.();
    this.#cancelJoin = this.#platform.after(LIMITS.joined, () => this.#link?.cut());
    return { t: 'join', room: this.#port.id, ...this.#room.position() };
  }

  #joined() {
    this.#cancelJoin?.();
    this.#cancelJoin = undefined;
  }

  /** @param {RoomFrame} frame */
  #hear(frame) {
    if (frame.t === 'moved') return this.sit(frame);
    if (frame.t === 'error') return this.#refused(frame);
    if (frame.t === 'joined') this.#settled();
    this.#room.hear(frame);
  }

  #settled() {
    this.#joined();
    this.#asking.settled();
    this.#ticketRefused = this.#ownLinkTried = false;
  }

  /** @param {ErrorFrame} frame */
  #refused({ code, detail }) {
    if (!this.entering && code !== 'not-owner') return;
    const proofMissing = code === 'forbidden' || code === 'unauthorized';
    if (PASSING.includes(code)) this.#askAgain();
    else if (proofMissing && !this.#ownLinkTried) this.#askAgain((this.#ownLinkTried = true));
    else this.#room.stop(code, detail);
  }

  /** @param {boolean} [own] see {@link sit} */
  #askAgain(own) {
    this.#off();
    this.#ask(undefined, own);
  }

  #off() {
    this.#link?.exit(this.#port);
    this.#link = undefined;
    this.#lost();
  }

  #lost() {
    this.#joined();
    this.#room.away('reconnecting');
  }

  /** @param {LinkEnd} end */
  #released({ action, code, reason, greeted, alone }) {
    this.#link = undefined;
    this.#joined();
    const lateTicket = code === UNAUTHORIZED && !greeted && !this.#ticketRefused;
    const maybeAnother = (code === NO_SUCH_ROOM || code === ROOM_OVER) && !alone;
    if (lateTicket) this.#ticketRefused = true;
    if (action === 'stop' && !lateTicket && !maybeAnother) return this.#room.stop(reasonOf(code), reason);
    if (action === 'fresh') this.#room.forget();
    if (code === ELSEWHERE && this.#takenAgain()) {
      this.#elsewhere = true;
      return this.#room.away('elsewhere');
    }
    this.#room.away('reconnecting');
    this.#ask();
  }

  /** Twice in short time: two tabs take the seat from each other, so this one waits until a person turns to it. */
  #takenAgain() {
    const now = this.#platform.now();
    const again = now - this.#takenAt < LIMITS.elsewhere;
    this.#takenAt = now;
    return again;
  }

  /**
   * @param {number} [wait] milliseconds
   * @param {boolean} [own] see {@link sit}
   */
  #ask(wait, own) {
    if (this.#ended) return;
    this.#elsewhere = false;
    this.#asking.start(
      (seat) => this.sit(seat, own),
      (problem) => {
        if (!this.#link) this.#room.stop(problem.code, problem.detail); // else the node's own word counts
      },
      wait,
    );
  }
}
