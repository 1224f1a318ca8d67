import { byId } from '../dom.js';

/** ms before a lost connection is shown: most are back sooner. */
const PATIENCE = 350;
/** ms that good news stay. */
const GOOD_NEWS = 3_500;

/**
 * The strip that tells of the connection. Its `data-state` is `quiet`, `lost`, `back` or `stopped`.
 */
export class Banner {
  #element = byId('banner');
  #text = byId('banner-text');
  #action = byId('banner-action');
  #timer = 0;
  #shownLost = false;

  /** @param {string} text */
  lost(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#shownLost = true;
      this.#show('lost', text);
    }, PATIENCE);
  }

  /** @param {string} text only told to those who were told of the loss */
  back(text) {
    clearTimeout(this.#timer);
    if (!this.#shownLost) return;
    this.#shownLost = false;
    this.#show('back', text);
    this.#timer = setTimeout(() => this.quiet(), GOOD_NEWS);
  }

  /**
   * @param {string} text
   * @param {string} [action]
   * @param {() => void} [act]
   */
  stopped(text, action, act) {
    clearTimeout(this.#timer);
    this.#shownLost = true;
    this.#show('stopped', text, action, act);
  }

  quiet() {
    clearTimeout(this.#timer);
    this.#shownLost = false;
    this.#element.dataset.state = 'quiet';
    this.#element.hidden = true;
  }

  /**
   * @param {'lost' | 'back' | 'stopped'} state
   * @param {string} text
   * @param {string} [action]
   * @param {() => void} [act]
   */
  #show(state, text, action = '', act) {
    this.#element.dataset.state = state;
    this.#element.hidden = false;
    this.#text.textContent = text;
    this.#action.textContent = action;
    this.#action.hidden = !act;
    this.#action.onclick = act ?? null;
  }
}
