import { at, button, onClick, onSubmit, reason, row, text } from './page.js';

/** @import {Drawbridge} from '../sdk/drawbridge.js' */
/** @import {Change, ConfigPage} from '../sdk/support.js' */

/** @param {Drawbridge} client */
export function config({ support }) {
  /** @type {ConfigPage} */
  let page = { settings: [], versions: [] };
  const newest = () => page.versions[0] ?? { version: 0, changes: [] };

  async function show() {
    page = await support.config();
    const keys = page.settings.map(({ key }) => new Option(key, key));
    const chosen = at('config-key').value;
    at('config-key').replaceChildren(...keys);
    if (chosen) at('config-key').value = chosen;
    at('config').dataset.version = `${newest().version}`;
    at('config').hidden = false;
    at('config-lines').replaceChildren(...newest().changes.map(line));
    const versions = page.versions.map(({ version, at: when, by, why }) =>
      row(`${version}`, when, by, why, button('Back to it', () => rollBack(version))),
    );
    at('config-versions').replaceChildren(...versions, row('0', '', '', 'as the title has it', button('Back to it', () => rollBack(0))));
  }

  /** @param {Change} change */
  function line(change) {
    const { key, value, from, until, segment } = change;
    const others = newest().changes.filter((it) => it !== change);
    const take = button('Take away', () => write(others));
    return row(key, `${value}`, from ?? 'always', until ?? 'for good', segment ? JSON.stringify(segment) : 'everybody', take);
  }

  /** @param {Change[]} changes */
  async function write(changes) {
    const { version } = await support.configure(newest().version, changes, reason());
    await show();
    return `Version ${version} holds.`;
  }

  /** @param {number} version */
  async function rollBack(version) {
    const { version: now } = await support.rollBack(version, reason());
    await show();
    return `Version ${now} holds, and says what version ${version} said.`;
  }

  /** What holds always takes the place of what held always. */
  async function set() {
    const key = at('config-key').value;
    const usual = page.settings.find((setting) => setting.key === key)?.usual;
    const from = instant('config-from');
    const until = instant('config-until');
    const change = { key, value: parsed(text('config-value'), usual), ...(from && { from }), ...(until && { until }) };
    const isPlain = (/** @type {Change} */ it) => !it.from && !it.until && !it.segment;
    const others = newest().changes.filter((it) => it.key !== key || !isPlain(it) || !isPlain(change));
    return write([...others, change]);
  }

  onClick('config-again', show);
  onSubmit('config-set', set);
}

/**
 * @param {string} id of a field with a local time
 * @returns {string | undefined}
 */
function instant(id) {
  const local = at(id).value;
  return local ? new Date(local).toISOString() : undefined;
}

/**
 * @param {string} words
 * @param {boolean | number | string | undefined} usual of the same type as the value has to be
 */
export function parsed(words, usual) {
  if (typeof usual === 'number' && /^-?\d+$/.test(words)) return Number(words);
  if (typeof usual === 'boolean' && /^(true|false)$/.test(words)) return words === 'true';
  if (typeof usual === 'string') return words;
  throw new Error(`The value must be ${typeof usual === 'boolean' ? 'true or false' : 'a whole number'}.`);
}
