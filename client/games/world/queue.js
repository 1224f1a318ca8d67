import { byId, onClick } from './dom.js';
import { TEXTS } from './texts.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */

/** The way into a match: one's own place in a lobby, which the lobby tells as values. */
export class Queue {
  #room;
  #asked = false;

  /** @param {any} room */
  constructor(room) {
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
    return new Queue(await client.rooms.join(`lobby:${mode}`));
  }

  get values() {
    return this.#room.values;
  }

  get state() {
    const { party, offer, match } = this.#room.values;
    return offer ? 'offer' : party ? 'waiting' : match ? 'match' : 'idle';
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
    link.hidden = state !== 'match';
    if (match) link.href = `../four-in-a-row/index.html#room=${encodeURIComponent(match.room)}`;
  }
}
