/**
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} id of an element that the page has
 * @param {new () => Kind} [kind]
 * @returns {Kind}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof (kind ?? HTMLElement))) throw new Error(`the page has no ${id}`);
  return /** @type {Kind} */ (element);
}

/**
 * @param {string} id
 * @param {() => void} task
 */
export function onClick(id, task) {
  byId(id, HTMLButtonElement).addEventListener('click', task);
}

/**
 * A click on a button, and Enter in the field before it, are the same.
 *
 * @param {string} field
 * @param {string} button
 * @param {() => void} task
 */
export function onSend(field, button, task) {
  onClick(button, task);
  byId(field, HTMLInputElement).addEventListener('keydown', (key) => key.key === 'Enter' && task());
}

/**
 * A line of text with buttons behind it.
 *
 * @param {string} text shown as it is
 * @param {Record<string, string>} data attributes
 * @param {[label: string, task: () => void][]} buttons
 */
export function line(text, data, ...buttons) {
  const item = document.createElement('li');
  Object.assign(item.dataset, data);
  const said = document.createElement('span');
  said.className = 'text';
  said.textContent = text;
  item.append(said);
  for (const [label, task] of buttons) {
    const button = document.createElement('button');
    button.className = 'button';
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', task);
    item.append(button);
  }
  return item;
}

/**
 * Shows lines, unless they are shown already: who has a button in focus keeps it.
 *
 * @param {string} id of a list
 * @param {HTMLElement[]} lines
 */
export function showLines(id, lines) {
  const list = byId(id);
  const shown = [...list.children].map((child) => child.outerHTML).join();
  if (shown !== lines.map((item) => item.outerHTML).join()) list.replaceChildren(...lines);
}

/** Why a move was refused, as rules and nodes name it. @param {any} refusal */
export function reasonOf(refusal) {
  return refusal?.code === 'rules' ? refusal.detail : (refusal?.code ?? 'unknown');
}
