import { byId, onClick } from '../dom.js';
import { toast } from '../page/voice.js';
import { TEXTS } from '../texts.js';

/**
 * The link is in the fragment, which no browser sends to a server: no log ever has the invite.
 *
 * @param {{id: string, invite?: string}} room
 */
export function linkTo({ id, invite = '' }) {
  const link = new URL(location.href);
  link.hash = new URLSearchParams({ room: id, invite }).toString();
  return link.href;
}

/** @returns {{room: string, invite?: string} | undefined} what this page was opened with */
export function invitationHere() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const room = parameters.get('room');
  return room ? { room, invite: parameters.get('invite') || undefined } : undefined;
}

/** The link leads into one room once; afterwards it must not lead back there. */
export function forgetInvitation() {
  history.replaceState(null, '', location.pathname + location.search);
}

/** Lets the buttons beside the link do their work. */
export function wireInvitation() {
  const field = byId('invite-link', HTMLInputElement);
  field.addEventListener('focus', () => field.select());
  onClick(
    byId('copy-link', HTMLButtonElement),
    async () => {
      await navigator.clipboard.writeText(field.value);
      toast(TEXTS.linkCopied);
    },
    () => {
      field.focus();
      toast(TEXTS.linkToCopy);
    },
  );
  const share = byId('share-link', HTMLButtonElement);
  share.hidden = !navigator.share;
  onClick(
    share,
    () => navigator.share({ title: TEXTS.shareTitle, text: TEXTS.shareText, url: field.value }),
    () => {}, // the player closed the sheet
  );
}
