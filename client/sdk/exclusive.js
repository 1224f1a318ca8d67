import { LIMITS } from './limits.js';
import { pause, randomText } from './platform.js';

/** @import {Platform} from './platform.js' */

/**
 * Runs a task while no other tab runs one of that name: under a Web Lock, or where there is none (an old browser, an
 * insecure page) under a lease in the shared storage, which ends by itself when its tab dies.
 *
 * @template T
 * @param {Platform} platform
 * @param {string} name
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function exclusive(platform, name, task) {
  if (platform.locks) return platform.locks.request(name, task);
  const me = randomText(platform, 9);
  while (!(await take(platform, name, me))) await pause(platform, LIMITS.leaseCheck);
  try {
    return await task();
  } finally {
    if (holder(platform, name) === me) platform.storage.removeItem(name);
  }
}

/**
 * Two tabs may both find the lease free and write: the later write stands, and both see that when they look again.
 *
 * @param {Platform} platform
 * @param {string} name
 * @param {string} me
 */
async function take(platform, name, me) {
  if (holder(platform, name)) return false;
  platform.storage.setItem(name, `${me} ${platform.now() + LIMITS.lease}`);
  await pause(platform, LIMITS.leaseCheck);
  return holder(platform, name) === me;
}

/**
 * @param {Platform} platform
 * @param {string} name
 * @returns {string | undefined}
 */
function holder(platform, name) {
  const [who, until] = (platform.storage.getItem(name) ?? '').split(' ');
  return Number(until) > platform.now() ? who : undefined;
}
