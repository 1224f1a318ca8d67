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

/** Why a move was refused, as rules and nodes name it. @param {any} refusal */
export function reasonOf(refusal) {
  return refusal?.code === 'rules' ? refusal.detail : (refusal?.code ?? 'unknown');
}
