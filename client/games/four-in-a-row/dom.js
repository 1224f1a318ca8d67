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
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {{class?: string, text?: string, attributes?: Record<string, string>, onClick?: () => void}} [how]
 * @param {Node[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, how = {}, ...children) {
  const element = document.createElement(tag);
  if (how.class) element.className = how.class;
  if (how.text !== undefined) element.textContent = how.text;
  for (const [name, value] of Object.entries(how.attributes ?? {})) element.setAttribute(name, value);
  if (how.onClick) element.addEventListener('click', how.onClick);
  element.append(...children);
  return element;
}

/**
 * Runs a button's task; until it ends the button is busy and takes no second click.
 *
 * @param {HTMLButtonElement} button
 * @param {() => Promise<void>} task
 * @param {(trouble: unknown) => void} failed
 */
export function onClick(button, task, failed) {
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      await task();
    } catch (trouble) {
      failed(trouble);
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
}
