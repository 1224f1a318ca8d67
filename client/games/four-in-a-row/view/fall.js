/** Cells per second²: a whole board in under half a second. */
const GRAVITY = 62;
/** Speed that is left after each touch of the ground; the last one rests. */
const BOUNCES = [0.26, 0.12];

/**
 * @param {number} distance cells to the ground
 * @param {number} ms since it was let go
 * @returns {number} cells fallen
 */
export function fallen(distance, ms) {
  let t = Math.max(0, ms) / 1000;
  const down = Math.sqrt((2 * distance) / GRAVITY);
  if (t < down) return (GRAVITY * t * t) / 2;
  t -= down;
  let speed = GRAVITY * down;
  for (const kept of BOUNCES) {
    speed *= kept;
    const flight = (2 * speed) / GRAVITY;
    if (t < flight) return distance - (speed * t - (GRAVITY * t * t) / 2);
    t -= flight;
  }
  return distance;
}

/**
 * @param {number} distance cells to the ground
 * @returns {number} ms after which the disc rests
 */
export function restsAfter(distance) {
  const down = Math.sqrt((2 * distance) / GRAVITY);
  const flights = BOUNCES.reduce((sum, _, i) => sum + 2 * down * BOUNCES.slice(0, i + 1).reduce((a, b) => a * b, 1), 0);
  return 1000 * (down + flights);
}

/** @param {number} ms @returns {number} cells that a disc without ground has fallen */
export function freeFall(ms) {
  return (GRAVITY * (ms / 1000) ** 2) / 2;
}
