import { at, button, element, onClick, onSubmit, reason, row, text } from './page.js';

/** @import {Drawbridge} from '../sdk/drawbridge.js' */

/** @param {Drawbridge} client */
export function players(client) {
  const { support } = client;
  const shown = () => at('player').dataset.player;

  /** @param {string} words a player's id, PROVIDER:KEY, or a name */
  function wanted(words) {
    if (words.includes(':')) return { identity: words };
    return at('find-by').value === 'id' ? { id: words } : { name: words };
  }

  async function find() {
    const found = await support.find(wanted(text('find-text')));
    const lines = found.map((player) => row(player.name, player.playerId, button('Show', () => show(player.playerId))));
    at('player-lines').replaceChildren(...lines);
    return found.length ? '' : 'Nobody.';
  }

  /** @param {string} id */
  async function show(id) {
    const [all, wallet, payments] = await Promise.all([support.show(id), support.wallet(id), support.payments(id)]);
    at('player').hidden = false;
    at('player').dataset.player = id;
    at('player-name').textContent = `${all.player.name} · ${id}`;
    at('player-all').textContent = JSON.stringify(all, undefined, 2);
    at('ban-lines').replaceChildren(...all.bans.map((/** @type {any} */ ban) => banned(id, ban)));
    at('wallet-lines').replaceChildren(...owned(wallet));
    at('payment-lines').replaceChildren(...payments.map((payment) => paid(id, payment)));
  }

  /**
   * @param {string} id
   * @param {{scope: string, reason: string, until?: string}} ban
   */
  function banned(id, ban) {
    const lift = button('Lift', async () => {
      await support.lift(id, ban.scope, reason());
      await show(id);
      return 'Lifted.';
    });
    return row(ban.scope, ban.reason, ban.until ?? 'for good', lift);
  }

  /** @param {{balances: Record<string, number>, debts: Record<string, number>, items: any[]}} wallet */
  function owned({ balances, debts, items }) {
    return [
      ...Object.entries(balances).map(([unit, amount]) => row(unit, `${amount}`)),
      ...Object.entries(debts).map(([unit, amount]) => row(`owes ${unit}`, `${amount}`)),
      ...items.map((item) => row(`${item.kind} ${item.id}`, `${item.amount}`)),
    ];
  }

  /**
   * @param {string} id
   * @param {any} payment
   */
  function paid(id, { order, actions, held }) {
    const money = actions.map((/** @type {any} */ action) => `${action.kind} ${action.money.amount} ${action.money.currency}`);
    const refund = button('Refund', async () => {
      await support.refund(order.orderId, reason());
      await show(id);
      return 'The provider was asked to give it back.';
    });
    return row(order.createdAt, order.sku, held ?? order.status, money.join(', '), refund);
  }

  async function ban() {
    const hours = Number(at('ban-hours').value);
    const until = hours > 0 ? new Date(client.now() + hours * 3_600_000).toISOString() : undefined;
    await support.ban(shown(), at('ban-scope').value, reason(), until);
    await show(shown());
    return 'Banned.';
  }

  async function grant() {
    const gift = { kind: text('grant-kind'), id: text('grant-id'), amount: Number(at('grant-amount').value) };
    await support.grant(shown(), gift, reason());
    await show(shown());
    return gift.amount > 0 ? 'Given.' : 'Taken.';
  }

  async function mail() {
    await support.mail(shown(), { subject: text('mail-subject'), text: text('mail-text') }, reason());
    at('mail').reset();
    return 'It is in the inbox.';
  }

  async function logout() {
    await support.logout(shown(), reason());
    return 'Logged out everywhere.';
  }

  onSubmit('find', find);
  onSubmit('ban', ban);
  onSubmit('grant', grant);
  onSubmit('mail', mail);
  onClick('logout', logout);
  at('me').replaceChildren(element('span', `${client.player?.name ?? ''} · ${client.playerId}`));
}
