import { byId, make } from '../dom.js';
import { TEXTS } from '../texts.js';

/** @import {Board} from '../grid.js' */

/** The board as a table, for those who do not see it. @param {Board} board */
export function showTable(board) {
  const rows = [...board].reverse().map((row) =>
    make('tr', {}, ...row.map((disc) => make('td', { text: disc === null ? TEXTS.empty : TEXTS[disc] }))),
  );
  byId('board-table').querySelector('tbody')?.replaceChildren(...rows);
}
