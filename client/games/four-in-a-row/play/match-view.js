import { byId } from '../dom.js';
import { other } from '../rules.js';
import { TEXTS, resultText } from '../texts.js';
import { BoardView } from '../view/board.js';
import { showTable } from './board-table.js';
import { Columns } from './columns.js';
import { linkTo } from './invitation.js';
import { SeatCard } from './seat-card.js';
import { aimAt } from './situation.js';

/** @import {Place} from '../grid.js' */
/** @import {State} from '../rules.js' */
/** @import {Situation} from './situation.js' */
/** @import {Look} from '../view/looks.js' */

/** Shows one game on the page; made once, used for every match. */
export class MatchView {
  #board = new BoardView(byId('board', HTMLCanvasElement));
  #cards = { red: new SeatCard('red'), yellow: new SeatCard('yellow') };
  #columns;
  /** @type {number | undefined} */
  #aim;
  /** @type {(() => void) | undefined} */
  #repaint;

  /** @param {(column: number) => void} dropped */
  constructor(dropped) {
    this.#columns = new Columns(
      byId('columns'),
      (column) => {
        if (column === this.#aim) return;
        this.#aim = column;
        this.#repaint?.();
      },
      dropped,
    );
  }

  /** @param {string} pressed @returns {boolean} whether the key was taken */
  key(pressed) {
    return this.#columns.key(pressed);
  }

  /**
   * @param {Situation} now
   * @param {object} more
   * @param {State} more.state
   * @param {{red: string | undefined, yellow: string | undefined}} more.names
   * @param {{red: Look, yellow: Look}} more.looks
   * @param {Place | undefined} more.last
   * @param {boolean} more.animate
   */
  show(now, { state, names, looks, last, animate }) {
    const { board, waiting, winning } = now;
    this.#repaint = () => this.#board.show({ board, looks, waiting, winning, last, aim: aimAt(now, this.#aim) });
    this.#board.show({ board, looks, waiting, winning, last, aim: aimAt(now, this.#aim) }, animate);
    this.#columns.update(board, now.mayDrop);
    showTable(board);
    for (const side of /** @type {const} */ (['red', 'yellow'])) {
      const mine = now.mine === side;
      this.#cards[side].show({
        name: names[side],
        mine,
        look: looks[side],
        away: !mine && now.opponentAway,
        active: now.phase === 'playing' && now.turn === side,
        won: state.over?.winner !== undefined && state.over.winner === state.players[side],
      });
    }
    byId('status').textContent = now.status;
    byId('status').dataset.turn = now.mayDrop ? 'mine' : 'theirs';
    byId('resign').hidden = now.phase !== 'playing';
  }

  /**
   * @param {Situation} now
   * @param {number | undefined} left ms
   * @param {number} whole ms
   */
  tick(now, left, whole) {
    this.#cards[now.turn].tick(now.phase === 'playing' ? left : undefined, whole);
    this.#cards[other(now.turn)].tick(undefined, whole);
  }

  /** @param {{id: string, invite?: string} | undefined} room undefined: nobody is waited for */
  showWaiting(room) {
    byId('waiting').hidden = room === undefined;
    byId('game').dataset.phase = room ? (room.invite ? 'inviting' : 'waiting') : 'begun';
    if (!room) return;
    byId('waiting-text').textContent = room.invite ? TEXTS.waitingFriend : TEXTS.waiting;
    byId('invitation').hidden = !room.invite;
    byId('invite-link', HTMLInputElement).value = room.invite ? linkTo(room) : '';
  }

  /**
   * @param {import('../rules.js').Result | undefined} result undefined: hides it
   * @param {string} me
   * @param {string} opponentName
   */
  showResult(result, me, opponentName) {
    byId('result').hidden = result === undefined;
    byId('result-gold').hidden = true;
    byId('result-statistics').hidden = true;
    if (!result) return;
    const { title, line } = resultText(result, me, opponentName);
    byId('result').dataset.outcome = result.winner === null ? 'draw' : result.winner === me ? 'won' : 'lost';
    byId('result-title').textContent = title;
    byId('result-line').textContent = line;
  }

  /** @param {string} text of what the game came to */
  showStatistics(text) {
    byId('result-statistics').textContent = text;
    byId('result-statistics').hidden = false;
  }

  /** @param {number} gold that came in */
  showPrize(gold) {
    byId('result-gold').textContent = TEXTS.wonGold(gold);
    byId('result-gold').hidden = false;
  }
}
