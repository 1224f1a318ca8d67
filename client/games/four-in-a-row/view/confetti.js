const PIECES = 90;
const LASTS = 2600;
const COLOURS = ['#f04f58', '#ffc93a', '#35b6ee', '#45c46b', '#a06bf0', '#ffffff'];

/**
 * Throws confetti over the page, unless the player prefers a still picture.
 *
 * @param {HTMLCanvasElement} canvas covers the page and lets clicks through
 */
export function throwConfetti(canvas) {
  const context = canvas.getContext('2d');
  if (!context || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  canvas.hidden = false;
  canvas.width = innerWidth;
  canvas.height = innerHeight;
  const pieces = Array.from({ length: PIECES }, makePiece);
  const start = performance.now();
  /** @param {number} now */
  const paint = (now) => {
    const t = (now - start) / 1000;
    context.clearRect(0, 0, canvas.width, canvas.height);
    for (const piece of pieces) paintPiece(context, piece, t);
    if (now - start < LASTS) requestAnimationFrame(paint);
    else canvas.hidden = true;
  };
  requestAnimationFrame(paint);
}

function makePiece() {
  const left = Math.random() < 0.5;
  return {
    x: left ? 0 : innerWidth,
    y: innerHeight * 0.55,
    right: (left ? 1 : -1) * (80 + Math.random() * innerWidth * 0.75),
    up: 420 + Math.random() * 520,
    spin: 4 + Math.random() * 9,
    size: 5 + Math.random() * 6,
    colour: COLOURS[Math.floor(Math.random() * COLOURS.length)],
  };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ReturnType<typeof makePiece>} piece
 * @param {number} t seconds
 */
function paintPiece(context, piece, t) {
  context.save();
  context.translate(piece.x + piece.right * t * (1 - t / 6), piece.y - piece.up * t + 420 * t * t);
  context.rotate(piece.spin * t);
  context.scale(1, Math.cos(piece.spin * t * 1.3));
  context.globalAlpha = Math.max(0, Math.min(1, (LASTS / 1000 - t) * 2));
  context.fillStyle = piece.colour;
  context.fillRect(-piece.size / 2, -piece.size / 2, piece.size, piece.size * 0.6);
  context.restore();
}
