import { short, show } from "/_local/figures.js";
import { show as showTraces } from "/_local/traces.js";

const SIGNALS = ["KILL", "STOP", "CONT", "TERM"];
const EVERY = 2000;

const find = (id) => document.getElementById(id);

const ask = async (path, body) => {
  const headers = { accept: "application/json", "content-type": "application/json" };
  const post = { method: "POST", headers, body: JSON.stringify(body) };
  const answer = await fetch("/_local" + path, body === undefined ? { headers } : post);
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.detail || answer.statusText);
  return json;
};

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const row = (...cells) => {
  const made = element("tr");
  for (const cell of cells) {
    const td = element("td");
    td.append(cell instanceof Node ? cell : String(cell));
    made.append(td);
  }
  return made;
};

const act = async (deed) => {
  try {
    await deed();
    find("said").textContent = "";
  } catch (problem) {
    find("said").textContent = problem.message;
  }
  await refresh();
};

const signals = (name, path) => {
  const all = element("span");
  for (const signal of SIGNALS) {
    const button = element("button", signal, { type: "button", "aria-label": `${signal} ${name}` });
    button.addEventListener("click", () => act(() => ask(path, { signal })));
    all.append(button);
  }
  return all;
};

const process = (name, one, path) =>
  row(name, element("span", one.state, { class: one.state }), one.pid, one.port, signals(name, path));

/* Rows with buttons are only made anew when something changed: focus would be lost. */
let shown = "";
const processes = (world) => {
  const now = JSON.stringify([world.nodes, world.redis]);
  if (now === shown) return;
  shown = now;
  find("nodes").replaceChildren(
    ...world.nodes.map((node) => process(node.node, node, "/nodes/" + node.node)),
    process("redis", world.redis, "/redis"),
  );
};

const addresses = ({ endpoints, credentials }) => {
  const all = Object.entries(endpoints).flatMap(([name, url]) => {
    const value = element("dd");
    value.append(name === "game" ? element("a", url, { href: url }) : element("code", url));
    return [element("dt", name), value];
  });
  find("addresses").replaceChildren(...all);
  find("example").textContent =
    `AWS_ACCESS_KEY_ID=${credentials.accessKeyId} AWS_SECRET_ACCESS_KEY=${credentials.secretAccessKey} ` +
    `aws dynamodb scan --region ${credentials.region} --endpoint-url ${endpoints.dynamodb} --table-name Players`;
};

const mail = (one) => {
  const made = element("details");
  made.append(element("summary", `${one.at}  ${one.to.join(", ")}: ${one.subject}`));
  if (one.text) made.append(element("pre", one.text));
  if (one.html)
    made.append(element("iframe", undefined, { sandbox: "", srcdoc: one.html, title: one.subject }));
  return made;
};

let newest = "";
const mails = (all) => {
  if (!all.length) find("mails").replaceChildren(element("p", "none yet", { class: "soft" }));
  if (!all.length || all[0].id === newest) return;
  newest = all[0].id;
  find("mails").replaceChildren(...all.map(mail));
};

const refresh = async () => {
  try {
    const [world, queues, tables, sent, metrics, traces] = await Promise.all(
      ["", "/queues", "/tables", "/mail", "/metrics", "/traces"].map((path) => ask(path)),
    );
    find("summary").textContent = `${world.ready ? "ready" : "not ready"}, version ${world.version}`;
    addresses(world);
    processes(world);
    find("queues").replaceChildren(
      ...queues.map((each) =>
        row(each.queue, each.waiting, each.inFlight, each.delayed, each.deadLetters ?? "–"),
      ),
    );
    find("tables").replaceChildren(
      ...tables.map((each) => row(each.table, each.rows, each.indexes.join(", ") || "–")),
    );
    mails(sent);
    showTraces(find("traces"), traces);
    show(find("figures"), metrics.lines);
    find("functions").replaceChildren(
      ...metrics.functions.map((each) =>
        row(each.function, each.count, each.failed, ...[each.mean, each.p99, each.max].map((ms) => `${short(ms)} ms`)),
      ),
    );
  } catch (problem) {
    find("summary").textContent = "away: " + problem.message;
  }
};

find("add").addEventListener("click", () => act(() => ask("/nodes", {})));
await refresh();
setInterval(refresh, EVERY);
