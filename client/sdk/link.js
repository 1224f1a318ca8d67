import { afterClose } from './close.js';
import { SUBPROTOCOL, decode, encode } from './frames.js';
import { LIMITS } from './limits.js';
import { Pulse } from './pulse.js';

/** @import {Platform, SocketLike} from './platform.js' */
/** @import {Backoff} from './backoff.js' */
/** @import {ClientFrame, MailFrame, NodeFrame, RoomFrame, ServerFrame, Welcome} from './contract.js' */
/** @import {AfterClose} from './close.js' */

/**
 * What a link asks of each room on it.
 *
 * @typedef {object} Port
 * @property {string} id
 * @property {() => ClientFrame} join the frame that enters the room, about to be sent
 * @property {(frame: RoomFrame) => void} hear
 * @property {(head: number) => void} head the newest seq that the node has
 * @property {(within: number) => void} drain the node leaves within so many milliseconds
 * @property {() => boolean} entering whether a join of this room awaits its answer
 * @property {() => void} dropped the socket is lost; the link tries to get back by itself
 * @property {(end: LinkEnd) => void} released the link has ended; the room looks for another way
 *
 * @typedef {object} Ears who hears what is about no room
 * @property {(welcome: Welcome) => void} welcome
 * @property {(said: ServerFrame) => void} server
 * @property {(said: MailFrame) => void} mail
 *
 * @typedef {object} LinkEnd
 * @property {AfterClose} action
 * @property {number} code of the close
 * @property {string} reason
 * @property {boolean} greeted whether the node had welcomed this socket
 * @property {boolean} alone whether the room was the only one here
 */

/** One socket to one node at a time, shared by the rooms that this node leads to. */
export class Link {
  #platform;
  #ears;
  #onEnd;
  #backoff;
  #pulse;
  /** @type {Map<string, Port>} */
  #rooms = new Map();
  /** @type {SocketLike | undefined} */
  #socket;
  /** @type {string | undefined} */
  #ticket;
  /** @type {string | undefined} */
  #resume;
  #opened = false;
  #greeted = false;
  #ended = false;
  #lost = 0;
  /** @type {(() => void) | undefined} */
  #cancelWait;

  /**
   * @param {Platform} platform
   * @param {{url: string, ticket: string}} seat
   * @param {Backoff} backoff of all links to this url
   * @param {Ears} ears
   * @param {(link: Link) => void} onEnd
   */
  constructor(platform, { url, ticket }, backoff, ears, onEnd) {
    this.#platform = platform;
    this.url = url;
    this.#ticket = ticket;
    this.#ears = ears;
    this.#onEnd = onEnd;
    this.#backoff = backoff;
    this.#pulse = new Pulse(
      platform,
      (id) => this.send({ t: 'ping', id }),
      () => this.cut(),
    );
  }

  /** @param {Port} room comes onto this link */
  enter(room) {
    this.#rooms.set(room.id, room);
    if (this.#opened) this.send(room.join());
    else if (!this.#socket && !this.#cancelWait) this.#open();
  }

  /**
   * @param {Port} room goes off this link, which ends with its last one
   * @param {ClientFrame[]} farewell
   */
  exit(room, ...farewell) {
    if (this.#rooms.get(room.id) !== room) return;
    this.#rooms.delete(room.id);
    this.send(...farewell);
    if (this.#rooms.size === 0) this.#finish();
  }

  /** @param {ClientFrame[]} frames lost when there is no socket: after it the rooms say again what matters */
  send(...frames) {
    if (this.#opened) for (const message of encode(frames)) this.#socket?.send(message);
  }

  /** Somebody is looking, or the network is back: do not wait any longer. */
  wake() {
    if (this.#greeted) this.#pulse.probe(LIMITS.wakePong);
    else if (this.#cancelWait && !this.#socket) this.#open();
  }

  /** Gives the socket up as if the network had dropped it. */
  cut() {
    if (this.#socket) this.#closed(1006, '');
  }

  #open() {
    this.#cancelWait?.();
    this.#cancelWait = this.#platform.after(LIMITS.welcome, () => this.cut());
    const socket = this.#connect();
    if (!socket) return this.#closed(1006, '');
    this.#socket = socket;
    /** @param {() => void} task of the newest socket only: an older one may still speak */
    const mine = (task) => () => void (socket === this.#socket && task());
    socket.onopen = mine(() => this.#hello());
    socket.onmessage = ({ data }) => mine(() => this.#heard(data))();
    socket.onclose = ({ code, reason }) => mine(() => this.#closed(code, reason))();
    socket.onerror = null;
  }

  /** A browser refuses some urls (no TLS on a page that has it) by throwing. */
  #connect() {
    try {
      return new this.#platform.WebSocket(this.url, SUBPROTOCOL);
    } catch {
      return undefined;
    }
  }

  #hello() {
    this.#opened = true;
    const key = this.#resume ? { resume: this.#resume } : { ticket: this.#ticket };
    this.#ticket = undefined;
    this.send({ t: 'hello', ...key }, ...[...this.#rooms.values()].map((room) => room.join()));
  }

  /** @param {unknown} data */
  #heard(data) {
    this.#pulse.heard();
    const socket = this.#socket;
    for (const frame of decode(data)) if (socket === this.#socket) this.#dispatch(frame);
  }

  /** @param {NodeFrame} frame */
  #dispatch(frame) {
    if (frame.t === 'welcome') this.#welcomed(frame);
    else if (frame.t === 'drain') for (const room of this.#rooms.values()) room.drain(frame.within);
    else if (frame.t === 'server') this.#ears.server(frame);
    else if (frame.t === 'mail') this.#ears.mail(frame);
    else if (frame.t === 'pong')
      for (const [id, head] of Object.entries(frame.heads ?? {})) this.#rooms.get(id)?.head(head);
    else this.#addressee(frame)?.hear(frame);
    if (frame.t === 'joined') this.#settled();
  }

  /**
   * An error may come without its room: it is about the one that is entering.
   *
   * @param {RoomFrame} frame
   * @returns {Port | undefined}
   */
  #addressee(frame) {
    if (frame.room !== undefined) return this.#rooms.get(frame.room);
    const entering = [...this.#rooms.values()].filter((room) => room.entering());
    return entering.length === 1 ? entering[0] : undefined;
  }

  /** @param {Welcome} welcome */
  #welcomed(welcome) {
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    this.#greeted = true;
    this.#resume = welcome.resume;
    this.#ears.welcome(welcome);
    this.#pulse.start(welcome.heartbeat);
  }

  #settled() {
    this.#lost = 0;
    this.#backoff.reset();
  }

  /**
   * @param {number} code
   * @param {string} reason
   */
  #closed(code, reason) {
    const greeted = this.#greeted;
    this.#drop();
    let action = afterClose(code);
    if (action === 'lost') action = ++this.#lost > LIMITS.socketTries ? 'rejoin' : 'resume';
    if (action === 'resume' && !this.#resume && !this.#ticket) action = 'rejoin';
    if (action === 'resume') this.#again();
    else this.#release({ action, code, reason, greeted, alone: this.#rooms.size === 1 });
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#opened = this.#greeted = false;
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    this.#pulse.stop();
    socket?.close(1000);
  }

  #again() {
    this.#cancelWait = this.#platform.after(this.#backoff.next(), () => this.#open());
    for (const room of this.#rooms.values()) room.dropped();
  }

  /** @param {LinkEnd} end */
  #release(end) {
    const rooms = [...this.#rooms.values()];
    this.#rooms.clear();
    this.#finish();
    for (const room of rooms) room.released(end);
  }

  #finish() {
    if (this.#ended) return;
    this.#ended = true;
    this.#drop();
    this.#onEnd(this);
  }
}
