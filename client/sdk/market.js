import { randomText } from './platform.js';

/** @import {Api} from './api.js' */
/** @import {Platform} from './platform.js' */
/** @import {Room} from './room.js' */
/** @import {Rooms} from './rooms.js' */
/** @import {MarketPrices, Offer, OfferPage, OnOffer, Shelf, ShelfEvent} from './contract.js' */

/** What players sell to each other: goods for the market's currency. */
export class Market {
  #api;
  #platform;
  #rooms;

  /**
   * @param {Api} api
   * @param {Platform} platform
   * @param {Rooms} rooms
   */
  constructor(api, platform, rooms) {
    this.#api = api;
    this.#platform = platform;
    this.#rooms = rooms;
  }

  /**
   * Enters a good's shelf: `room.state.offers` are the cheapest that are open, kept as they are; an `event` says what
   * came and what became of what is gone. `room.leave()` ends it.
   *
   * @param {string} item as `item:disc-blue`
   * @returns {Promise<Room<Shelf>>}
   */
  watch(item) {
    return this.#rooms.join(`market:${item}`, { fold });
  }

  /**
   * @param {string} item
   * @param {{price?: number, limit?: number, cursor?: string}} [page] price: of one piece, at most
   * @returns {Promise<OfferPage>} the cheapest piece first
   */
  offers(item, page = {}) {
    return this.#api.get('/v1/market/offers', { item, ...page });
  }

  /**
   * @param {{limit?: number, cursor?: string}} [page]
   * @returns {Promise<OfferPage>} the player's own, newest first
   */
  mine(page = {}) {
    return this.#api.get('/v1/market/offers', { mine: 'true', ...page });
  }

  /** @param {string} item @returns {Promise<MarketPrices>} what was paid lately */
  prices(item) {
    return this.#api.get('/v1/market/prices', { item });
  }

  /** @returns {string} names one deal for ever: asking again with the same key makes it once */
  newKey() {
    return randomText(this.#platform, 16);
  }

  /**
   * Puts goods on offer; they leave the wallet at once.
   *
   * @param {{item: string, amount?: number, price: number, hours?: number}} offer price: of all pieces together
   * @param {string} [key]
   * @returns {Promise<Offer>}
   */
  offer(offer, key = this.newKey()) {
    return this.#api.post('/v1/market/offers', offer, key);
  }

  /**
   * @param {string} id
   * @param {string} [key]
   * @returns {Promise<Offer>}
   * @throws {import('./errors.js').Problem} `offer-gone`, `insufficient-funds` …
   */
  buy(id, key = this.newKey()) {
    return this.#api.post(`${path(id)}/buy`, {}, key);
  }

  /** Takes an own offer back; twice is harmless. @param {string} id */
  async withdraw(id) {
    await this.#api.delete(path(id));
  }
}

/** @param {string} id */
function path(id) {
  return `/v1/market/offers/${encodeURIComponent(id)}`;
}

/** @param {Shelf} state @param {ShelfEvent} event @returns {Shelf} */
function fold({ offers }, { came, gone }) {
  const changed = new Set([...came, ...gone].map(({ id }) => id));
  const next = [...offers.filter(({ id }) => !changed.has(id)), ...came];
  return { known: true, offers: next.sort((one, other) => byCost(one, other)) };
}

/** The cheapest piece first, of equal ones the oldest. @param {OnOffer} one @param {OnOffer} other */
function byCost(one, other) {
  return perPiece(one) - perPiece(other) || one.at - other.at || (one.id < other.id ? -1 : 1);
}

/** In millionths. @param {OnOffer} offer */
function perPiece({ price, amount }) {
  return Math.floor((price * 1_000_000) / amount);
}
