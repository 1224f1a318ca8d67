import { byId, make, onClick } from '../dom.js';
import { tellTrouble } from '../page/voice.js';
import { KIND } from '../rules.js';
import { TEXTS } from '../texts.js';

/** @import {App} from '../app.js' */
/** @import {RoomLine} from '../../../sdk/contract.js' */
/** @typedef {{line: HTMLElement, text: HTMLElement, button: HTMLButtonElement}} Row */

/** ms between looks while the lobby is open. */
const LOOK = 4_000;
const SHOWN = 6;

/** The public rooms in which somebody waits. */
export class RoomList {
  #app;
  #list = byId('rooms');
  #timer = 0;
  /** @type {Map<string, Row>} by room */
  #rows = new Map();
  #nobody = make('li', { class: 'note', text: TEXTS.noRooms });

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
      this.#show(rooms);
    } catch {
      // The list is a convenience: the next look may succeed, and playing tells what is wrong.
    }
  }

  /** Rows that stay keep their button: a list that is made anew would lose the focus. @param {RoomLine[]} rooms */
  #show(rooms) {
    const rows = new Map(rooms.map(({ room }) => [room, this.#rows.get(room) ?? this.#makeRow(room)]));
    this.#rows = rows;
    for (const { room, createdAt } of rooms) {
      const waited = createdAt ? this.#app.client.now() - Date.parse(createdAt) : 0;
      const row = /** @type {Row} */ (rows.get(room));
      row.text.textContent = TEXTS.roomOf(waited);
      row.button.setAttribute('aria-label', TEXTS.joinOf(waited));
    }
    this.#arrange(rooms.length ? [...rows.values()].map(({ line }) => line) : [this.#nobody]);
  }

  /** @param {HTMLElement[]} lines */
  #arrange(lines) {
    for (const line of [...this.#list.children]) if (!lines.includes(/** @type {HTMLElement} */ (line))) line.remove();
    lines.forEach((line, i) => {
      if (this.#list.children[i] !== line) this.#list.insertBefore(line, this.#list.children[i] ?? null);
    });
  }

  /** @param {string} room @returns {Row} */
  #makeRow(room) {
    const text = make('span');
    const attributes = { type: 'button', 'data-room': room };
    const button = make('button', { class: 'button small', text: TEXTS.join, attributes });
    onClick(button, () => this.#app.join(room), tellTrouble);
    return { line: make('li', { class: 'row' }, text, button), text, button };
  }
}
