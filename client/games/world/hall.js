import { byId, line, onSend, reasonOf, showLines } from './dom.js';
import { TEXTS } from './texts.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */

const ANNOUNCEMENTS = 10;
const HELPERS = 5;

/** @typedef {{by: string, at: number, text: string}} Announcement */
/** @typedef {{id: number, by: string, at: number, text: string, helpers: string[]}} Wish */
/** @typedef {{announcements: Announcement[], wishes: Wish[]}} HallState */

/** @param {HallState} state @param {any} event @param {{seq: number, at: number, by?: string}} stamp @returns {HallState} */
export function fold(state, { announced, asked, helped }, { seq, at, by = '' }) {
  if (announced) {
    const announcements = [...state.announcements, { by, at, text: announced.text }].slice(-ANNOUNCEMENTS);
    return { ...state, announcements };
  }
  if (asked) return { ...state, wishes: [...state.wishes, { id: seq, by, at, text: asked.text, helpers: [] }] };
  const wishes = state.wishes
    .map((wish) => (wish.id === helped?.wish ? { ...wish, helpers: [...wish.helpers, by] } : wish))
    .filter(({ helpers }) => helpers.length < HELPERS);
  return { ...state, wishes };
}

/** Where the members of a clan meet: announcements, and who needs help. */
export class HallPane {
  #room;
  #player;
  #nameOf;

  /** @param {Drawbridge} client @param {any} room @param {(player: string) => string} nameOf a member */
  constructor(client, room, nameOf) {
    this.#player = client.playerId;
    this.#room = room;
    this.#nameOf = nameOf;
    room.on('state', () => this.show());
  }

  /** @param {Drawbridge} client @param {string} clan @param {(player: string) => string} nameOf */
  static async enter(client, clan, nameOf) {
    return new HallPane(client, await client.rooms.join(`clan:${clan}`, { fold }), nameOf);
  }

  leave() {
    this.#room.leave();
  }

  /** @param {string} field @param {'ask' | 'announce'} what */
  async send(field, what) {
    const box = byId(field, HTMLInputElement);
    const text = box.value;
    if ((await this.#move({ [what]: { text } })) && box.value === text) box.value = '';
  }

  show() {
    const { announcements, wishes } = /** @type {HallState} */ (this.#room.state);
    const said = announcements.map(({ by, at, text }) => line(`${this.#nameOf(by)}: ${text}`, { at: String(at) }));
    showLines('announcements', said.reverse());
    showLines(
      'wishes',
      wishes.map((wish) => this.#wish(wish)),
    );
  }

  /** @param {Wish} wish */
  #wish({ id, by, text, helpers }) {
    const mayHelp = by !== this.#player && !helpers.includes(this.#player);
    /** @type {[string, () => void][]} */
    const buttons = mayHelp ? [[TEXTS.help, () => this.#move({ help: { wish: id } })]] : [];
    const told = TEXTS.wish(this.#nameOf(by), text, helpers.length);
    return line(told, { wish: String(id), helpers: String(helpers.length) }, ...buttons);
  }

  /** @param {object} body @returns {Promise<boolean>} whether it was done */
  async #move(body) {
    byId('clan-told').textContent = '';
    try {
      await this.#room.move(body);
      return true;
    } catch (refusal) {
      byId('clan-told').textContent = TEXTS.failed(reasonOf(refusal));
      return false;
    }
  }
}

/** @param {() => HallPane | undefined} hall that the player is in at that moment */
export function onHall(hall) {
  onSend('ask', 'ask-send', () => hall()?.send('ask', 'ask'));
  onSend('announce', 'announce-send', () => hall()?.send('announce', 'announce'));
}
