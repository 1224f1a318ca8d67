/** Time that passes only when a test says so. */
export class FakeTime {
  #now = 1_000_000;
  /** @type {{at: number, task: () => void}[]} */
  #timers = [];

  now = () => this.#now;

  after = (ms, task) => {
    const timer = { at: this.#now + ms, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  /** Lets whatever is ready run, then so many milliseconds pass, timer by timer. */
  async pass(ms = 0) {
    const until = this.#now + ms;
    await settle();
    for (let next = this.#due(until); next; next = this.#due(until)) {
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.task();
      await settle();
    }
    this.#now = until;
  }

  #due(until) {
    return this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }

  /** Milliseconds until each timer that is set, soonest first. */
  get waits() {
    return this.#timers.map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }
}

/** All promises that can be kept without time passing. */
async function settle() {
  for (let i = 0; i < 3; i++) await new Promise((done) => setImmediate(done));
}
