import { Film } from './film.js';
import { at, onClick, onSubmit, reason, row, text } from './page.js';

/** @import {Drawbridge} from '../sdk/drawbridge.js' */
/** @import {Statement} from '../sdk/support.js' */

/**
 * A room's log as a film.
 *
 * @param {Drawbridge} client
 */
export function rooms({ support }) {
  let film = new Film();

  /** @param {number} position */
  function seek(position) {
    film.seek(position);
    at('scrub').value = `${film.position}`;
    at('caption').textContent = film.caption;
    at('frame').textContent = film.frame ? JSON.stringify(film.frame.body, undefined, 2) : '';
  }

  onSubmit('open', async () => {
    const room = text('room-id');
    film = await Film.of((after) => support.log(room, after));
    at('scrub').max = `${film.length}`;
    at('film').hidden = false;
    seek(film.length);
  });
  at('scrub').addEventListener('input', () => seek(Number(at('scrub').value)));
  at('back').addEventListener('click', () => seek(film.position - 1));
  at('on').addEventListener('click', () => seek(film.position + 1));
}

/**
 * A month of the books.
 *
 * @param {Drawbridge} client
 */
export function statements({ support }) {
  /** @param {Statement} statement */
  function show({ month, state, manifest }) {
    const { currency, exponent, lines, rows } = manifest ?? { lines: {} };
    const amounts = Object.entries(lines).map(([line, amount]) =>
      row(line, `${(Number(amount) / 10 ** exponent).toFixed(exponent)} ${currency}`),
    );
    at('statement-lines').replaceChildren(...amounts);
    return `${month} is ${state}${manifest ? `, with ${rows} movements` : ''}.`;
  }

  onSubmit('statement', async () => show(await support.statement(text('statement-month'))));
  onClick('statement-close', async () => show(await support.closeMonth(text('statement-month'), reason())));
}

/**
 * What was done.
 *
 * @param {Drawbridge} client
 */
export function audit({ support }) {
  onSubmit('audit', async () => {
    const subject = text('audit-subject') || undefined;
    const { entries } = await support.audit({ subject, day: subject ? undefined : at('audit-day').value || undefined });
    const lines = entries.map((entry) =>
      row(entry.at, entry.who, entry.what, entry.subject ?? '', entry.why ?? '', entry.outcome),
    );
    at('audit-lines').replaceChildren(...lines);
    return entries.length ? '' : 'Nothing was done.';
  });
}
