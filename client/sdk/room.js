import { Emitter } from './emitter.js';
import { Stopped } from './errors.js';
import { Following } from './following.js';
import { Moves } from './moves.js';
import { Replica } from './replica.js';
import { Seating } from './seating.js';

/** @import {Fold} from './replica.js' */
/** @import {RoomEvents, RoomStatus, StatusChange, World} from './world.js' */
/** @import {Ack, Deny, EventFrame, Joined, MemberFrame, Patch, RoomFrame, Seat} from './contract.js' */

/**
 * A room as one of its players sees it: the same object through lost sockets and changes of its node.
 *
 * @template State
 * @extends {Emitter<RoomEvents<State>>}
 */
export class Room extends Emitter {
  #world;
  #player;
  #invite;
  #replica;
  #following;
  #moves;
  #seating;
  /** @type {RoomStatus} */
  #status = 'connecting';
  #overTold = false;
  /** @type {any} the newest look, for when the room is entered anew */
  #look;
  /** @type {Stopped | undefined} */
  #stopped;

  /**
   * @param {World} world
   * @param {Seat} seat
   * @param {Fold<State> & {invite?: string}} options
   */
  constructor(world, seat, options) {
    super();
    this.#world = world;
    this.#player = world.player();
    this.id = seat.room;
    this.kind = seat.kind;
    this.#invite = seat.invite ?? options.invite;
    this.#replica = new Replica(options);
    this.#moves = new Moves(world.platform, world.pace, (move) => this.#send(move));
    this.#following = new Following(world.platform, this.#replica, {
      joinAgain: () => this.#seating.joinAgain(),
      settled: () => this.#status === 'live' && !this.#seating.entering,
      live: (how) => this.#tell({ status: 'live', ...how }),
    });
    this.#seating = new Seating(world, this.id, () => world.ask(this.id, this.#invite), {
      position: () => this.#replica.position,
      forget: () => this.#replica.forget(),
      hear: (frame) => this.#hear(frame),
      head: (head) => this.#following.head(head),
      away: (status) => this.#away(status),
      stop: (code, detail) => this.#stop(code, detail),
    });
    world.keep(this);
    this.#seating.sit(seat);
  }

  /** This player's view after `seq`; undefined until the room was entered. */
  get state() {
    return this.#replica.state;
  }

  get seq() {
    return this.#replica.seq;
  }

  get epoch() {
    return this.#replica.epoch;
  }

  get members() {
    return [...this.#replica.members.values()];
  }

  get values() {
    return this.#replica.values;
  }

  get status() {
    return this.#status;
  }

  /** Whether nothing can happen any more. */
  get over() {
    return this.#overTold;
  }

  /** @returns {any[]} the moves without an answer yet, oldest first */
  get pending() {
    return this.#moves.bodies;
  }

  /** Of a private room: whoever has it may join. */
  get invite() {
    return this.#invite;
  }

  /**
   * Asks for a move. While the connection is away it waits, and is sent later.
   *
   * @param {any} body
   * @returns {Promise<number>} the seq at which it was applied
   * @throws {import('./errors.js').Denied | Stopped}
   */
  move(body) {
    return this.#stopped ? Promise.reject(this.#stopped) : this.#moves.add(body);
  }

  /**
   * Looks at a part of a room that tells values, as at a map: now, and again whenever the room is entered anew.
   *
   * @param {any} body the kind's own move for it
   * @returns {Promise<number>}
   * @throws {import('./errors.js').Denied | Stopped}
   */
  look(body) {
    this.#look = body;
    return this.move(body);
  }

  /** Gives the seat back at once. */
  leave() {
    this.#stop('left');
  }

  /** Ends the connection as a closed page does: the seat is held for as long as the kind says. */
  close() {
    this.#stop('closed');
  }

  /** Does not wait any longer before it connects again; takes the seat back from another tab. */
  reconnect() {
    this.#seating.wake();
  }

  /** @param {{t: 'move', id: number, body: any}} move */
  #send({ t, id, body }) {
    this.#seating.send({ t, room: this.id, id, body });
  }

  /** @param {RoomFrame} frame */
  #hear(frame) {
    if (frame.t === 'joined') this.#joined(frame);
    else if (frame.t === 'ack') this.#acked(frame);
    else if (frame.t === 'deny') this.#denied(frame);
    else if (this.#seating.entering) return; // of before the join, which tells it anew
    else if (frame.t === 'event') this.#event(frame);
    else if (frame.t === 'live') this.#following.live(frame);
    else if (frame.t === 'member') this.#member(frame);
    else if (frame.t === 'patch') this.#patch(frame);
  }

  /** @param {Joined} frame */
  #joined(frame) {
    this.#moves.joined(frame.mode, frame.lastMove ?? 0);
    this.#following.joined(frame, this.#world.clock.now());
    if (this.#look && frame.mode !== 'resumed' && !this.pending.includes(this.#look))
      this.#moves.add(this.#look).catch(() => {}); // the room says by itself when it is of no use any more
    this.emit('members', this.members);
    this.#changed();
  }

  /** @param {EventFrame} frame */
  #event(frame) {
    this.#world.clock.heard(frame.at);
    const outcome = this.#following.event(frame);
    if (outcome === 'gap') return;
    if (frame.id !== undefined && frame.by === this.#player) this.#moves.applied(frame.id, frame.seq);
    if (outcome === 'old') return;
    this.emit('event', frame);
    this.#changed();
    this.#following.told();
  }

  /** @param {MemberFrame} frame */
  #member(frame) {
    this.#replica.member(frame, this.#world.clock.now());
    this.emit('members', this.members);
    this.#changed();
  }

  /** @param {Patch} frame */
  #patch(frame) {
    this.#replica.patch(frame);
    this.emit('values', this.values);
  }

  #changed() {
    if (this.state === undefined) return;
    this.emit('state', this.state);
    if (!this.#replica.over || this.#overTold) return;
    this.#overTold = true;
    this.emit('over', this.state);
  }

  /** @param {Ack} frame */
  #acked({ id, seq }) {
    this.#moves.applied(id, seq);
    this.#changed();
  }

  /** @param {Deny} frame */
  #denied(frame) {
    const final = this.#moves.denied(frame);
    if (final) this.emit('denied', { body: final.move.body, code: final.error.code, detail: final.error.detail });
  }

  /** @param {'reconnecting' | 'elsewhere'} status */
  #away(status) {
    this.#moves.dropped();
    if (this.#overTold) this.#stop('over');
    else if (status !== this.#status) this.#tell({ status });
  }

  /**
   * @param {string} code
   * @param {string} [detail]
   */
  #stop(code, detail) {
    if (this.#stopped) return;
    const why = this.#overTold ? 'over' : code;
    this.#stopped = new Stopped(why, detail);
    this.#seating.end(...(code === 'left' ? [{ t: /** @type {const} */ ('leave'), room: this.id }] : []));
    this.#moves.stop(this.#stopped);
    this.#world.ended(this, code !== 'closed');
    this.#tell({ status: 'stopped', code: why, detail });
  }

  /** @param {StatusChange} change */
  #tell(change) {
    this.#status = change.status;
    this.emit('status', change);
  }
}
