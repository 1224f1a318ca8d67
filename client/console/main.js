import { Drawbridge, Problem } from '../sdk/drawbridge.js';
import { Film } from './film.js';

/** @type {Drawbridge} */
let client;
let film = new Film();

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);

/**
 * @param {string} text
 * @param {'good' | 'bad'} kind
 */
function say(text, kind) {
  at('message').textContent = text;
  at('message').dataset.kind = kind;
  at('message').hidden = !text;
}

/** @type {Record<string, string>} */
const texts = {
  forbidden: 'Your player may not do this: an admin gives roles.',
  'not-found': 'There is nothing of that name.',
  'last-node': 'No other node takes rooms: this one has to stay.',
  'bad-input': 'The server did not understand that. Is there a reason?',
  unreachable: 'The server does not answer.',
};

/** @param {() => Promise<string | void>} task answers what to say when it is done */
async function attempt(task) {
  say('', 'good');
  try {
    const done = await task();
    if (done) say(done, 'good');
  } catch (fault) {
    const code = fault instanceof Problem ? fault.code : '';
    say(texts[code] ?? (fault instanceof Error ? fault.message : `${fault}`), 'bad');
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** @param {(string | HTMLElement)[]} cells */
function row(...cells) {
  const line = document.createElement('tr');
  for (const cell of cells) {
    const place = document.createElement('td');
    place.append(cell);
    line.append(place);
  }
  return line;
}

/**
 * @param {string} text
 * @param {() => Promise<string | void>} task
 */
function button(text, task) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = text;
  made.addEventListener('click', () => attempt(task));
  return made;
}

/** Every change is written down with why; without a reason nothing is done. */
function reason() {
  const why = at('reason').value.trim();
  if (why) return why;
  at('reason').focus();
  throw new Error('Say why, at the top of the page.');
}

async function showNodes() {
  const nodes = await client.support.nodes();
  const lines = nodes.map((node) =>
    row(
      node.node,
      node.state,
      `${node.rooms}`,
      `${node.players}`,
      button('Drain', async () => {
        await client.support.drain(node.node, reason());
        await showNodes();
        return `${node.node} gives its rooms away.`;
      }),
    ),
  );
  at('node-lines').replaceChildren(...lines);
}

/** @param {string} text a player's id, PROVIDER:KEY, or a name */
function wanted(text) {
  if (text.includes(':')) return { identity: text };
  return at('find-by').value === 'id' ? { id: text } : { name: text };
}

async function findPlayers() {
  const players = await client.support.find(wanted(at('find-text').value.trim()));
  const lines = players.map((player) => row(player.name, player.playerId, button('Show', () => showPlayer(player.playerId))));
  at('player-lines').replaceChildren(...lines);
  return players.length ? '' : 'Nobody.';
}

/** @param {string} id */
async function showPlayer(id) {
  const all = await client.support.show(id);
  at('player').hidden = false;
  at('player').dataset.player = id;
  at('player-name').textContent = `${all.player.name} · ${id}`;
  at('player-all').textContent = JSON.stringify(all, undefined, 2);
  const bans = all.bans.map((/** @type {{scope: string, reason: string, until?: string}} */ ban) =>
    row(
      ban.scope,
      ban.reason,
      ban.until ?? 'for good',
      button('Lift', async () => {
        await client.support.lift(id, ban.scope, reason());
        await showPlayer(id);
        return 'Lifted.';
      }),
    ),
  );
  at('ban-lines').replaceChildren(...bans);
}

async function ban() {
  const id = at('player').dataset.player;
  const hours = Number(at('ban-hours').value);
  const until = hours > 0 ? new Date(client.now() + hours * 3_600_000).toISOString() : undefined;
  await client.support.ban(id, at('ban-scope').value, reason(), until);
  await showPlayer(id);
  return 'Banned.';
}

async function logout() {
  await client.support.logout(at('player').dataset.player, reason());
  return 'Logged out everywhere.';
}

async function openRoom() {
  const room = at('room-id').value.trim();
  film = await Film.of((after) => client.support.log(room, after));
  at('scrub').max = `${film.length}`;
  at('film').hidden = false;
  seek(film.length);
}

/** @param {number} position */
function seek(position) {
  film.seek(position);
  at('scrub').value = `${film.position}`;
  at('caption').textContent = film.caption;
  at('frame').textContent = film.frame ? JSON.stringify(film.frame.body, undefined, 2) : '';
}

async function showAudit() {
  const subject = at('audit-subject').value.trim() || undefined;
  const { entries } = await client.support.audit({ subject, day: subject ? undefined : at('audit-day').value || undefined });
  const lines = entries.map((entry) =>
    row(entry.at, entry.who, entry.what, entry.subject ?? '', entry.why ?? '', entry.outcome),
  );
  at('audit-lines').replaceChildren(...lines);
  return entries.length ? '' : 'Nothing was done.';
}

/**
 * @param {string} form
 * @param {() => Promise<string | void>} task
 */
function onSubmit(form, task) {
  at(form).addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    attempt(task);
  });
}

onSubmit('find', findPlayers);
onSubmit('ban', ban);
onSubmit('open', openRoom);
onSubmit('audit', showAudit);
at('nodes-again').addEventListener('click', () => attempt(showNodes));
at('logout').addEventListener('click', () => attempt(logout));
at('scrub').addEventListener('input', () => seek(Number(at('scrub').value)));
at('back').addEventListener('click', () => seek(film.position - 1));
at('on').addEventListener('click', () => seek(film.position + 1));

attempt(async () => {
  client = await Drawbridge.connect();
  at('me').replaceChildren(element('span', `${client.player?.name ?? ''} · ${client.playerId}`));
  document.body.dataset.ready = '';
  await showNodes();
});
