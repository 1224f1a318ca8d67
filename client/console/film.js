/** @import {Logged, LogPage} from '../sdk/support.js' */

/** A room's log as something that one can scrub through. */
export class Film {
  /** @type {Logged[]} */
  #events = [];
  #position = 0;

  /**
   * Reads the whole log, page by page.
   *
   * @param {(after: number) => Promise<LogPage>} page
   * @returns {Promise<Film>}
   */
  static async of(page) {
    const film = new Film();
    for (let after = 0; ; ) {
      const { events, head } = await page(after);
      film.#events.push(...events);
      const last = events.at(-1)?.seq ?? head;
      if (!events.length || last >= head) return film;
      after = last;
    }
  }

  get length() {
    return this.#events.length;
  }

  /** @returns {number} how many events were shown, 0 to {@link length} */
  get position() {
    return this.#position;
  }

  /** @param {number} position what is out of bounds is brought back in */
  seek(position) {
    this.#position = Math.max(0, Math.min(this.#events.length, Math.trunc(position) || 0));
  }

  /** @returns {Logged | undefined} the event that was last shown */
  get frame() {
    return this.#events[this.#position - 1];
  }

  /** @returns {string} which event of how many, when, and whose it was */
  get caption() {
    const event = this.frame;
    if (!event) return this.#events.length ? 'before the first event' : 'an empty log';
    const at = new Date(event.at).toISOString();
    return `${this.#position} of ${this.#events.length} · seq ${event.seq} · ${at}${event.by ? ` · ${event.by}` : ''}`;
  }
}
