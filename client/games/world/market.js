import { byId, line, onClick, reasonOf, showLines } from './dom.js';
import { TEXTS } from './texts.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */
/** @import {OnOffer} from '../../sdk/contract.js' */

/** What is on offer of one good, as it is at this moment: the server tells what comes and goes. */
export class MarketPane {
  #client;
  #room;
  #item;

  /** @param {Drawbridge} client @param {string} item @param {any} room */
  constructor(client, item, room) {
    this.#client = client;
    this.#item = item;
    this.#room = room;
    room.on('state', () => this.#show());
    room.on('event', (/** @type {any} */ { body }) => this.#tell(body.gone));
    onClick('sell', () => this.#do(() => this.#sell()));
    this.#show();
  }

  /** @param {Drawbridge} client @param {string} item */
  static async enter(client, item) {
    return new MarketPane(client, item, await client.market.watch(item));
  }

  #sell() {
    const price = Number(byId('sell-price', HTMLInputElement).value);
    return this.#client.market.offer({ item: this.#item, price });
  }

  /** What was done is shown when the server tells it. @param {() => Promise<any>} task */
  async #do(task) {
    byId('market-told').textContent = '';
    try {
      await task();
    } catch (refusal) {
      byId('market-told').textContent = TEXTS.failed(reasonOf(refusal));
    }
  }

  /** @param {{id: string, why?: string}[]} gone */
  #tell(gone) {
    const sold = gone.filter(({ why }) => why === 'sold').length;
    if (sold) byId('market-told').textContent = TEXTS.sold(sold);
  }

  #show() {
    const { known, offers } = this.#room.state;
    const empty = known ? TEXTS.noOffers : TEXTS.connecting;
    byId('market-status').textContent = offers.length ? '' : empty;
    showLines(
      'offers',
      offers.map((/** @type {OnOffer} */ offer) => this.#line(offer)),
    );
  }

  /** @param {OnOffer} offer */
  #line({ id, seller, amount, price }) {
    const { market } = this.#client;
    const own = seller === this.#client.playerId;
    const task = own ? () => market.withdraw(id) : () => market.buy(id);
    return line(TEXTS.onOffer(amount, price), { offer: id }, [own ? TEXTS.withdraw : TEXTS.buy, () => this.#do(task)]);
  }
}
