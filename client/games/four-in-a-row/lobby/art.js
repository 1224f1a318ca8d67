import { byId } from '../dom.js';
import { COLUMNS, ROWS, emptyBoard, free, put, winningPlaces } from '../grid.js';
import { BoardView } from '../view/board.js';
import { PLAIN } from '../view/looks.js';

/** A short game that red wins on the diagonal, as columns. */
const GAME = [3, 4, 4, 5, 2, 5, 5, 6, 3, 6, 2, 6, 6];
const BEAT = 1_100;
/** Beats that the end stays. */
const REST = 4;

/** A game that plays itself in the lobby's header; it stands still when the player prefers that, or looks elsewhere. */
export class Art {
  #view = new BoardView(byId('art', HTMLCanvasElement));
  #timer = 0;
  #beat = 0;

  start() {
    this.stop();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#beat = still ? GAME.length : 6;
    this.#show(false);
    if (!still) this.#timer = setInterval(() => document.visibilityState === 'visible' && this.#step(), BEAT);
  }

  stop() {
    clearInterval(this.#timer);
  }

  #step() {
    this.#beat = (this.#beat + 1) % (GAME.length + REST);
    this.#show(true);
  }

  /** @param {boolean} animate */
  #show(animate) {
    let board = emptyBoard();
    GAME.slice(0, this.#beat).forEach((column, turn) => {
      const row = ROWS - free(board, column);
      board = put(board, { column: column % COLUMNS, row }, turn % 2 === 0 ? 'red' : 'yellow');
    });
    this.#view.show({ board, looks: PLAIN, winning: winningPlaces(board) }, animate);
  }
}
