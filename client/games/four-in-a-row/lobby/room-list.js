import { byId, make, onClick } from '../dom.js';
import { tellTrouble } from '../page/voice.js';
import { KIND } from '../rules.js';
import { TEXTS } from '../texts.js';

/** @import {App} from '../app.js' */
/** @import {RoomLine} from '../../../sdk/contract.js' */

/** ms between looks while the lobby is open. */
const LOOK = 4_000;
const SHOWN = 6;

/** The public rooms in which somebody waits. */
export class RoomList {
  #app;
  #list = byId('rooms');
  #timer = 0;
  #shown = '';

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
  }

  start() {
    this.stop();
    this.#look();
    this.#timer = setInterval(() => document.visibilityState === 'visible' && this.#look(), LOOK);
  }

  stop() {
    clearInterval(this.#timer);
  }

  async #look() {
    try {
      const { rooms } = await this.#app.client.rooms.list(KIND, { limit: SHOWN });
      const names = await Promise.all(rooms.map((room) => this.#nameOf(room)));
      this.#show(rooms, names);
    } catch {
      // The list is a convenience: the next look may succeed, and playing tells what is wrong.
    }
  }

  /** @param {RoomLine} room @returns {Promise<string>} of whoever waits there */
  async #nameOf({ players }) {
    const [waiting] = Array.isArray(players) ? players : [];
    return waiting ? this.#app.names.of(waiting) : TEXTS.somebody;
  }

  /**
   * @param {RoomLine[]} rooms
   * @param {string[]} names
   */
  #show(rooms, names) {
    const shown = JSON.stringify([rooms.map(({ room }) => room), names]);
    if (shown === this.#shown) return; // a list that is made anew would lose the focus
    this.#shown = shown;
    const rows = rooms.map(({ room }, i) => this.#row(room, names[i]));
    this.#list.replaceChildren(...(rows.length ? rows : [make('li', { class: 'note', text: TEXTS.noRooms })]));
  }

  /**
   * @param {string} room
   * @param {string} name
   */
  #row(room, name) {
    const button = make('button', {
      class: 'button small',
      text: TEXTS.join,
      attributes: { type: 'button', 'data-room': room, 'aria-label': TEXTS.joinOf(name) },
    });
    onClick(button, () => this.#app.join(room), tellTrouble);
    return make('li', { class: 'row' }, make('span', { text: TEXTS.roomOf(name) }), button);
  }
}
