/* Lines as small pictures: one for each figure, the newest point at the right. */
const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 240;
const HEIGHT = 40;

const drawn = (name, attributes) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

/** A figure as a person reads it. */
export const short = (value) => {
  if (value === null || value === undefined) return "–";
  if (value >= 10_000) return `${Math.round(value / 1000)}k`;
  return value >= 100 || Number.isInteger(value) ? `${Math.round(value)}` : value.toFixed(1);
};

/** Stretches without a gap, as [index, value]. */
const stretches = (points) => {
  const all = [[]];
  points.forEach((value, index) => {
    if (value === null) all.push([]);
    else all.at(-1).push([index, value]);
  });
  return all.filter((stretch) => stretch.length);
};

/** @param most points that a full picture has */
export const picture = ({ of, name, unit, points }, most) => {
  const top = Math.max(...points, 0);
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", preserveAspectRatio: "none" });
  const title = drawn("title", {});
  title.textContent = `${of}: ${name}, now ${short(points.at(-1))} ${unit}, at most ${short(top)}`;
  svg.append(title);
  const x = (index) => WIDTH - ((points.length - 1 - index) * WIDTH) / (most - 1);
  const y = (value) => HEIGHT - 1 - (top ? (value / top) * (HEIGHT - 2) : 0);
  for (const stretch of stretches(points)) {
    const [[first]] = stretch;
    const line = stretch.map(([index, value]) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
    svg.append(drawn("polyline", { points: [`${(x(first) - 0.5).toFixed(1)},${line[0].split(",")[1]}`, ...line].join(" ") }));
  }
  return svg;
};

const EVERY_POINT = 300;

const figure = (line) => {
  const made = document.createElement("figure");
  const caption = document.createElement("figcaption");
  const now = document.createElement("b");
  now.textContent = `${short(line.points.at(-1))} ${line.unit}`;
  caption.append(`${line.of} ${line.name} `, now);
  made.append(picture(line, EVERY_POINT), caption);
  return made;
};

/** Shows all lines. */
export const show = (place, lines) => place.replaceChildren(...lines.map(figure));
