import { byId } from '../dom.js';

/**
 * Asks once, in a dialog of the page. Escape means no.
 *
 * @param {string} text
 * @param {string} yes
 * @param {string} [no] only one button when not given
 * @returns {Promise<boolean>}
 */
export function ask(text, yes, no) {
  const dialog = byId('question', HTMLDialogElement);
  const yesButton = byId('question-yes');
  const noButton = byId('question-no');
  byId('question-text').textContent = text;
  yesButton.textContent = yes;
  noButton.textContent = no ?? '';
  noButton.hidden = no === undefined;
  dialog.returnValue = '';
  yesButton.onclick = () => dialog.close('yes');
  noButton.onclick = () => dialog.close('no');
  dialog.showModal();
  return new Promise((answered) => {
    dialog.onclose = () => answered(dialog.returnValue === 'yes' && no !== undefined);
  });
}
