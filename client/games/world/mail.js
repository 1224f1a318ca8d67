import { byId, line, onClick, showLines } from './dom.js';
import { TEXTS } from './texts.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */
/** @import {Mail} from '../../sdk/contract.js' */

/** The inbox, and how much is in it: asked for when the server says that there may be more. */
export class MailPane {
  #client;
  #looks = 0;

  /** @param {Drawbridge} client */
  constructor(client) {
    this.#client = client;
    client.inbox.on('mail', () => this.#look());
    onClick('mail', () => {
      byId('inbox').hidden = !byId('inbox').hidden;
    });
    this.#look();
  }

  /** Of two looks under way the later one counts. */
  async #look() {
    const look = ++this.#looks;
    const page = await this.#client.inbox.list().catch(() => undefined);
    if (page && look === this.#looks) this.#show(page.mail, page.next !== undefined);
  }

  /** @param {Mail[]} mails @param {boolean} more */
  #show(mails, more) {
    const badge = byId('mail');
    badge.textContent = TEXTS.mail(mails.length, more);
    badge.dataset.count = String(mails.length);
    showLines(
      'mails',
      mails.map((mail) => this.#line(mail)),
    );
  }

  /** @param {Mail} mail */
  #line({ id, subject, text, claimed }) {
    const { inbox } = this.#client;
    const waits = claimed === false;
    const task = async () => {
      await (waits ? inbox.claim(id) : inbox.remove(id)).catch(() => {});
      await this.#look();
    };
    return line(TEXTS.letter(subject, text), { mail: id }, [waits ? TEXTS.takeOut : TEXTS.discard, task]);
  }
}
