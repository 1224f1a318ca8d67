/** @import {Drawbridge} from '../../sdk/drawbridge.js' */

/** ms between looks while a prize is on its way: it is carried out after the game, by others. */
const LOOKS = [250, 400, 600, 900, 1300, 2000, 3000, 4000, 5000];
/** ms in which the number runs up to what it is. */
const RUN_UP = 900;

/** The player's gold, as it stands in the headers, and the gems beside the packs. */
export class Purse {
  #client;
  #shown = 0;
  /** @type {number | undefined} undefined: not known yet */
  gold;

  /** @param {Drawbridge} client */
  constructor(client) {
    this.#client = client;
  }

  async refresh() {
    const { gold = 0, gems = 0 } = await this.#client.wallet.balances();
    this.set(gold);
    for (const amount of document.querySelectorAll('[data-gems]')) amount.textContent = `${gems}`;
  }

  /** @param {number} gold as the server told it */
  set(gold) {
    const first = this.gold === undefined;
    this.gold = gold;
    if (first || matchMedia('(prefers-reduced-motion: reduce)').matches) this.#show(gold);
    else this.#run(this.#shown, gold, performance.now());
  }

  /** @returns {Promise<number>} how much more it has become; 0 when nothing came in time */
  async awaitPrize() {
    const before = this.gold ?? 0;
    for (const wait of LOOKS) {
      await new Promise((done) => setTimeout(done, wait));
      await this.refresh().catch(() => {}); // the next look may succeed
      if ((this.gold ?? 0) > before) return (this.gold ?? 0) - before;
    }
    return 0;
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {number} start
   */
  #run(from, to, start) {
    requestAnimationFrame((now) => {
      const part = Math.min(1, Math.max(0, now - start) / RUN_UP);
      this.#show(Math.round(from + (to - from) * (1 - (1 - part) ** 3)));
      if (part < 1 && this.gold === to) this.#run(from, to, start);
    });
  }

  /** @param {number} gold */
  #show(gold) {
    this.#shown = gold;
    for (const amount of document.querySelectorAll('[data-gold]')) amount.textContent = `${gold}`;
  }
}
