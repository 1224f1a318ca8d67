import { byId } from '../dom.js';
import { troubleText } from '../texts.js';

/** ms that a toast stays: long enough to read a sentence twice. */
const TOAST = 5_000;

let hide = 0;

/** @param {string} text for those who do not see the page */
export function announce(text) {
  byId('announcer').textContent = text;
}

/** @param {string} text shown for a while, and read aloud */
export function toast(text) {
  const element = byId('toast');
  element.textContent = text;
  element.hidden = false;
  clearTimeout(hide);
  hide = setTimeout(() => (element.hidden = true), TOAST);
}

/** @param {unknown} trouble an SDK error; a fault of this page is told like any other, and stands in the console */
export function tellTrouble(trouble) {
  if (!(/** @type {any} */ (trouble)?.code)) console.error(trouble);
  toast(troubleText(trouble));
}
