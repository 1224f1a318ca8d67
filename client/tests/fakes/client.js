import { Drawbridge, memoryStore } from '../../sdk/drawbridge.js';
import { FakeNodes } from './node.js';
import { FakeServer, session } from './server.js';
import { FakeTime } from './time.js';

/** Everything a client stands on, in a test's hands. */
export class Stage {
  time = new FakeTime();
  server = new FakeServer();
  nodes = new FakeNodes();
  storage = memoryStore();
  tabStorage = memoryStore();
  locks = fakeLocks();
  wakes = [];
  /** The page is left. */
  hide = () => {};
  unwatched = false;
  /** What the dice show: the upper end, so that every jittered wait is its longest. */
  dice = 1;

  constructor() {
    this.server.on('POST /v1/login/guest', () => session('ann'));
    this.server.on('GET /v1/players/me', () => ({ body: { playerId: 'ann', name: 'Ann' } }));
    this.server.on('POST /v1/rooms', () => ({ status: 201, body: this.seat('r1') }));
    this.server.on('POST /v1/rooms/r1/join', () => ({ body: this.seat('r1') }));
  }

  #tickets = 0;

  seat(room, node = 'n1') {
    const ticket = `ticket-${++this.#tickets}`;
    return { room, kind: 'sum', node, url: `wss://server.test/rt/${node}`, ticket, expiresAt: '2026-11-21T12:00:30Z' };
  }

  wake(sign) {
    for (const heard of this.wakes) heard(sign);
  }

  platform() {
    let bytes = 0;
    const { time, server, nodes, storage, tabStorage, locks } = this;
    return {
      fetch: server.fetch,
      WebSocket: nodes.WebSocket,
      now: time.now,
      after: time.after,
      random: () => this.dice,
      randomBytes: (count) => Uint8Array.from({ length: count }, () => bytes++ % 256),
      storage,
      tabStorage,
      locks,
      onWake: (heard) => void this.wakes.push(heard),
      onHide: (heard) => {
        this.hide = heard;
      },
      unwatched: this.unwatched,
    };
  }

  connect() {
    return this.within(this.connectLater());
  }

  connectLater() {
    return Drawbridge.connect({ origin: 'https://server.test', platform: this.platform() });
  }

  /** What a promise comes to when nothing more than promises must run, or so many milliseconds pass. */
  async within(promise, ms = 0) {
    let outcome;
    promise.then(
      (value) => (outcome = { value }),
      (error) => (outcome = { error }),
    );
    await this.time.pass(ms);
    if (!outcome) throw new Error(`still waiting after ${ms} ms`);
    if (outcome.error) throw outcome.error;
    return outcome.value;
  }

  /** A room `r1` of the kind "sum" that is entered: its state is the sum of what its events add. */
  async enter(joined = {}, options = {}) {
    const client = await this.connect();
    const entering = client.rooms.create('sum', { ...SUM, ...options });
    await this.time.pass();
    this.nodes.last.open().welcome().joined(joined);
    const room = await this.within(entering);
    const told = [];
    for (const name of ['event', 'state', 'members', 'status', 'over', 'denied'])
      room.on(name, (value) => told.push([name, value]));
    return { client, room, socket: this.nodes.last, told };
  }
}

export const SUM = {
  fold: ({ sum }, { add }) => ({ sum: sum + add }),
  over: ({ sum }) => sum >= 1000,
};

/** Web Locks as several tabs of one browser share them. */
export function fakeLocks() {
  const tails = new Map();
  return {
    request(name, task) {
      const turn = (tails.get(name) ?? Promise.resolve()).then(() => task());
      tails.set(name, turn.catch(() => {}));
      return turn;
    },
  };
}
