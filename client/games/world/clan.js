import { byId, line, onClick, onSend, reasonOf, showLines } from './dom.js';
import { HallPane, onHall } from './hall.js';
import { TEXTS } from './texts.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */
/** @import {Clan, ClanHall, ClanRequest, MyClan} from '../../sdk/contract.js' */

/** Milliseconds between two looks at what others may have decided: who was asked, who came. */
const LOOK = 3000;

/** The player's clan, and the way into one. */
export class ClanPane {
  #client;
  /** @type {HallPane | undefined} */
  #hall;
  /** @type {Map<string, string>} of members, by player */
  #names = new Map();
  /** @type {string | undefined} the clan that the player is in */
  #clan;
  #looking = false;

  /** @param {Drawbridge} client */
  constructor(client) {
    this.#client = client;
    onSend('find', 'find-go', () => this.#do(() => this.#find(byId('find', HTMLInputElement).value.trim())));
    onSend('found-tag', 'found', () => this.#do(() => this.#found()));
    onClick('clan-leave', () => this.#do(() => this.#leave()));
    onHall(() => this.#hall);
    setInterval(() => document.visibilityState === 'visible' && this.#look(), LOOK);
  }

  /** @param {Drawbridge} client */
  static async enter(client) {
    const pane = new ClanPane(client);
    await pane.#do(async () => {
      if (!(await client.clans.mine()).clan) await pane.#find('');
    });
    return pane;
  }

  /** Does what was asked for, says why not, and looks how things stand then. @param {() => Promise<any>} task */
  async #do(task) {
    byId('clan-told').textContent = '';
    try {
      await task();
    } catch (refusal) {
      byId('clan-told').textContent = TEXTS.failed(reasonOf(refusal));
    }
    await this.#look();
  }

  async #look() {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const mine = await this.#client.clans.mine();
      await (mine.clan ? this.#within(mine, mine.clan.id) : this.#without(mine));
    } catch {
      // looked again, in a moment
    } finally {
      this.#looking = false;
    }
  }

  // ---- in no clan ----

  /** @param {MyClan} mine */
  #without({ requests }) {
    this.#hall?.leave();
    this.#hall = undefined;
    this.#clan = undefined;
    const [asked] = requests;
    this.#state(asked ? 'asked' : 'none', asked ? TEXTS.asked(asked.clan.name) : TEXTS.clanless);
  }

  /** @param {string} query */
  async #find(query) {
    const { clans } = await this.#client.clans.find(query ? { q: query } : {});
    showLines(
      'clans',
      clans.map((clan) => this.#choice(clan)),
    );
    if (query && !clans.length) byId('clan-told').textContent = TEXTS.noClans;
  }

  /** @param {Clan} clan */
  #choice({ id, name, tag, size, admission }) {
    const told = TEXTS.clan(name, tag, size);
    if (admission === 'invite') return line(told, { clan: id });
    const label = admission === 'open' ? TEXTS.join : TEXTS.askToJoin;
    return line(told, { clan: id }, [label, () => this.#do(() => this.#client.clans.join(id))]);
  }

  #found() {
    return this.#client.clans.found({
      name: byId('found-name', HTMLInputElement).value,
      tag: byId('found-tag', HTMLInputElement).value,
      admission: byId('found-admission', HTMLSelectElement).value === 'request' ? 'request' : 'open',
    });
  }

  // ---- in a clan ----

  /** @param {MyClan} mine @param {string} id */
  async #within({ role }, id) {
    const clan = await this.#client.clans.get(id);
    const requests = role === 'member' ? [] : await this.#client.clans.requests(id);
    this.#names = new Map(clan.members.map(({ playerId, name }) => [playerId, name]));
    if (this.#clan !== id) {
      this.#hall?.leave();
      this.#hall = await HallPane.enter(this.#client, id, (player) => this.#names.get(player) ?? player.slice(0, 6));
      this.#clan = id;
    }
    this.#hall?.show();
    byId('announcing').hidden = role === 'member';
    this.#members(clan);
    this.#requests(id, requests);
    this.#state('member', TEXTS.member(clan.name, clan.tag));
  }

  /** @param {ClanHall} clan */
  #members({ members }) {
    showLines(
      'members',
      members.map(({ playerId, name, role }) => line(`${name}, ${role}`, { player: playerId })),
    );
  }

  /** @param {string} id @param {ClanRequest[]} requests */
  #requests(id, requests) {
    const clans = this.#client.clans;
    showLines(
      'requests',
      requests.map(({ playerId, name }) =>
        line(
          TEXTS.request(name),
          { player: playerId },
          [TEXTS.accept, () => this.#do(() => clans.accept(id, playerId))],
          [TEXTS.refuse, () => this.#do(() => clans.refuse(id, playerId))],
        ),
      ),
    );
  }

  async #leave() {
    if (this.#clan) await this.#client.clans.remove(this.#clan, this.#client.playerId);
    await this.#find('');
  }

  /** @param {'none' | 'asked' | 'member'} state @param {string} text */
  #state(state, text) {
    const status = byId('clan-status');
    status.dataset.state = state;
    status.textContent = text;
    byId('clanless').hidden = state === 'member';
    byId('clan-hall').hidden = state !== 'member';
  }
}
