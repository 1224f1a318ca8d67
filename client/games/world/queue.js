import { byId, onClick } from './dom.js';
import { TEXTS } from './texts.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */

/** The way into a match: one's own place in a lobby, which the lobby tells as values. */
export class Queue {
  #room;
  #client;
  #asked = false;
  /** @type {string | undefined} the room that is being waited for */
  #awaited;
  /** @type {string | undefined} the room that is there */
  #open;

  /** @param {Drawbridge} client @param {any} room */
  constructor(client, room) {
    this.#client = client;
    this.#room = room;
    room.on('values', () => this.#show());
    onClick('queue', () => this.#move({ queue: {} }));
    onClick('stop', () => this.#move({ stop: {} }));
    onClick('accept', () => this.#move({ accept: { offer: room.values.offer.id } }));
    onClick('decline', () => this.#move({ decline: { offer: room.values.offer.id } }));
    this.#show();
  }

  /** @param {Drawbridge} client @param {string} mode */
  static async enter(client, mode) {
    return new Queue(client, await client.rooms.join(`lobby:${mode}`));
  }

  get values() {
    return this.#room.values;
  }

  get state() {
    const { party, offer, match } = this.#room.values;
    return offer ? 'offer' : party ? 'waiting' : match ? 'match' : 'idle';
  }

  /** A match's room is made a moment after it is told. @param {string} room */
  async #wait(room) {
    if (this.#awaited === room) return;
    this.#awaited = room;
    for (let tries = 0; tries < 40 && this.#awaited === room; tries++) {
      const found = await this.#client.rooms.get(room).catch(() => undefined);
      if (found) {
        this.#open = room;
        return this.#show();
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  /** @param {object} body */
  async #move(body) {
    if (this.#asked) return;
    this.#asked = true;
    try {
      await this.#room.move(body);
    } catch {
      // the values say how it stands
    } finally {
      this.#asked = false;
      this.#show();
    }
  }

  #show() {
    const { offer, match } = this.#room.values;
    const state = this.state;
    const status = byId('queue-status');
    status.dataset.state = state;
    status.textContent = offer ? TEXTS.offer(offer.accepted, offer.players) : TEXTS[state === 'offer' ? 'idle' : state];
    byId('queue').hidden = state === 'waiting' || state === 'offer';
    byId('stop').hidden = state !== 'waiting';
    byId('accept').hidden = state !== 'offer' || offer.you;
    byId('decline').hidden = state !== 'offer' || offer.you;
    const link = byId('match', HTMLAnchorElement);
    link.hidden = state !== 'match' || this.#open !== match.room;
    if (!match || this.#open === match.room) return;
    link.href = `../four-in-a-row/index.html#room=${encodeURIComponent(match.room)}`;
    this.#wait(match.room);
  }
}
