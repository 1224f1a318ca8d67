import { Film } from './film.js';
import { at, button, onClick, onSubmit, reason, row, text } from './page.js';

/** @import {Drawbridge} from '../sdk/drawbridge.js' */
/** @import {Report, Statement} from '../sdk/support.js' */

/**
 * A room: how it is, its log as a film, and its end.
 *
 * @param {Drawbridge} client
 */
export function rooms({ support, rooms }) {
  let film = new Film();
  let shown = '';

  async function card() {
    const { kind, status, players, head } = await rooms.get(shown);
    at('room-card').textContent = `${kind} · ${status} · ${players} in it · ${head} events`;
    at('room-close').disabled = status === 'over';
  }

  /** @param {number} position */
  function seek(position) {
    film.seek(position);
    at('scrub').value = `${film.position}`;
    at('caption').textContent = film.caption;
    at('frame').textContent = film.frame ? JSON.stringify(film.frame.body, undefined, 2) : '';
  }

  onSubmit('open', async () => {
    shown = text('room-id');
    film = await Film.of((after) => support.log(shown, after));
    await card();
    at('scrub').max = `${film.length}`;
    at('film').hidden = false;
    seek(film.length);
  });
  at('scrub').addEventListener('input', () => seek(Number(at('scrub').value)));
  at('back').addEventListener('click', () => seek(film.position - 1));
  at('on').addEventListener('click', () => seek(film.position + 1));
  onClick('room-again', card);
  onClick('room-close', async () => {
    const why = reason();
    if (!confirm(`Close room ${shown}? It ends for everybody in it, and nobody wins.`)) return '';
    await support.closeRoom(shown, why);
    return `${shown} is being closed.`;
  });
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
 * What players report.
 *
 * @param {Drawbridge} client
 */
export function reports({ support }) {
  /** @param {Report} report */
  function line(report) {
    const close = async () => {
      await support.closeReport(report.id, reason());
      return show();
    };
    const last = report.closedBy ? `closed by ${report.closedBy}` : button('Close', close);
    return row(report.at, report.room, report.about, said(report), report.reason, report.by, last);
  }

  async function show() {
    const { reports: all } = await support.reports(at('reports-state').value);
    at('report-lines').replaceChildren(...all.map(line));
    return all.length ? '' : 'There are none.';
  }

  onSubmit('reports', show);
}

/** What a report is about, a line for each message. @param {Report} report */
function said({ context }) {
  return Array.isArray(context) ? context.map(({ by, text: words }) => `${by}: ${words}`).join('\n') : JSON.stringify(context);
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
