import { byId } from '../dom.js';
import { TEXTS } from '../texts.js';
import { showDisc } from '../view/disc.js';

/** @import {Disc} from '../grid.js' */
/** @import {Look} from '../view/looks.js' */

/** From here on the clock shows red. */
const HURRY_SECONDS = 10;

/** One player's card: disc, name, presence, and the ring that runs down while it is their turn. */
export class SeatCard {
  #card;
  #disc;
  #name;
  #note;
  #ring;
  #clock;
  #painted = '';

  /** @param {Disc} side */
  constructor(side) {
    this.#card = byId(`player-${side}`);
    this.#disc = this.#part('canvas', HTMLCanvasElement);
    this.#name = this.#part('.name', HTMLElement);
    this.#note = this.#part('.note', HTMLElement);
    this.#ring = this.#part('.ring circle', SVGCircleElement);
    this.#clock = this.#part('.clock', HTMLElement);
  }

  /**
   * @template {Element} Kind
   * @param {string} selector
   * @param {new () => Kind} kind
   */
  #part(selector, kind) {
    const found = this.#card.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`a player's card has no ${selector}`);
    return found;
  }

  /** @param {{name: string | undefined, mine: boolean, look: Look, away: boolean, active: boolean, won: boolean}} seat */
  show({ name, mine, look, away, active, won }) {
    this.#name.textContent = name ?? TEXTS.nobodyYet;
    this.#note.textContent = [mine ? TEXTS.you : '', name && !mine ? (away ? TEXTS.away : TEXTS.here) : ''].join('');
    Object.assign(this.#card.dataset, {
      presence: name === undefined ? 'free' : away ? 'away' : 'here',
      active: `${active}`,
      won: `${won}`,
    });
    const paint = `${look.base} ${this.#disc.clientWidth}`;
    if (paint === this.#painted) return;
    this.#painted = paint;
    showDisc(this.#disc, look);
  }

  /**
   * @param {number | undefined} left ms of the turn; undefined when no clock runs
   * @param {number} whole ms of a turn
   */
  tick(left, whole) {
    const part = left === undefined ? 0 : Math.min(1, Math.max(0, left / whole));
    const seconds = left === undefined ? undefined : Math.max(0, Math.ceil(left / 1000));
    this.#ring.style.strokeDashoffset = `${100 * (1 - part)}`;
    this.#clock.textContent = seconds === undefined ? '' : seconds > 99 ? minutes(seconds) : `${seconds}`;
    this.#card.dataset.hurry = `${seconds !== undefined && seconds <= HURRY_SECONDS}`;
  }
}

/** @param {number} seconds */
function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
}
