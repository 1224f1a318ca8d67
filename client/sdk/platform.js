/**
 * What the SDK needs of its surroundings, so that tests can bring their own time, dice, network and storage.
 *
 * @typedef {object} Platform
 * @property {(url: string, init: RequestInit) => Promise<Response>} fetch
 * @property {new (url: string, protocol: string) => SocketLike} WebSocket
 * @property {() => number} now milliseconds since 1970
 * @property {() => number} random from 0 up to 1
 * @property {(count: number) => Uint8Array} randomBytes unpredictable
 * @property {(ms: number, task: () => void) => () => void} after runs a task later; answers how to take it back
 * @property {KeyStore} storage shared by all tabs, kept for ever
 * @property {KeyStore} tabStorage this tab's own, survives a reload
 * @property {LockManager | undefined} locks
 * @property {(heard: (sign: WakeSign) => void) => void} onWake
 * @property {(heard: () => void) => void} [onHide] the page is left, and may never come back
 * @property {boolean} [unwatched] the browser says that its user does not want to be watched
 *
 * @typedef {'online' | 'offline' | 'attention'} WakeSign attention: a person turned to this tab
 * @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} KeyStore
 *
 * @typedef {object} SocketLike the part of a browser's WebSocket that is used
 * @property {((event: any) => any) | null} onopen
 * @property {((event: any) => any) | null} onmessage its `data`
 * @property {((event: any) => any) | null} onclose its `code` and `reason`
 * @property {((event: any) => any) | null} onerror
 * @property {(text: string) => void} send
 * @property {(code?: number, reason?: string) => void} close
 */

/** @returns {Platform} a browser's; what it lacks (a `WebSocket` in Node 20) must be given to `connect` */
export function browserPlatform() {
  return {
    fetch: (url, init) => globalThis.fetch(url, init),
    WebSocket: globalThis.WebSocket,
    now: () => Date.now(),
    random: () => Math.random(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    storage: usable('localStorage'),
    tabStorage: usable('sessionStorage'),
    locks: globalThis.navigator?.locks,
    onWake,
    onHide,
    unwatched: unwatched(),
  };
}

/**
 * A page that may not store anything still plays, as a new guest every time.
 *
 * @param {'localStorage' | 'sessionStorage'} name
 * @returns {KeyStore}
 */
function usable(name) {
  try {
    const store = globalThis[name];
    store.setItem('drawbridge.probe', '1');
    store.removeItem('drawbridge.probe');
    return store;
  } catch {
    return memoryStore();
  }
}

/** @returns {KeyStore} one that forgets with the page */
export function memoryStore() {
  /** @type {Map<string, string>} */
  const values = new Map();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

/** @param {(sign: WakeSign) => void} heard */
function onWake(heard) {
  if (!globalThis.window) return;
  window.addEventListener('online', () => heard('online'));
  window.addEventListener('offline', () => heard('offline'));
  window.addEventListener('focus', () => heard('attention'));
  window.addEventListener('pageshow', () => heard('attention'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') heard('attention');
  });
}

/** @param {() => void} heard */
function onHide(heard) {
  if (!globalThis.window) return;
  window.addEventListener('pagehide', heard);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') heard();
  });
}

/** Do Not Track, and what has come after it. */
function unwatched() {
  const navigator = /** @type {any} */ (globalThis.navigator);
  return navigator?.doNotTrack === '1' || navigator?.globalPrivacyControl === true;
}

/**
 * @param {Platform} platform
 * @param {number} ms
 * @returns {Promise<void>}
 */
export function pause(platform, ms) {
  return new Promise((done) => void platform.after(ms, done));
}

/**
 * @param {Platform} platform
 * @returns {string} the beginning of a way that the server may follow, as W3C's `traceparent`
 */
export function newTrace(platform) {
  const hex = (/** @type {number} */ bytes) =>
    [...platform.randomBytes(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `00-${hex(16)}-${hex(8)}-01`;
}

/**
 * @param {Platform} platform
 * @param {number} bytes of randomness
 * @returns {string} as base64url
 */
export function randomText(platform, bytes) {
  const text = btoa(String.fromCharCode(...platform.randomBytes(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
