import { byId, make } from '../dom.js';
import { TEXTS } from '../texts.js';

/** @import {Board} from '../grid.js' */

/** The board as a table, for those who do not see it. @param {Board} board */
export function showTable(board) {
  const rows = board.map((row, i) =>
    make(
      'tr',
      {},
      make('th', { text: TEXTS.row(i), attributes: { scope: 'row' } }),
      ...row.map((disc) => make('td', { text: disc === null ? TEXTS.empty : TEXTS[disc] })),
    ),
  );
  rows.reverse();
  byId('board-table').querySelector('tbody')?.replaceChildren(...rows);
}
