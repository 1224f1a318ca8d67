import { Drawbridge } from '../../sdk/drawbridge.js';
import { Chat } from './chat.js';
import { ClanPane } from './clan.js';
import { byId } from './dom.js';
import { MailPane } from './mail.js';
import { RegionMap } from './map.js';
import { MarketPane } from './market.js';
import { Queue } from './queue.js';
import { TEXTS } from './texts.js';

byId('map-status').textContent = TEXTS.connecting;
const client = await Drawbridge.connect();
new MailPane(client);
const [map, , queue] = await Promise.all([
  RegionMap.enter(client, 'north'),
  Chat.enter(client, 'world'),
  Queue.enter(client, 'duel'),
  ClanPane.enter(client),
  MarketPane.enter(client, 'item:disc-blue'),
]);
Object.defineProperty(window, 'drawbridgeWorld', {
  value: Object.freeze({
    player: client.playerId,
    get view() {
      const { x, y, size } = map.view;
      return { x, y, size };
    },
    get base() {
      return map.base;
    },
    get queue() {
      return queue.values;
    },
    tile: (/** @type {number} */ x, /** @type {number} */ y) => map.tile(x, y),
    settle: (/** @type {number} */ x, /** @type {number} */ y) => map.settle(x, y),
    claim: (/** @type {number} */ x, /** @type {number} */ y) => map.claim(x, y),
  }),
});
document.body.dataset.ready = 'true';
