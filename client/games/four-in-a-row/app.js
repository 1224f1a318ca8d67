import { byId, onClick } from './dom.js';
import { Lobby } from './lobby/lobby.js';
import { Names } from './names.js';
import { ask } from './page/question.js';
import { Banner } from './page/banner.js';
import { tellTrouble, toast } from './page/voice.js';
import { invitationHere, forgetInvitation, wireInvitation } from './play/invitation.js';
import { MatchView } from './play/match-view.js';
import { Match } from './play/match.js';
import { lookAround } from './play/meeting.js';
import { Purse } from './purse.js';
import { KIND, fold, over, seated } from './rules.js';
import { TEXTS, troubleText } from './texts.js';
import { Wardrobe } from './wardrobe.js';

/** @import {Drawbridge} from '../../sdk/drawbridge.js' */
/** @import {Room} from '../../sdk/room.js' */
/** @import {State} from './rules.js' */

/** @type {import('../../sdk/replica.js').Fold<State>} */
const RULES = { fold, seated, over };

/** The whole page: the lobby, or one match. */
export class App {
  /** @type {Match | undefined} */
  match;
  #view = new MatchView((column) => this.match?.drop(column));
  #stopLooking = () => {};

  /**
   * @param {Drawbridge} client
   * @param {Banner} banner
   */
  constructor(client, banner) {
    this.client = client;
    this.banner = banner;
    this.names = new Names(client);
    this.purse = new Purse(client);
    this.wardrobe = new Wardrobe(client);
    this.lobby = new Lobby(this);
    this.#wire();
  }

  /** Where this page should begin: an invitation's room, the room it was in, or the lobby. */
  async start() {
    this.wardrobe.refresh().catch(tellTrouble);
    this.purse.refresh().catch(tellTrouble);
    this.lobby.resume();
    const restored = await this.client.rooms.restore(KIND, RULES);
    if (restored?.id === invitationHere()?.room) forgetInvitation();
    if (restored) return this.#enter(restored);
    await this.followInvitation();
    if (!this.match) this.#showLobby();
  }

  /** An invitation in the address leads into its room, from the lobby only: nobody loses a game by it. */
  async followInvitation() {
    const invitation = invitationHere();
    if (!invitation || this.match) return;
    forgetInvitation();
    await this.join(invitation.room, invitation.invite).catch(tellTrouble);
  }

  /** Plays with whoever waits, or waits. @param {object} settings */
  async quick(settings) {
    const room = await this.client.rooms.quick(KIND, { ...RULES, settings });
    this.#enter(room);
    this.#stopLooking = lookAround(
      this.client,
      room,
      (older) => this.client.rooms.join(older, RULES),
      (met) => this.#enter(met),
    );
  }

  /** Makes a room that only an invitation leads to. @param {object} settings */
  async invite(settings) {
    this.#enter(await this.client.rooms.create(KIND, { ...RULES, settings, private: true }));
  }

  /**
   * @param {string} room
   * @param {string} [invite]
   */
  async join(room, invite) {
    this.#enter(await this.client.rooms.join(room, { ...RULES, invite }));
  }

  /** The room is no more for this player. @param {string} why a sentence */
  thrownOut(why) {
    this.#showLobby();
    toast(why);
  }

  /** @param {Room<State>} room */
  #enter(room) {
    this.#leaveMatch();
    this.lobby.close();
    byId('game').hidden = false;
    this.match = new Match(this, this.#view, room);
    this.client.analytics.track('screen_shown', { screen: 'game' });
    byId('game-title').focus({ preventScroll: true });
  }

  #leaveMatch() {
    this.#stopLooking();
    this.match?.end();
    this.match = undefined;
    this.banner.quiet();
  }

  #showLobby() {
    this.#leaveMatch();
    byId('game').hidden = true;
    this.lobby.open();
    this.client.analytics.track('screen_shown', { screen: 'lobby' });
  }

  async #askToLeave() {
    const { match } = this;
    if (match?.playing && !(await ask(TEXTS.leaveQuestion, TEXTS.leave, TEXTS.playOn))) return;
    match?.room.leave();
    this.#showLobby();
    await this.followInvitation();
  }

  async #again() {
    const { match } = this;
    const settings = { turnSeconds: match?.room.state?.turnSeconds };
    match?.room.leave();
    if (match?.room.invite) await this.invite(settings);
    else await this.quick(settings);
  }

  #wire() {
    wireInvitation();
    const button = (/** @type {string} */ id) => byId(id, HTMLButtonElement);
    onClick(button('leave'), () => this.#askToLeave(), tellTrouble);
    onClick(button('to-lobby'), () => this.#askToLeave(), tellTrouble);
    onClick(button('resign'), () => this.#askToResign(), tellTrouble);
    onClick(button('again'), () => this.#again(), (trouble) => this.thrownOut(troubleText(trouble)));
    addEventListener('hashchange', () => this.followInvitation());
    addEventListener('keydown', (event) => {
      const elsewhere = event.ctrlKey || event.metaKey || event.altKey || byId('question', HTMLDialogElement).open;
      if (!this.match || elsewhere || event.target instanceof HTMLInputElement) return;
      if (this.#view.key(event.key)) event.preventDefault();
    });
  }

  async #askToResign() {
    if (await ask(TEXTS.resignQuestion, TEXTS.giveUp, TEXTS.playOn)) this.match?.resign();
  }
}
