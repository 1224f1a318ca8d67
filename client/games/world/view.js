/** What of the map is on the screen: pure, so that it can be tested without one. */
export class View {
  /** @param {{width: number, height: number}} map @param {{x: number, y: number, size: number}} [at] */
  constructor(map, at = { x: 0, y: 0, size: 24 }) {
    this.map = map;
    const size = Math.min(Math.max(at.size, 8), 60);
    this.size = size;
    this.width = Math.min(size, map.width);
    this.height = Math.min(Math.round((size * 3) / 4), map.height);
    this.x = Math.min(Math.max(at.x, 0), map.width - this.width);
    this.y = Math.min(Math.max(at.y, 0), map.height - this.height);
  }

  /** @param {number} dx @param {number} dy in halves of what is seen */
  moved(dx, dy) {
    const x = this.x + Math.round((dx * this.width) / 2);
    const y = this.y + Math.round((dy * this.height) / 2);
    return new View(this.map, { x, y, size: this.size });
  }

  /** @param {number} factor above 1: farther away */
  zoomed(factor) {
    const size = Math.round(this.size * factor);
    const x = this.x + Math.round((this.size - size) / 2);
    const y = this.y + Math.round(((this.size - size) * 3) / 8);
    return new View(this.map, { x, y, size });
  }

  /** @param {number} x @param {number} y a tile to have in the middle */
  around(x, y) {
    return new View(this.map, { x: x - (this.width >> 1), y: y - (this.height >> 1), size: this.size });
  }

  /** The tile under a point, given as shares of the picture. @param {number} across @param {number} down */
  tile(across, down) {
    return { x: this.x + Math.floor(across * this.width), y: this.y + Math.floor(down * this.height) };
  }

  get look() {
    const { x, y, width, height } = this;
    return { x, y, width, height };
  }
}
