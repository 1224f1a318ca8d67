import { Drawbridge } from '../../sdk/drawbridge.js';
import { App } from './app.js';
import { Banner } from './page/banner.js';
import { TEXTS, troubleText } from './texts.js';

const banner = new Banner();

/** Without a server there is no game: the page says so, and tries again when asked or when the network is back. */
async function begin() {
  banner.lost(TEXTS.connecting);
  try {
    const client = await Drawbridge.connect();
    tellAffiliate(client);
    client.analytics.track('session_started', {
      platform: 'web',
      language: navigator.language,
      new_player: client.newPlayer,
    });
    const app = new App(client, banner);
    tellTests(client, app);
    await app.start();
    if (!app.match) banner.quiet();
    document.body.dataset.ready = 'true';
  } catch (trouble) {
    if (!(/** @type {any} */ (trouble)?.code)) console.error(trouble);
    banner.stopped(troubleText(trouble), TEXTS.tryAgain, () => location.reload());
    addEventListener('online', () => location.reload(), { once: true });
  }
}

/** Who led the player here, `?from=blog`; the first one stays. @param {Drawbridge} client */
function tellAffiliate(client) {
  const affiliate = new URLSearchParams(location.search).get('from');
  if (affiliate) client.players.change({ affiliate }).catch(() => {}); // not worth an error
}

/**
 * @param {Drawbridge} client
 * @param {App} app
 */
function tellTests(client, app) {
  const demo = {
    get player() {
      return client.playerId;
    },
    get room() {
      const room = app.match?.room;
      if (!room) return undefined;
      const { id, kind, status, seq, epoch, over, state, members, pending } = room;
      return { id, kind, status, seq, epoch, over, state, members, pending };
    },
    get board() {
      return app.match?.room.state?.board;
    },
    cut: () => client.cut(),
  };
  Object.defineProperty(window, 'drawbridgeDemo', { value: Object.freeze(demo) });
}

begin();
