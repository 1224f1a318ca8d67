import { byId } from '../dom.js';
import { TEXTS, troubleText } from '../texts.js';

/** @import {App} from '../app.js' */

/** The player's name, saved when the field is left. */
export class NameField {
  #app;
  #field = byId('player-name', HTMLInputElement);
  #note = byId('player-name-note');
  /** @type {Promise<void>} */
  #saving = Promise.resolve();

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    this.#field.addEventListener('change', () => {
      this.#saving = this.#save();
    });
    this.#field.addEventListener('keydown', ({ key }) => key === 'Enter' && this.#field.blur());
    this.#field.addEventListener('input', () => (this.#note.textContent = ''));
  }

  show() {
    this.#field.value = this.#app.client.player?.name ?? '';
  }

  /** Whoever plays next sees the name that was just typed. */
  saved() {
    return this.#saving;
  }

  async #save() {
    const name = this.#field.value.trim();
    if (name === '') return this.show();
    if (name === this.#app.client.player?.name) return;
    try {
      await this.#app.client.players.change({ name });
      this.#note.textContent = TEXTS.nameSaved;
    } catch (problem) {
      this.#note.textContent = troubleText(problem);
    }
  }
}
