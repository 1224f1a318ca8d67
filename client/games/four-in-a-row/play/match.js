import { byId } from '../dom.js';
import { announce, tellTrouble, toast } from '../page/voice.js';
import { TEXTS, resultText, statisticsText, troubleText } from '../texts.js';
import { throwConfetti } from '../view/confetti.js';
import { situation } from './situation.js';
import { statisticsOf } from './statistics.js';

/** @import {App} from '../app.js' */
/** @import {Room} from '../../../sdk/room.js' */
/** @import {StatusChange} from '../../../sdk/world.js' */
/** @import {EventFrame} from '../../../sdk/contract.js' */
/** @import {Place} from '../grid.js' */
/** @import {Event, State} from '../rules.js' */
/** @import {MatchView} from './match-view.js' */

/** ms after the last disc was let go until the result is shown: it must have landed. */
const LANDING = 750;
const TICK = 200;
const USUAL_TURN = 30;

/** One game, from sitting down to its end: what the room tells goes to the page, what the player does to the room. */
export class Match {
  #app;
  #view;
  /** @type {Place | undefined} */
  #last;
  /** @type {string | undefined} undefined while nobody sits there */
  #opponentName;
  #opponentHere = true;
  #resultShown = false;
  #warned = 0;
  /** @type {(() => void)[]} */
  #endings = [];

  /**
   * @param {App} app
   * @param {MatchView} view
   * @param {Room<State>} room entered already
   */
  constructor(app, view, room) {
    this.#app = app;
    this.#view = view;
    this.room = room;
    const timer = setInterval(() => this.#tick(), TICK);
    this.#endings = [
      () => clearInterval(timer),
      app.wardrobe.on('change', () => this.#show()),
      room.on('event', (event) => this.#event(event)),
      room.on('state', () => this.#show()),
      room.on('members', () => this.#membersChanged()),
      room.on('status', (change) => this.#statusChanged(change)),
      room.on('denied', (denied) => this.#denied(denied)),
      room.on('over', () => this.#over()),
    ];
    view.showResult(undefined, '', '');
    this.#membersChanged();
    this.#show(room.seq === 0); // a board that was played on opens, and its discs fall out
    if (room.over) this.#over();
  }

  /** Whether leaving now would give a game up. */
  get playing() {
    return this.#now()?.phase === 'playing';
  }

  end() {
    for (const ending of this.#endings.splice(0)) ending();
  }

  /** @param {number} column */
  drop(column) {
    const now = this.#now();
    if (!now || now.phase !== 'playing') return;
    if (!now.mayDrop) return announce(now.status);
    this.room.move({ drop: column }).catch(() => {}); // `denied` tells
    this.#show();
  }

  resign() {
    this.room.move({ resign: true }).catch(() => {}); // `denied` tells
    this.#show();
  }

  #now() {
    const { state, pending, status, members } = this.room;
    const me = this.#app.client.playerId;
    const opponentName = this.#opponentName ?? TEXTS.somebody;
    return state && situation(state, { me, pending, live: status === 'live', members, opponentName });
  }

  /** @param {boolean} [animate] */
  #show(animate = true) {
    const { state } = this.room;
    const now = this.#now();
    if (!state || !now) return;
    const me = this.#app.client.player?.name ?? TEXTS.you;
    const they = now.opponent && (this.#opponentName ?? '…');
    const names = now.mine === 'red' ? { red: me, yellow: they } : { red: they, yellow: me };
    const looks = this.#app.wardrobe.looks(now.mine);
    this.#view.show(now, { state, names, looks, last: this.#last, animate });
    this.#view.showWaiting(now.phase === 'waiting' ? this.room : undefined);
    this.#tick();
  }

  #tick() {
    const now = this.#now();
    const { deadline, turnSeconds = USUAL_TURN } = this.room.state ?? {};
    if (!now) return;
    const left = deadline && deadline - this.#app.client.now();
    this.#view.tick(now, left, turnSeconds * 1000);
    const hurry = now.mayDrop && left !== undefined && left < 10_000 && left > 0;
    if (hurry && this.#warned !== deadline) {
      this.#warned = deadline ?? 0;
      announce(TEXTS.seconds(Math.ceil(left / 1000)));
    }
  }

  /** @param {EventFrame} event */
  #event({ body, by }) {
    /** @type {Event} */
    const event = body;
    if (!('dropped' in event)) return;
    this.#last = event.dropped;
    const mine = by === this.#app.client.playerId;
    const who = mine ? TEXTS.you : (this.#opponentName ?? TEXTS.somebody);
    const next = mine ? '' : ` ${TEXTS.yourTurn}.`;
    announce(TEXTS.dropped(who, event.dropped.column) + next);
  }

  async #membersChanged() {
    const { state, members } = this.room;
    const opponent = this.#now()?.opponent;
    if (!state || !opponent) return;
    const here = members.some(({ player, status }) => player === opponent && status === 'here');
    const first = this.#opponentName === undefined;
    const was = this.#opponentHere;
    this.#opponentHere = here;
    this.#opponentName = await this.#app.names.of(opponent);
    if (first) announce(TEXTS.joined(this.#opponentName));
    else if (was !== here) announce((here ? TEXTS.cameBack : TEXTS.wentAway)(this.#opponentName));
    this.#show();
  }

  /** @param {StatusChange} change */
  #statusChanged({ status, replayed, reset, code }) {
    const { banner } = this.#app;
    if (status === 'reconnecting') banner.lost(navigator.onLine ? TEXTS.reconnecting : TEXTS.offline);
    else if (status === 'live') banner.back(reset ? TEXTS.reset : TEXTS.back(replayed ?? 0));
    else if (status === 'elsewhere') banner.stopped(TEXTS.elsewhere, TEXTS.playHere, () => this.room.reconnect());
    else if (status === 'stopped' && !this.room.over && code !== 'left') this.#app.thrownOut(troubleText({ code }));
    this.#show();
  }

  /** @param {{code: string, detail: string}} denied */
  #denied(denied) {
    toast(troubleText(denied));
    this.#show();
  }

  #over() {
    if (this.#resultShown) return;
    this.#resultShown = true;
    const timer = setTimeout(() => this.#showResult(), LANDING);
    this.#endings.push(() => clearTimeout(timer));
  }

  async #showResult() {
    const result = this.room.state?.over;
    if (!result) return;
    const me = this.#app.client.playerId;
    const opponent = this.#opponentName ?? TEXTS.somebody;
    this.#view.showResult(result, me, opponent);
    const { title, line } = resultText(result, me, opponent);
    announce(`${title}. ${line}`);
    byId('result-title').focus({ preventScroll: true });
    this.#showStatistics(me, opponent);
    if (result.winner !== me) return;
    throwConfetti(byId('confetti', HTMLCanvasElement));
    const prize = await this.#app.purse.awaitPrize().catch(tellTrouble);
    if (prize) this.#view.showPrize(prize);
  }

  /**
   * @param {string} me
   * @param {string} opponent name
   */
  async #showStatistics(me, opponent) {
    const statistics = await statisticsOf(this.#app.client, this.room.id);
    if (statistics && this.#endings.length > 0) this.#view.showStatistics(statisticsText(statistics, me, opponent));
  }
}
