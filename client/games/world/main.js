import { Drawbridge } from '../../sdk/drawbridge.js';
import { Chat } from './chat.js';
import { byId } from './dom.js';
import { RegionMap } from './map.js';
import { Queue } from './queue.js';
import { TEXTS } from './texts.js';

byId('map-status').textContent = TEXTS.connecting;
const client = await Drawbridge.connect();
const [map, , queue] = await Promise.all([
  RegionMap.enter(client, 'north'),
  Chat.enter(client, 'world'),
  Queue.enter(client, 'duel'),
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
