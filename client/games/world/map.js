import { byId, onClick, reasonOf } from './dom.js';
import { TEXTS } from './texts.js';
import { View } from './view.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */

/** @type {Record<string, string>} */
const GROUND = { '.': '#7fa35a', f: '#3f7a47', '^': '#8b8074', '~': '#3b6ea5' };
const GOLD = '#e0b93f';

/** One region: the tiles that are looked at, drawn again whenever a value of them changes. */
export class RegionMap {
  #room;
  #player;
  #canvas = byId('map', HTMLCanvasElement);
  #frame = 0;

  /** @param {Drawbridge} client @param {any} room */
  constructor(client, room) {
    this.#room = room;
    this.#player = client.playerId;
    this.view = new View(room.state);
    room.on('values', () => this.#soon());
    this.#canvas.addEventListener('click', (click) => this.#clicked(click));
    onClick('west', () => this.#look(this.view.moved(-1, 0)));
    onClick('east', () => this.#look(this.view.moved(1, 0)));
    onClick('north', () => this.#look(this.view.moved(0, -1)));
    onClick('south', () => this.#look(this.view.moved(0, 1)));
    onClick('nearer', () => this.#look(this.view.zoomed(0.7)));
    onClick('farther', () => this.#look(this.view.zoomed(1.4)));
    this.base = room.state.base;
    const [x, y] = (this.base ?? '0:0').split(':').map(Number);
    this.#look(this.view.around(x, y));
    this.#tell(this.base ? TEXTS.claim : TEXTS.settle);
  }

  /** @param {Drawbridge} client @param {string} region */
  static async enter(client, region) {
    return new RegionMap(client, await client.rooms.join(`region:${region}`));
  }

  /** What is known of a tile that is in view. @param {number} x @param {number} y */
  tile(x, y) {
    return this.#room.values[`${x}:${y}`];
  }

  /** @param {number} x @param {number} y */
  async settle(x, y) {
    await this.#room.move({ settle: { x, y } });
    this.base = `${x}:${y}`;
    this.#tell(TEXTS.claim);
  }

  /** @param {number} x @param {number} y */
  claim(x, y) {
    return this.#room.move({ claim: { x, y } });
  }

  /** @param {View} view */
  #look(view) {
    this.view = view;
    this.#room.look({ look: view.look });
    this.#soon();
  }

  /** @param {MouseEvent} click */
  async #clicked(click) {
    const { x, y } = this.view.tile(
      click.offsetX / this.#canvas.clientWidth,
      click.offsetY / this.#canvas.clientHeight,
    );
    try {
      await (this.base ? this.claim(x, y) : this.settle(x, y));
      this.#tell(TEXTS.claim);
    } catch (refusal) {
      this.#tell(TEXTS.failed(reasonOf(refusal)));
    }
  }

  #soon() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    const pen = this.#canvas.getContext('2d');
    if (!pen) return;
    const { x: left, y: top, width, height } = this.view;
    const side = this.#canvas.width / width;
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++) this.#square(pen, x, y, (x - left) * side, (y - top) * side, side);
    for (const [key, march] of Object.entries(this.#room.values))
      if (key.startsWith('march:')) this.#march(pen, march, side);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} x @param {number} y @param {number} px @param {number} py @param {number} side
   */
  #square(pen, x, y, px, py, side) {
    const tile = this.tile(x, y);
    pen.fillStyle = GROUND[this.#room.state.rows[y][x]] ?? GROUND['.'];
    pen.fillRect(px, py, side - 1, side - 1);
    if (!tile) return;
    pen.fillStyle = tile.gold ? GOLD : this.#colour(tile.owner);
    const inset = tile.base ? side * 0.1 : side * 0.25;
    pen.fillRect(px + inset, py + inset, side - 2 * inset - 1, side - 2 * inset - 1);
  }

  /** @param {CanvasRenderingContext2D} pen @param {any} march @param {number} side */
  #march(pen, { from, to, by }, side) {
    const middle = (/** @type {number} */ at, /** @type {number} */ first) => (at - first + 0.5) * side;
    pen.strokeStyle = this.#colour(by);
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(middle(from.x, this.view.x), middle(from.y, this.view.y));
    pen.lineTo(middle(to.x, this.view.x), middle(to.y, this.view.y));
    pen.stroke();
  }

  /** @param {string} owner */
  #colour(owner) {
    if (owner === this.#player) return '#f4f1e8';
    let hue = 0;
    for (const letter of owner) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
    return `hsl(${hue} 70% 45%)`;
  }

  /** @param {string} text */
  #tell(text) {
    byId('map-status').textContent = text;
  }
}
