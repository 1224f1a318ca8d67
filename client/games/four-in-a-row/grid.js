/** @typedef {'red' | 'yellow'} Disc */
/** @typedef {(Disc | null)[][]} Board six rows of seven, row 0 at the bottom */
/** @typedef {{column: number, row: number}} Place */

export const ROWS = 6;
export const COLUMNS = 7;

/** Right, up and the two diagonals. */
const LINES = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
];

/** @returns {Board} */
export function emptyBoard() {
  return Array.from({ length: ROWS }, () => Array(COLUMNS).fill(null));
}

/**
 * @param {Board} board
 * @param {number} column
 * @returns {number} how many discs still fit
 */
export function free(board, column) {
  return board.filter((row) => row[column] === null).length;
}

/**
 * @param {Board} board
 * @param {Place} place
 * @param {Disc} disc
 * @returns {Board}
 */
export function put(board, place, disc) {
  return board.map((line, row) =>
    row === place.row ? line.map((was, column) => (column === place.column ? disc : was)) : line,
  );
}

/**
 * @param {Board} board
 * @returns {Place[]} every place that stands in a row of four or more; the last disc may have made several rows
 */
export function winningPlaces(board) {
  /** @type {Map<string, Place>} */
  const found = new Map();
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++)
      for (const [right, up] of LINES)
        for (const place of fourFrom(board, { column, row }, right, up)) found.set(`${place.column} ${place.row}`, place);
  return [...found.values()];
}

/**
 * @param {Board} board
 * @param {Place} start
 * @param {number} right
 * @param {number} up
 * @returns {Place[]} the four places from here on when they are of one colour, else none
 */
function fourFrom(board, start, right, up) {
  const disc = board[start.row][start.column];
  const places = [0, 1, 2, 3].map((n) => ({ column: start.column + n * right, row: start.row + n * up }));
  return disc && places.every(({ column, row }) => board[row]?.[column] === disc) ? places : [];
}
