import { make } from '../dom.js';
import { COLUMNS, free } from '../grid.js';
import { TEXTS } from '../texts.js';

/** @import {Board} from '../grid.js' */

/**
 * The seven columns as buttons over the board: for the mouse, a finger that slides to aim, the keyboard (arrows and
 * 1–7 aim, Enter drops) and screen readers.
 */
export class Columns {
  #root;
  #buttons;
  #aimed;
  #dropped;
  /** @type {number | undefined} where the finger came down */
  #down;

  /**
   * @param {HTMLElement} root
   * @param {(column: number | undefined) => void} aimed
   * @param {(column: number) => void} dropped
   */
  constructor(root, aimed, dropped) {
    this.#root = root;
    this.#aimed = aimed;
    this.#dropped = dropped;
    this.#buttons = Array.from({ length: COLUMNS }, (_, column) => this.#makeButton(column));
    root.replaceChildren(...this.#buttons);
    this.#listen();
  }

  /**
   * @param {Board} board
   * @param {boolean} mayDrop
   */
  update(board, mayDrop) {
    this.#buttons.forEach((button, column) => {
      const left = free(board, column);
      button.setAttribute('aria-label', TEXTS.column(column, left));
      button.setAttribute('aria-disabled', `${!mayDrop || left === 0}`);
    });
    this.#root.dataset.active = `${mayDrop}`;
  }

  /** @param {string} pressed @returns {boolean} whether the key was meant for the columns */
  key(pressed) {
    const at = this.#buttons.findIndex((button) => button.tabIndex === 0);
    const focused = this.#buttons.includes(/** @type {HTMLButtonElement} */ (document.activeElement));
    /** @type {Record<string, number>} */
    const steps = { ArrowLeft: at - (focused ? 1 : 0), ArrowRight: at + (focused ? 1 : 0), Home: 0, End: COLUMNS - 1 };
    const column = /^[1-7]$/.test(pressed) ? Number(pressed) - 1 : steps[pressed];
    if (column === undefined) return false;
    this.#focus(Math.min(COLUMNS - 1, Math.max(0, column)));
    return true;
  }

  /** @param {number} column */
  #makeButton(column) {
    const button = make('button', {
      attributes: { type: 'button', id: `column-${column + 1}`, tabindex: column === 3 ? '0' : '-1' },
      onClick: () => this.#dropped(column),
    });
    button.addEventListener('focus', () => button.matches(':focus-visible') && this.#focus(column));
    button.addEventListener('blur', () => this.#aimed(undefined));
    return button;
  }

  /** @param {number} column */
  #focus(column) {
    this.#buttons.forEach((button, i) => (button.tabIndex = i === column ? 0 : -1));
    if (document.activeElement !== this.#buttons[column]) this.#buttons[column].focus({ preventScroll: true });
    this.#aimed(column);
  }

  #listen() {
    const root = this.#root;
    root.addEventListener('pointerdown', (event) => {
      this.#down = this.#at(event);
      this.#aimed(this.#down);
    });
    root.addEventListener('pointermove', (event) => this.#aimed(this.#at(event)));
    root.addEventListener('pointerup', (event) => {
      const column = this.#at(event);
      const slid = column !== undefined && this.#down !== undefined && column !== this.#down;
      this.#down = undefined;
      if (slid) this.#dropped(column); // without sliding the button's click comes
      if (event.pointerType !== 'mouse') this.#aimed(undefined);
    });
    for (const end of ['pointercancel', 'pointerleave']) root.addEventListener(end, () => this.#aimed(undefined));
  }

  /** @param {PointerEvent} event @returns {number | undefined} undefined when the finger has left the board */
  #at({ clientX, clientY }) {
    const { left, right, top, bottom, width } = this.#root.getBoundingClientRect();
    if (clientX < left || clientX >= right || clientY < top || clientY >= bottom) return undefined;
    return Math.floor(((clientX - left) / width) * COLUMNS);
  }
}
