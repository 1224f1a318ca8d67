/** Plays the realtime nodes by script: the test opens, says and closes; what the client sent is in `heard`. */
export class FakeNodes {
  /** Every socket ever, in order. */
  sockets = [];

  /** The constructor that the client gets as its `WebSocket`. */
  get WebSocket() {
    const { sockets } = this;
    return class extends FakeSocket {
      constructor(url, protocol) {
        super(url, protocol);
        sockets.push(this);
      }
    };
  }

  get last() {
    return this.sockets.at(-1);
  }
}

class FakeSocket {
  onopen = null;
  onmessage = null;
  onclose = null;
  onerror = null;
  /** Frames from the client, in order. */
  heard = [];
  /** Messages from the client, each perhaps several frames. */
  messages = [];
  closed = false;

  constructor(url, protocol) {
    this.url = url;
    this.protocol = protocol;
  }

  send(text) {
    if (this.closed) throw new Error('sent on a closed socket');
    this.messages.push(text);
    this.heard.push(...text.split('\n').map((line) => JSON.parse(line)));
  }

  close() {
    this.closed = true;
  }

  // ---- the node's side ----

  open() {
    this.onopen?.({});
    return this;
  }

  say(...frames) {
    this.onmessage?.({ data: frames.map((frame) => JSON.stringify(frame)).join('\n') });
    return this;
  }

  welcome(resume = 'resume-1', more = {}) {
    const limits = { frame: 4096, rate: 10, burst: 20 };
    return this.say({ t: 'welcome', player: 'ann', session: 's', resume, node: 'n1', heartbeat: 20000, limits, ...more });
  }

  joined(more = {}) {
    const members = [{ player: 'ann', status: 'here' }];
    const frame = { t: 'joined', room: 'r1', kind: 'sum', mode: 'fresh', epoch: 1, seq: 0, state: { sum: 0 }, members, lastMove: 0 };
    return this.say({ ...frame, ...more });
  }

  event(seq, more = {}) {
    return this.say({ t: 'event', room: 'r1', seq, epoch: 1, at: 1_000_000, body: { add: seq }, ...more });
  }

  /** The network or the node ends it. */
  end(code, reason = '') {
    this.closed = true;
    this.onclose?.({ code, reason });
  }

  /** The frames of one type that the client sent. */
  all(type) {
    return this.heard.filter(({ t }) => t === type);
  }
}
