import { Problem } from '../../../sdk/drawbridge.js';
import { byId, make, onClick } from '../dom.js';
import { ask } from '../page/question.js';
import { tellTrouble, toast } from '../page/voice.js';
import { TEXTS } from '../texts.js';
import { showDisc } from '../view/disc.js';
import { PLAIN, boughtLook } from '../view/looks.js';

/** @import {App} from '../app.js' */
/** @import {StoreItem} from '../../../sdk/contract.js' */
/** @import {Look} from '../view/looks.js' */

/** Disc colours for the gold that was won. */
export class Shop {
  #app;
  /** @type {StoreItem[]} */
  #items = [];
  /** Keys of orders whose outcome is not known: asking again with the same key buys once. @type {Map<string, string>} */
  #open = new Map();

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    app.wardrobe.on('change', () => this.#show());
  }

  async refresh() {
    this.#items = (await this.#app.client.store.list()).items.filter(({ grants }) => discOf(grants));
    this.#show();
  }

  #show() {
    if (this.#items.length === 0) return;
    const focused = document.activeElement?.id;
    const { worn } = this.#app.wardrobe;
    const plain = this.#tile(TEXTS.plain, PLAIN.red, this.#useButton('plain', TEXTS.plain, undefined, worn === undefined));
    const tiles = this.#items.map((item) => {
      const good = discOf(item.grants) ?? '';
      const button = this.#app.wardrobe.owns(good)
        ? this.#useButton(item.sku, item.title, good, worn === good)
        : this.#buyButton(item, good);
      return this.#tile(item.title, boughtLook(good), button);
    });
    byId('shop').replaceChildren(plain.tile, ...tiles.map(({ tile }) => tile));
    for (const { paint } of [plain, ...tiles]) paint();
    if (focused) document.getElementById(focused)?.focus();
  }

  /**
   * @param {string} title
   * @param {Look} look
   * @param {HTMLButtonElement} button
   */
  #tile(title, look, button) {
    const disc = make('canvas', { class: 'swatch', attributes: { 'aria-hidden': 'true' } });
    const tile = make('li', { class: 'tile' }, disc, make('span', { class: 'tile-title', text: title }), button);
    return { tile, paint: () => showDisc(disc, look) };
  }

  /**
   * @param {string} sku
   * @param {string} title
   * @param {string | undefined} good
   * @param {boolean} worn
   */
  #useButton(sku, title, good, worn) {
    return make('button', {
      class: worn ? 'button small chosen' : 'button small',
      text: worn ? TEXTS.worn : TEXTS.wear,
      attributes: { type: 'button', id: `shop-${sku}`, 'aria-pressed': `${worn}`, 'aria-label': TEXTS.wearOf(title) },
      onClick: () => this.#app.wardrobe.wear(good),
    });
  }

  /**
   * @param {StoreItem} item
   * @param {string} good
   */
  #buyButton(item, good) {
    const { sku, title, price } = item;
    const label = TEXTS.buyOf(title, price.amount);
    const button = make(
      'button',
      { class: 'button small price', attributes: { type: 'button', id: `shop-${sku}`, 'aria-label': label } },
      make('span', { class: 'coin', attributes: { 'aria-hidden': 'true' } }),
      make('span', { text: `${price.amount}` }),
    );
    onClick(button, () => this.#buy(item, good), tellTrouble);
    return button;
  }

  /**
   * @param {StoreItem} item
   * @param {string} good
   */
  async #buy(item, good) {
    const { sku, title, price } = item;
    const { client, purse, wardrobe } = this.#app;
    const missing = price.amount - (purse.gold ?? Infinity);
    if (missing > 0) return void (await ask(TEXTS.tooPoor(missing), TEXTS.understood));
    if (!(await ask(TEXTS.buyQuestion(title, price.amount), TEXTS.buy, TEXTS.notNow))) return;
    const key = this.#open.get(sku) ?? client.store.newKey();
    this.#open.set(sku, key);
    try {
      const { balances } = await client.store.order(sku, { expectedPrice: price, key });
      this.#open.delete(sku);
      if (balances.gold !== undefined) purse.set(balances.gold);
      wardrobe.add(good);
      toast(TEXTS.bought(title));
    } catch (problem) {
      if (problem instanceof Problem && !problem.passing) await this.#refused(sku);
      throw problem;
    }
  }

  /** What the page showed was out of date. @param {string} sku */
  async #refused(sku) {
    this.#open.delete(sku);
    const { purse, wardrobe } = this.#app;
    await Promise.allSettled([purse.refresh(), wardrobe.refresh(), this.refresh()]);
  }
}

/**
 * @param {import('../../../sdk/contract.js').Grant[]} grants
 * @returns {string | undefined} the disc among them
 */
function discOf(grants) {
  return grants.find(({ kind, id }) => kind !== 'currency' && id.startsWith('disc-'))?.id;
}
