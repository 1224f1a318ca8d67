import { Problem } from '../../../sdk/drawbridge.js';
import { byId, make, onClick } from '../dom.js';
import { ask } from '../page/question.js';
import { tellTrouble } from '../page/voice.js';
import { PAYERS, priceText } from '../payers.js';
import { PAYMENTS, TEXTS } from '../texts.js';

/** @import {App} from '../app.js' */
/** @import {Pack} from '../../../sdk/contract.js' */

/** Gems for real money: ordered, paid at a provider, waited for, and there. */
export class Packs {
  #app;
  /** @type {Pack[]} */
  #packs = [];
  /** Keys of orders whose answer is not known: asking again with the same key orders once. @type {Map<string, string>} */
  #keys = new Map();

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    const choice = byId('pay-with', HTMLSelectElement);
    for (const [value, { name }] of Object.entries(PAYERS)) choice.append(make('option', { text: name, attributes: { value } }));
  }

  async refresh() {
    this.#packs = (await this.#app.client.store.list()).packs;
    byId('packs-card').hidden = this.#packs.length === 0;
    byId('packs').replaceChildren(...this.#packs.map((pack) => this.#tile(pack)));
  }

  /** Goes on with what was ordered before this page was loaded, and hears what a provider's page came back with. */
  resume() {
    const { payments } = this.#app.client;
    const query = new URLSearchParams(location.search);
    const unpaid = query.get('unpaid');
    if (unpaid || query.has('paid')) history.replaceState(null, '', location.pathname + location.hash);
    if (unpaid) this.#turnedBack(unpaid);
    for (const { orderId } of payments.open) this.#await(orderId).catch(tellTrouble);
  }

  /** @param {Pack} pack */
  #tile(pack) {
    const [price] = pack.prices;
    const text = price ? priceText(price) : '';
    const button = make('button', {
      class: 'button small price',
      text,
      attributes: { type: 'button', id: `pack-${pack.sku}`, 'aria-label': TEXTS.payFor(pack.title, text) },
    });
    onClick(button, () => this.#buy(pack), tellTrouble);
    return make('li', { class: 'tile' }, make('span', { class: 'tile-title', text: pack.title }), button);
  }

  /** @param {Pack} pack */
  async #buy(pack) {
    const { client } = this.#app;
    const provider = byId('pay-with', HTMLSelectElement).value;
    const order = await this.#order(pack.sku, provider);
    client.analytics.track('checkout_started', { sku: pack.sku, provider });
    const agree = (/** @type {string} */ question) => ask(question, TEXTS.pay, TEXTS.notNow);
    const outcome = await PAYERS[provider]?.pay({ client, pack, order, agree });
    if (outcome === 'cancelled') this.#turnedBack(order.orderId);
    else if (outcome === 'paid') await this.#await(order.orderId);
  }

  /**
   * @param {string} sku
   * @param {string} provider
   */
  async #order(sku, provider) {
    const { payments } = this.#app.client;
    const wish = `${provider} ${sku}`;
    const key = this.#keys.get(wish) ?? payments.newKey();
    this.#keys.set(wish, key);
    try {
      const order = await payments.order(sku, { provider, key });
      this.#keys.delete(wish);
      return order;
    } catch (problem) {
      if (problem instanceof Problem && !problem.passing) this.#keys.delete(wish);
      throw problem;
    }
  }

  /** @param {string} orderId */
  #turnedBack(orderId) {
    this.#app.client.payments.forget(orderId);
    this.#tell(orderId, 'cancelled');
  }

  /** @param {string} orderId */
  async #await(orderId) {
    this.#tell(orderId, 'pending');
    const payment = await this.#app.client.payments.settled(orderId);
    if (!payment) return;
    await this.#app.purse.refresh();
    this.#tell(orderId, payment.status);
  }

  /**
   * @param {string} orderId
   * @param {keyof typeof PAYMENTS} state
   */
  #tell(orderId, state) {
    const line = byId('payment');
    line.hidden = false;
    line.dataset.state = state;
    line.dataset.order = orderId;
    line.textContent = PAYMENTS[state];
  }
}
