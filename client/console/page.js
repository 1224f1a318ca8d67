import { Problem } from '../sdk/drawbridge.js';

/** @param {string} id @returns {any} */
export const at = (id) => document.getElementById(id);

/** @param {string} id @returns {string} what stands in a field */
export const text = (id) => at(id).value.trim();

/**
 * @param {string} words
 * @param {'good' | 'bad'} kind
 */
function say(words, kind) {
  at('message').textContent = words;
  at('message').dataset.kind = kind;
  at('message').hidden = !words;
}

/** @type {Record<string, string>} */
const texts = {
  forbidden: 'Your player may not do this: an admin gives roles.',
  'not-found': 'There is nothing of that name.',
  'last-node': 'No other node takes rooms: this one has to stay.',
  'room-over': 'That room is over.',
  'well-known': 'That room is always there and cannot be closed.',
  'bad-input': 'The server did not understand that. Is there a reason?',
  'bad-config': 'The title does not allow that value.',
  'config-changed': 'Somebody else was faster: look at it once more.',
  'insufficient-funds': 'The player has less than that.',
  'not-paid': 'Nothing was paid, or all of it was given back.',
  'too-early': 'The month is not over for a day.',
  'not-next': 'Another month has to be closed first.',
  unreachable: 'The server does not answer.',
};

/** @param {() => Promise<string | void>} task answers what to say when it is done */
export async function attempt(task) {
  say('', 'good');
  try {
    const done = await task();
    if (done) say(done, 'good');
  } catch (fault) {
    const code = fault instanceof Problem ? fault.code : '';
    say(texts[code] ?? (fault instanceof Error ? fault.message : `${fault}`), 'bad');
  }
}

/**
 * @param {string} name
 * @param {string} words
 */
export function element(name, words = '') {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

/** @param {(string | HTMLElement)[]} cells */
export function row(...cells) {
  const line = document.createElement('tr');
  for (const cell of cells) {
    const place = document.createElement('td');
    place.append(cell);
    line.append(place);
  }
  return line;
}

/**
 * @param {string} words
 * @param {() => Promise<string | void>} task
 */
export function button(words, task) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = words;
  made.addEventListener('click', () => attempt(task));
  return made;
}

/** Every change is written down with why; without a reason nothing is done. */
export function reason() {
  const why = text('reason');
  if (why) return why;
  at('reason').focus();
  throw new Error('Say why, at the top of the page.');
}

/**
 * @param {string} form
 * @param {() => Promise<string | void>} task
 */
export function onSubmit(form, task) {
  at(form).addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    attempt(task);
  });
}

/**
 * @param {string} id of a button
 * @param {() => Promise<string | void>} task
 */
export function onClick(id, task) {
  at(id).addEventListener('click', () => attempt(task));
}
