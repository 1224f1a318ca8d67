/** @import {EventFrame, Joined, Member, MemberFrame, Patch, Stamp} from './contract.js' */

/**
 * A kind's rules as far as a client needs them; each does what the method of that name does in the kind's Java class.
 *
 * @template State
 * @typedef {object} Fold
 * @property {(state: State, event: any, stamp: Stamp) => State} [fold] the state after one more event
 * @property {(state: State, stamp: Stamp) => State} [seated] the state once a player (`stamp.by`) has sat down
 * @property {(state: State, stamp: Stamp) => State} [left] the state once a player has left
 * @property {(state: State) => boolean} [over] whether nothing can happen any more
 */

/**
 * What this client knows of a room: the state at a position in its log, and who is there. Pure: no socket, no clock.
 *
 * @template State
 */
export class Replica {
  #rules;
  /** @type {State | undefined} */
  state;
  /** @type {number | undefined} undefined: no position, so a join must be fresh */
  epoch;
  seq = 0;
  /** @type {Map<string, Member>} */
  members = new Map();
  /** @type {Record<string, any>} of latest-value rooms */
  values = {};

  /** @param {Fold<State>} rules */
  constructor(rules) {
    this.#rules = rules;
  }

  /** @returns {{epoch: number, seq: number} | undefined} */
  get position() {
    return this.epoch === undefined ? undefined : { epoch: this.epoch, seq: this.seq };
  }

  forget() {
    this.epoch = undefined;
  }

  get over() {
    return this.state !== undefined && (this.#rules.over?.(this.state) ?? false);
  }

  /**
   * @param {Joined} frame
   * @param {number} at now, for who sat down meanwhile
   */
  joined(frame, at) {
    const members = frame.members ?? [];
    if (frame.mode === 'resumed') return this.#compare(members, at);
    this.state = frame.state;
    this.epoch = frame.epoch;
    this.seq = frame.seq;
    this.values = {};
    this.members = new Map(members.map((member) => [member.player, member]));
  }

  /**
   * @param {Member[]} members
   * @param {number} at
   */
  #compare(members, at) {
    const now = new Set(members.map(({ player }) => player));
    for (const player of [...this.members.keys()]) if (!now.has(player)) this.member({ player, status: 'left' }, at);
    for (const member of members) this.member(member, at);
  }

  /**
   * @param {EventFrame} frame
   * @returns {'applied' | 'old' | 'gap'} nothing changes on the latter two
   */
  event({ seq, epoch, at, by, body }) {
    if (seq <= this.seq) return 'old';
    if (seq > this.seq + 1) return 'gap';
    this.seq = seq;
    this.epoch = epoch;
    this.#evolve((state) => this.#rules.fold?.(state, body, { seq, at, by }));
    return 'applied';
  }

  /**
   * @param {Pick<MemberFrame, 'player' | 'status'>} member
   * @param {number} at
   */
  member({ player, status }, at) {
    const stamp = { seq: this.seq, at, by: player };
    if (status === 'left') {
      if (this.members.delete(player)) this.#evolve((state) => this.#rules.left?.(state, stamp));
    } else {
      if (!this.members.has(player)) this.#evolve((state) => this.#rules.seated?.(state, stamp));
      this.members.set(player, { player, status });
    }
  }

  /** @param {Patch} frame */
  patch({ set, full }) {
    this.values = Object.fromEntries(
      Object.entries(full ? set : { ...this.values, ...set }).filter(([, value]) => value !== null),
    );
  }

  /** @param {(state: State) => State | undefined} step undefined: the rules do not say */
  #evolve(step) {
    if (this.state !== undefined) this.state = step(this.state) ?? this.state;
  }
}
