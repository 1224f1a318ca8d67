import { LIMITS } from './limits.js';

/** @import {ClientFrame, NodeFrame} from './contract.js' */

export const SUBPROTOCOL = 'drawbridge.v1';

const utf8 = new TextEncoder();

/** @param {unknown} frame @returns {number} its bytes on the wire */
export function size(frame) {
  return utf8.encode(JSON.stringify(frame)).length;
}

/**
 * @param {ClientFrame[]} frames
 * @returns {string[]} messages, each of as many frames as the limit allows
 */
export function encode(frames) {
  /** @type {string[]} */
  const messages = [];
  let room = 0;
  for (const frame of frames) {
    const bytes = size(frame) + 1;
    if (messages.length && bytes <= room) {
      messages.push(`${messages.pop()}\n${JSON.stringify(frame)}`);
      room -= bytes;
    } else {
      messages.push(JSON.stringify(frame));
      room = LIMITS.message - bytes;
    }
  }
  return messages;
}

/**
 * @param {unknown} data of one message
 * @returns {NodeFrame[]} what can be read of it; whoever receives them ignores the types it does not know
 */
export function decode(data) {
  if (typeof data !== 'string') return [];
  return data.split('\n').flatMap((line) => {
    try {
      const frame = JSON.parse(line);
      return typeof frame?.t === 'string' ? [frame] : [];
    } catch {
      return [];
    }
  });
}
