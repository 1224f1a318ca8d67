/** Everything the player reads, in one place. */
export const TEXTS = {
  connecting: 'Connecting…',
  settle: 'Click a free tile to settle.',
  claim: 'Click a tile beside yours to claim it.',
  idle: 'Nobody waits for you yet.',
  waiting: 'Looking for somebody as good as you…',
  offer: (/** @type {number} */ accepted, /** @type {number} */ players) =>
    `A match is found: ${accepted} of ${players} have accepted.`,
  match: 'Your match is ready.',
  failed: (/** @type {string} */ reason) => REASONS[reason] ?? 'That did not work.',
};

/** @type {Record<string, string>} */
const REASONS = {
  'slow-down': 'Not so fast: wait a few seconds between messages.',
  muted: 'A moderator has muted you here.',
  banned: 'You may not say anything here now.',
  empty: 'There is nothing to send.',
  'too-long': 'That is too long.',
  taken: 'Somebody owns that tile.',
  'no-land': 'Nobody can stand there.',
  'too-far': 'That is not beside a tile of yours.',
  'settled-already': 'You have settled already.',
};
