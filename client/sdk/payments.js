import { Backoff } from './backoff.js';
import { Problem } from './errors.js';
import { LIMITS } from './limits.js';
import { pause, randomText } from './platform.js';

/** @import {Api} from './api.js' */
/** @import {Platform} from './platform.js' */
/** @import {OpenOrder, Payment, PaymentOrder} from './contract.js' */

const OPEN = 'drawbridge.payments';

/** Packs for real money. What is ordered and not yet settled is remembered, so that a reload goes on with it. */
export class Payments {
  #api;
  #platform;
  #player;

  /**
   * @param {Api} api
   * @param {Platform} platform
   * @param {() => string} player who is logged in
   */
  constructor(api, platform, player) {
    this.#api = api;
    this.#platform = platform;
    this.#player = player;
  }

  /** @returns {string} names one order for ever: asking again with the same key orders once */
  newKey() {
    return randomText(this.#platform, 16);
  }

  /**
   * Orders a pack; nothing is paid by it. It is tried again after a passing failure, always with the same key.
   *
   * @param {string} sku
   * @param {object} options
   * @param {string} options.provider `stripe`, `facebook`, `instant`
   * @param {number} [options.quantity]
   * @param {string} [options.affiliate] who brought the player
   * @param {string} [options.key] give your own to ask again after a failure that may have been none
   * @returns {Promise<PaymentOrder>} with what the provider's own client call needs
   * @throws {Problem} `provider-off` …
   */
  async order(sku, { provider, quantity = 1, affiliate, key = this.newKey() }) {
    const body = { sku, quantity, provider, affiliate };
    /** @type {PaymentOrder} */
    const order = await this.#api.post('/v1/payments/orders', body, key);
    const at = this.#platform.now();
    this.#keep([...this.#kept(), { player: this.#player(), orderId: order.orderId, sku, provider, at }]);
    return order;
  }

  /**
   * @param {string} orderId
   * @returns {Promise<Payment>}
   */
  get(orderId) {
    return this.#api.get(`/v1/payments/orders/${encodeURIComponent(orderId)}`);
  }

  /**
   * Shows the provider's own proof that was paid. It may be shown again; without it the provider's notice does the same
   * a little later.
   *
   * @param {string} provider
   * @param {object} proof `{sessionId}` of Stripe, `{signedRequest}` of Facebook, with `orderId` of Instant Games
   * @returns {Promise<Payment>}
   */
  confirm(provider, proof) {
    return this.#api.post(`/v1/payments/${encodeURIComponent(provider)}/confirm`, proof);
  }

  /** @returns {OpenOrder[]} this player's orders whose end is not known here yet, oldest first */
  get open() {
    return this.#kept().filter(({ player }) => player === this.#player());
  }

  /**
   * Waits until an order is no more pending, asking less and less often, and through passing failures. Then it is
   * remembered no longer.
   *
   * @param {string} orderId
   * @param {{patience?: number, stop?: AbortSignal}} [options] ms after which it is told pending as it is, and stays open
   * @returns {Promise<Payment | undefined>} undefined when it was stopped or never was
   */
  async settled(orderId, { patience = LIMITS.payment, stop } = {}) {
    const until = this.#platform.now() + patience;
    const backoff = new Backoff(this.#platform.random);
    for (;;) {
      const payment = await this.#look(orderId);
      if (stop?.aborted) return undefined;
      if (payment && payment.status !== 'pending') this.forget(orderId);
      if (payment && payment.status !== 'pending') return payment;
      const wait = LIMITS.paymentLook + backoff.next();
      if (this.#platform.now() + wait > until) return payment;
      await pause(this.#platform, wait);
      if (stop?.aborted) return undefined;
    }
  }

  /**
   * @param {string} orderId
   * @returns {Promise<Payment | undefined>} undefined when nothing was answered this time
   */
  async #look(orderId) {
    try {
      return await this.get(orderId);
    } catch (problem) {
      if (problem instanceof Problem && problem.passing) return undefined;
      if (problem instanceof Problem && problem.status === 404) this.forget(orderId);
      throw problem;
    }
  }

  /**
   * The player has turned back: nobody waits for this order any more. If it is paid all the same, it is granted.
   *
   * @param {string} orderId
   */
  forget(orderId) {
    this.#keep(this.#kept().filter((open) => open.orderId !== orderId));
  }

  /** @returns {OpenOrder[]} */
  #kept() {
    try {
      const kept = JSON.parse(this.#platform.storage.getItem(OPEN) ?? '[]');
      const oldest = this.#platform.now() - LIMITS.paymentKept;
      return kept.filter((/** @type {OpenOrder} */ { at }) => at > oldest);
    } catch {
      return []; // somebody else's writing
    }
  }

  /** @param {OpenOrder[]} open */
  #keep(open) {
    if (open.length === 0) this.#platform.storage.removeItem(OPEN);
    else this.#platform.storage.setItem(OPEN, JSON.stringify(open.slice(-LIMITS.paymentsOpen)));
  }
}
