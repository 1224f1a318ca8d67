/** An HTTP call's error, as its `application/problem+json` says. */
export class Problem extends Error {
  /**
   * @param {object} of
   * @param {number} of.status HTTP status; 0 when nothing was answered
   * @param {string} of.code stable, lower case, words joined by hyphens; `unreachable` and `timeout` with status 0
   * @param {string} [of.title]
   * @param {string} [of.detail]
   * @param {number} [of.retryAfter] milliseconds
   * @param {Record<string, any>} [of.more] what else the problem says: `merge` of an identity that is taken
   */
  constructor({ status, code, title = code, detail = '', retryAfter, more = {} }) {
    super(detail || title);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.retryAfter = retryAfter;
    this.more = more;
  }

  /** Whether the same request may well succeed later. */
  get passing() {
    return [0, 429, 502, 503, 504].includes(this.status);
  }
}

/** A move that was not applied. */
export class Denied extends Error {
  /**
   * @param {string} code of the realtime contract; `rules` when the kind's own rules said no
   * @param {string} [detail] with `rules` the reason: `column-full`
   */
  constructor(code, detail = '') {
    super(detail || code);
    this.name = 'Denied';
    this.code = code;
    this.detail = detail;
  }
}

/** The end of a room for this client: nothing more comes, and what was unanswered stays so. */
export class Stopped extends Error {
  /**
   * @param {string} code `over`, `left`, `not-found`, `full`, `forbidden`, `unauthorized`, `banned`, `abuse`,
   *   `too-big`, `version`, `bad`, `unreachable` or a problem's code
   * @param {string} [detail]
   */
  constructor(code, detail = '') {
    super(detail || code);
    this.name = 'Stopped';
    this.code = code;
    this.detail = detail;
  }
}
