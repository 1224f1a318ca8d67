import { byId, onClick } from '../dom.js';
import { tellTrouble } from '../page/voice.js';
import { Art } from './art.js';
import { NameField } from './name-field.js';
import { Ranks } from './ranks.js';
import { Packs } from './packs.js';
import { RoomList } from './room-list.js';
import { Shop } from './shop.js';

/** @import {App} from '../app.js' */

/** ms between looks at the leaderboard: a win is counted a moment after its game. */
const LOOK = 8_000;

/** The page before and between games. */
export class Lobby {
  #art = new Art();
  #name;
  #rooms;
  #ranks;
  #shop;
  #packs;
  #purse;
  #timer = 0;

  /** @param {App} app */
  constructor(app) {
    this.#name = new NameField(app);
    this.#rooms = new RoomList(app);
    this.#ranks = new Ranks(app);
    this.#shop = new Shop(app);
    this.#packs = new Packs(app);
    this.#purse = app.purse;
    const begin = (/** @type {string} */ id, /** @type {(settings: object) => Promise<void>} */ how) =>
      onClick(
        byId(id, HTMLButtonElement),
        async () => {
          await this.#name.saved();
          await how({ turnSeconds: Number(byId('turn-seconds', HTMLSelectElement).value) });
        },
        tellTrouble,
      );
    begin('play', (settings) => app.quick(settings));
    begin('invite', (settings) => app.invite(settings));
  }

  open() {
    byId('lobby').hidden = false;
    this.#name.show();
    this.#art.start();
    this.#rooms.start();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#ranks.refresh().catch(() => {}), LOOK); // the next look may succeed
    this.#purse.refresh().catch(tellTrouble);
    this.#ranks.refresh().catch(tellTrouble);
    this.#shop.refresh().catch(tellTrouble);
    this.#packs.refresh().catch(tellTrouble);
    byId('title').focus({ preventScroll: true });
  }

  /** Goes on with what was ordered before this page was loaded. */
  resume() {
    this.#packs.resume();
  }

  close() {
    byId('lobby').hidden = true;
    this.#art.stop();
    this.#rooms.stop();
    clearInterval(this.#timer);
  }
}
