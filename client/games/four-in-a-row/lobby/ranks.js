import { Problem } from '../../../sdk/drawbridge.js';
import { byId, make } from '../dom.js';
import { KIND } from '../rules.js';
import { TEXTS } from '../texts.js';

/** @import {App} from '../app.js' */
/** @import {BoardEntry, BoardPage, BoardRank} from '../../../sdk/contract.js' */

const TOP = 5;
const AROUND = 1;

/** The top of the board, and where the player stands. */
export class Ranks {
  #app;

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
  }

  async refresh() {
    const page = await this.#app.client.leaderboards.page(KIND, { limit: TOP });
    const { entries } = page;
    const mine = await this.#mine(page);
    const top = new Set(entries.map((entry) => entry.playerId));
    const around = (mine?.around ?? []).filter((entry) => !top.has(entry.playerId));
    const gap = around.length && around[0].rank > TOP + 1 ? [make('li', { class: 'gap', attributes: { 'aria-hidden': 'true' } })] : [];
    const rows = [...entries.map((entry) => this.#row(entry)), ...gap, ...around.map((entry) => this.#row(entry))];
    byId('ranks').replaceChildren(...rows);
    byId('my-rank').textContent = ownText(entries, mine);
  }

  /**
   * @param {BoardPage} page
   * @returns {Promise<Pick<BoardRank, 'rank' | 'of' | 'around'> | undefined>} undefined: no score yet
   */
  async #mine({ entries, of }) {
    const { leaderboards, playerId } = this.#app.client;
    const shown = entries.find((entry) => entry.playerId === playerId);
    if (shown) return { rank: shown.rank, of, around: [] };
    if (of <= entries.length) return undefined; // everybody who has a score is shown already
    return leaderboards.rank(KIND, playerId, { around: AROUND }).catch(noneYet);
  }

  /** @param {BoardEntry} entry */
  #row({ rank, playerId, name, score }) {
    const mine = playerId === this.#app.client.playerId;
    const shown = mine ? (this.#app.client.player?.name ?? TEXTS.you) : (name ?? TEXTS.somebody);
    return make(
      'li',
      { class: mine ? 'row mine' : 'row', attributes: { 'data-player': playerId } },
      make('span', { class: 'rank', text: `${rank}` }),
      make('span', { class: 'grow', text: shown }),
      make('span', { class: 'score', text: TEXTS.wins(score) }),
    );
  }
}

/**
 * @param {unknown} problem
 * @returns {undefined} the player has no score yet
 */
function noneYet(problem) {
  if (problem instanceof Problem && problem.status === 404) return undefined;
  throw problem;
}

/**
 * @param {BoardEntry[]} entries
 * @param {Pick<BoardRank, 'rank' | 'of'> | undefined} mine
 */
function ownText(entries, mine) {
  if (entries.length === 0) return TEXTS.noRanks;
  return mine ? TEXTS.yourRank(mine.rank, mine.of) : TEXTS.noRankOfYours;
}
