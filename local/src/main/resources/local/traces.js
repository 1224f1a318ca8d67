import { short } from "/_local/figures.js";

const WHOLE = 100;

const bar = ({ service, name, after, took, attributes }, whole) => {
  const line = document.createElement("div");
  line.className = "span";
  const words = document.createElement("span");
  words.textContent = `${service} ${name}, ${short(took)} ms`;
  words.title = Object.entries(attributes).map((pair) => pair.join("=")).join(" ");
  const way = document.createElement("span");
  way.className = "way";
  const part = document.createElement("i");
  part.style.marginLeft = `${(after / whole) * WHOLE}%`;
  part.style.width = `max(2px, ${(took / whole) * WHOLE}%)`;
  way.append(part);
  line.append(words, way);
  return line;
};

const shown = ({ trace, spans }) => {
  const whole = Math.max(...spans.map(({ after, took }) => after + took), 1);
  const made = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = `${trace}  ${spans.map(({ name }) => name).join(" → ")}, ${short(whole)} ms`;
  made.append(summary, ...spans.map((span) => bar(span, whole)));
  return made;
};

const NEWEST = 20;
let last = "";

/** Shows the newest traces; what is unfolded stays so until something is new. */
export const show = (place, traces) => {
  const some = traces.slice(0, NEWEST);
  const now = JSON.stringify(some);
  if (now === last) return;
  last = now;
  place.replaceChildren(...some.map(shown));
};
