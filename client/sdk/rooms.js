import { Problem, Stopped } from './errors.js';
import { LIMITS } from './limits.js';
import { newTrace } from './platform.js';
import { Room } from './room.js';

/** @import {Api} from './api.js' */
/** @import {World} from './world.js' */
/** @import {Fold} from './replica.js' */
/** @import {RoomLine, RoomLog, Seat} from './contract.js' */
/** @typedef {{kind: string, invite?: string}} KeptRoom */

const KEPT = 'drawbridge.rooms';

/** The title's rooms: making, finding and entering them. */
export class Rooms {
  #api;
  #platform;
  #world;
  /** @type {Set<Room<any>>} */
  #entered = new Set();

  /** The id of the newest way into a room, by which the server's logs know it: for a report of what went wrong. */
  trace = '';

  /**
   * @param {Api} api
   * @param {Omit<World, 'ask' | 'keep' | 'ended'>} world
   */
  constructor(api, world) {
    this.#api = api;
    this.#platform = world.platform;
    this.#world = {
      ...world,
      ask: (/** @type {string} */ room, /** @type {string | undefined} */ invite) => this.#seat(room, invite),
      keep: (/** @type {Room<any>} */ { id, kind, invite }) => this.#keep(id, { kind, invite }),
      ended: (/** @type {Room<any>} */ room, /** @type {boolean} */ forGood) => this.#ended(room, forGood),
    };
    world.platform.onWake((sign) => this.#wake(sign));
  }

  /**
   * Public rooms with a free seat.
   *
   * @param {string} kind
   * @param {{limit?: number, cursor?: string}} [page]
   * @returns {Promise<{rooms: RoomLine[], next?: string}>}
   */
  list(kind, page = {}) {
    return this.#api.get('/v1/rooms', { kind, ...page });
  }

  /**
   * A room's card; with `statistics` a few seconds after its end, for who was in it.
   *
   * @param {string} room
   * @returns {Promise<RoomLine & {head: number}>}
   */
  get(room) {
    return this.#api.get(`/v1/rooms/${encodeURIComponent(room)}`);
  }

  /**
   * What happened in a room that the player was in.
   *
   * @param {string} room
   * @param {{after?: number, limit?: number}} [page] events with a seq above `after`
   * @returns {Promise<RoomLog>}
   */
  log(room, page = {}) {
    return this.#api.get(`/v1/rooms/${encodeURIComponent(room)}/log`, page);
  }

  /**
   * Makes a room and enters it.
   *
   * @template State
   * @param {string} kind
   * @param {Fold<State> & {settings?: object, private?: boolean}} [options]
   * @returns {Promise<Room<State>>}
   */
  async create(kind, options = {}) {
    const { settings, private: hidden } = options;
    const body = { kind, settings, private: hidden };
    return this.#enter(await this.#api.post('/v1/rooms', body, undefined, { trace: this.#begin() }), options);
  }

  /**
   * @template State
   * @param {string} room
   * @param {Fold<State> & {invite?: string}} [options]
   * @returns {Promise<Room<State>>}
   */
  async join(room, options = {}) {
    return this.#enter(await this.#seat(room, options.invite), options);
  }

  /**
   * Enters the public room of this kind that has waited longest, or makes one.
   *
   * @template State
   * @param {string} kind
   * @param {Fold<State> & {settings?: object}} [options] settings: of a room that is made
   * @returns {Promise<Room<State>>}
   */
  async quick(kind, options = {}) {
    const { rooms } = await this.list(kind);
    rooms.sort((one, other) => ((one.createdAt ?? '') < (other.createdAt ?? '') ? -1 : 1));
    for (const { room } of rooms.slice(0, LIMITS.quick)) {
      try {
        return await this.join(room, options);
      } catch (refusal) {
        if (!isTaken(refusal)) throw refusal;
      }
    }
    return this.create(kind, options);
  }

  /**
   * Enters the room of this kind again in which this tab was before the page was loaded anew.
   *
   * @template State
   * @param {string} kind
   * @param {Fold<State>} [options]
   * @returns {Promise<Room<State> | undefined>} undefined when there was none, or it is gone
   */
  async restore(kind, options = {}) {
    const found = Object.entries(this.#kept()).find(([, kept]) => kept.kind === kind);
    if (!found) return undefined;
    const [id, { invite }] = found;
    try {
      return await this.join(id, { ...options, invite });
    } catch (refusal) {
      if (refusal instanceof Problem && refusal.passing) throw refusal;
      this.#keep(id, undefined);
      return undefined;
    }
  }

  /** Ends all connections. Seats are held as long as their kinds hold them. */
  close() {
    for (const room of [...this.#entered]) room.close();
  }

  /**
   * @param {string} room
   * @param {string} [invite]
   * @returns {Promise<Seat>}
   */
  #seat(room, invite) {
    const path = `/v1/rooms/${encodeURIComponent(room)}/join`;
    return this.#api.post(path, { invite }, undefined, { trace: this.#begin() });
  }

  #begin() {
    const trace = newTrace(this.#platform);
    this.trace = trace.split('-')[1] ?? '';
    return trace;
  }

  /**
   * @template State
   * @param {Seat} seat
   * @param {Fold<State> & {invite?: string}} options
   * @returns {Promise<Room<State>>}
   */
  async #enter(seat, options) {
    const room = new Room(this.#world, seat, options);
    this.#entered.add(room);
    await new Promise((resolve, reject) => {
      const cancel = this.#platform.after(LIMITS.entry, () => {
        reject(new Problem({ status: 0, code: 'timeout', detail: 'the room did not answer' }));
        room.close();
      });
      room.on('status', ({ status, code, detail }) => {
        if (status !== 'live' && status !== 'stopped') return;
        cancel();
        if (status === 'live') resolve(undefined);
        else reject(new Stopped(code ?? 'closed', detail));
      });
    });
    return room;
  }

  /** @param {import('./platform.js').WakeSign} sign */
  #wake(sign) {
    this.#world.links.wake();
    for (const room of this.#entered)
      if (sign === 'attention' || room.status !== 'elsewhere') room.reconnect();
  }

  /**
   * @param {Room<any>} room
   * @param {boolean} forGood
   */
  #ended(room, forGood) {
    this.#entered.delete(room);
    if (forGood) this.#keep(room.id, undefined);
  }

  /** @returns {Record<string, KeptRoom>} by room */
  #kept() {
    try {
      return JSON.parse(this.#platform.tabStorage.getItem(KEPT) ?? '{}');
    } catch {
      return {};
    }
  }

  /**
   * @param {string} room
   * @param {KeptRoom | undefined} kept
   */
  #keep(room, kept) {
    this.#platform.tabStorage.setItem(KEPT, JSON.stringify({ ...this.#kept(), [room]: kept }));
  }
}

/** Whether a room was taken, over or gone before we came. @param {unknown} refusal */
function isTaken(refusal) {
  if (refusal instanceof Problem) return [403, 404, 409, 410, 422].includes(refusal.status);
  return refusal instanceof Stopped && ['full', 'over', 'not-found', 'rules', 'forbidden'].includes(refusal.code);
}
