import { byId, onClick, reasonOf } from './dom.js';
import { TEXTS } from './texts.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */

const SHOWN = 50;

/** @typedef {{seq: number, by: string, text: string, language?: string}} Message */
/** @typedef {{slow: number, messages: Message[]}} Channel */

/** @param {Channel} state @param {any} event @param {{seq: number, by?: string}} stamp @returns {Channel} */
export function fold(state, event, stamp) {
  if (event.said) {
    const message = { seq: stamp.seq, by: stamp.by ?? '', ...event.said };
    return { ...state, messages: [...state.messages, message].slice(-SHOWN) };
  }
  if (event.removed) {
    return { ...state, messages: state.messages.filter(({ seq }) => seq !== event.removed.message) };
  }
  return event.slowed ? { ...state, slow: event.slowed.seconds } : state;
}

/** The pane of one channel. What others wrote is only ever text: no link, no markup. */
export class Chat {
  #room;
  #names = new Map();
  #client;
  #blocked = new Set(JSON.parse(localStorage.getItem('drawbridge.blocked') ?? '[]'));

  /** @param {Drawbridge} client @param {any} room */
  constructor(client, room) {
    this.#client = client;
    this.#room = room;
    room.on('state', () => this.#show());
    onClick('send', () => this.#send());
    byId('say', HTMLInputElement).addEventListener('keydown', (key) => key.key === 'Enter' && this.#send());
    this.#show();
  }

  /** @param {Drawbridge} client @param {string} channel */
  static async enter(client, channel) {
    return new Chat(client, await client.rooms.join(`chat:${channel}`, { fold }));
  }

  /** Shows nothing of a player any more, on this device. @param {string} player */
  block(player) {
    this.#blocked.add(player);
    localStorage.setItem('drawbridge.blocked', JSON.stringify([...this.#blocked]));
    this.#show();
  }

  #show() {
    const messages = this.#room.state.messages.filter((/** @type {Message} */ { by }) => !this.#blocked.has(by));
    byId('messages').replaceChildren(...messages.map((/** @type {Message} */ message) => this.#line(message)));
    byId('messages').scrollTop = byId('messages').scrollHeight;
  }

  /** @param {Message} message */
  #line({ seq, by, text, language }) {
    const line = document.createElement('li');
    line.dataset.seq = String(seq);
    const author = document.createElement('button');
    author.className = 'by link';
    author.type = 'button';
    author.title = 'Hide what this player writes';
    author.textContent = this.#name(by);
    if (by !== this.#client.playerId) author.addEventListener('click', () => this.block(by));
    const said = document.createElement('span');
    said.className = 'text';
    said.textContent = text;
    if (language) said.lang = language;
    line.append(author, said);
    return line;
  }

  /** @param {string} player */
  #name(player) {
    if (!this.#names.has(player)) {
      this.#names.set(player, player.slice(0, 6));
      this.#client.players.card(player).then(
        ({ name }) => {
          this.#names.set(player, name);
          this.#show();
        },
        () => {},
      );
    }
    return this.#names.get(player);
  }

  async #send() {
    const box = byId('say', HTMLInputElement);
    const text = box.value;
    byId('chat-status').textContent = '';
    try {
      await this.#room.move({ say: { text, language: document.documentElement.lang } });
      if (box.value === text) box.value = '';
    } catch (refusal) {
      byId('chat-status').textContent = TEXTS.failed(reasonOf(refusal));
    }
  }
}
