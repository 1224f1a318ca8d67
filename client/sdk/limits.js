/** Every limit of the client, with its unit and reason. */
export const LIMITS = Object.freeze({
  /** ms for one request: API Gateway's own longest answer is far beyond any patience. */
  request: 10_000,
  /** Tries of a request that may be repeated: enough for a blip, not for an outage. */
  requestTries: 4,
  /** ms that a Retry-After may ask of a waiting caller; beyond it the caller is told. */
  retryAfter: 20_000,
  /** ms before its end at which an access token is renewed: a slow request still arrives in time. */
  renewBefore: 60_000,
  /** ms a tab may hold the right to renew the session: longer than the two requests it may need. */
  lease: 25_000,
  /** ms after which a tab looks again whether it got that right. */
  leaseCheck: 40,

  /** ms that an event waits for others: a batch every ten seconds is nothing to a phone. */
  eventWait: 10_000,
  /** Events of one batch: far below the 64 KB that a browser sends of a page that goes away. */
  eventBatch: 50,
  /** Events that wait for a network: the newest of an hour without one. */
  events: 500,

  /** ms that an order is waited for: a person reads their bank's questions and finds their telephone. */
  payment: 15 * 60_000,
  /** ms between two looks at an order at least; the wait grows by the back-off's. */
  paymentLook: 500,
  /** ms for which an order is remembered: what is unpaid by then the provider has given up. */
  paymentKept: 24 * 3_600_000,
  /** Orders remembered at once, the newest: nobody has more checkout pages open. */
  paymentsOpen: 20,

  /** ms of the first wait before a reconnect, doubling … */
  backoffFirst: 100,
  /** … to this many ms, each with full jitter, so that a lost node is not stormed. */
  backoffMost: 5_000,
  /** Tries of a lost socket at the same url before the join call is asked where the room is now. */
  socketTries: 2,
  /** ms from a socket's opening to its welcome. */
  welcome: 8_000,
  /** ms from a join to its answer; then the socket counts as lost. */
  joined: 8_000,
  /** ms in which a first entry must have succeeded; then the caller is told. */
  entry: 20_000,
  /** ms in which a ping must be answered; then the socket counts as lost. */
  pong: 5_000,
  /** ms in which a waking tab's ping must be answered: a person is looking. */
  wakePong: 2_000,
  /** ms a room may be behind its head before it joins again from its position. */
  behind: 1_000,
  /** Joins again without progress before the position is given up and the state asked for. */
  gaps: 3,
  /** ms between two "connected elsewhere" that mean two tabs fight for one seat. */
  elsewhere: 60_000,

  /** Moves sent and not answered, per room: the contract's number. */
  unanswered: 32,
  /** Moves waiting in memory, per room: a player offline for long is better told. */
  queued: 1_000,
  /** Bytes of one frame until the node says its own limit. */
  frame: 4_096,
  /** Bytes of one message, which may carry several frames: the node closes at 16 KB. */
  message: 12_288,
  /** Moves a second and at once until the node says its own limits. */
  rate: 10,
  burst: 20,
  /** Open rooms that a quick join tries before it makes a new one. */
  quick: 8,
});
