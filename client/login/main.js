import { Drawbridge, Problem } from '../sdk/drawbridge.js';
import * as doubles from './doubles.js';

/** @typedef {import('../sdk/identities.js').MergeOffer} MergeOffer */

/** @type {Drawbridge | undefined} */
let client;
/** @type {MergeOffer | undefined} */
let offer;

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

function show() {
  const player = client?.player;
  at('player').textContent = player ? `${player.name} · ${player.playerId}` : 'Nobody yet. Choose a way in.';
  at('player').dataset.player = player?.playerId ?? '';
  at('identities').replaceChildren(...(player?.identities ?? []).map(chip));
  at('out').hidden = at('privacy').hidden = !player;
  at('held').hidden = true;
  at('merge').hidden = !offer;
  at('merge-text').textContent = offer ? `This way leads to ${offer.player.name}. What both have could be one player's.` : '';
}

/** @param {string} name */
function chip(name) {
  const item = document.createElement('li');
  item.append(name);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', `Take ${name} away`);
  button.addEventListener('click', () => attempt(() => unlink(name)));
  item.append(button);
  return item;
}

/** @param {() => Promise<string | void>} task answers what to say when it is done */
async function attempt(task) {
  say('', 'good');
  try {
    const done = await task();
    if (done) say(done, 'good');
  } catch (fault) {
    const code = fault instanceof Problem ? fault.code : '';
    if (fault instanceof Problem) offer = fault.more.merge;
    say(texts[code] ?? (fault instanceof Error ? fault.message : `${fault}`), 'bad');
  }
  show();
}

/** @type {Record<string, string>} */
const texts = {
  'identity-taken': 'This way leads to another player already.',
  'last-identity': 'This is the last way to this player.',
  rate: 'Too many attempts. Wait a minute.',
  unreachable: 'The server does not answer.',
};

/**
 * Logs in, or links when somebody is logged in.
 *
 * @param {string} provider
 * @param {string} way of the login call
 * @param {object} body
 */
async function enter(provider, way, body) {
  offer = undefined;
  if (client) {
    await client.identities.link(provider, body);
    await client.players.me();
    return `${provider} leads to this player now.`;
  }
  client = await Drawbridge.login(way, body);
  return client.newPlayer ? 'Welcome. This is a new player.' : 'Welcome back.';
}

async function guest() {
  client ??= await Drawbridge.connect();
  return client.newPlayer ? 'Welcome. This is a new player.' : 'Welcome back.';
}

async function instant() {
  const nonce = (await (await fetch('/v1/login/nonce')).json()).nonce;
  return enter('instant', 'instant', await doubles.instant(at('instant-player').value, at('instant-asid').value, nonce));
}

async function oidc() {
  doubles.goToOidc((await (await fetch('/v1/login/nonce')).json()).nonce);
}

/** @param {string} name */
async function unlink(name) {
  await client?.identities.unlink(name);
  await client?.players.me();
  return `${name} no longer leads here.`;
}

async function merge() {
  if (offer) await client?.identities.merge(offer);
  offer = undefined;
  return 'Both are one player now.';
}

/** @param {boolean} everywhere */
async function logout(everywhere) {
  await client?.logout({ everywhere });
  client = undefined;
  offer = undefined;
  return 'Logged out.';
}

async function held() {
  const all = await client?.identities.export();
  at('held').textContent = JSON.stringify(all, null, 2);
  queueMicrotask(() => (at('held').hidden = false));
}

async function forget() {
  const { url } = (await client?.identities.forget()) ?? {};
  await logout(false);
  return `You will be forgotten. How far it is: ${url}`;
}

/**
 * @param {string} id
 * @param {() => Promise<string | void>} task
 */
const on = (id, task) => at(id).addEventListener('click', () => attempt(task));

on('way-guest', guest);
on('way-facebook', async () => enter('facebook', 'facebook', await doubles.canvas(at('facebook-user').value)));
on('way-instant', instant);
on('way-oidc', oidc);
on('merge-yes', merge);
on('merge-no', async () => void (offer = undefined));
on('logout', () => logout(false));
on('logout-everywhere', () => logout(true));
on('export', held);
on('forget', forget);

const said = doubles.backFromOidc();
if (localStorage.getItem('drawbridge.session')) await attempt(async () => void (client = await Drawbridge.connect()));
if (said) await attempt(() => enter('local', 'oidc/local', said));
const stood = await doubles.present();
for (const double of document.querySelectorAll('[data-double]')) /** @type {HTMLElement} */ (double).hidden = !stood;
at('no-doubles').hidden = stood;
show();
document.body.dataset.ready = '';
