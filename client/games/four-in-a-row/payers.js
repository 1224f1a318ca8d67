/** @import {Drawbridge} from '../../sdk/drawbridge.js' */
/** @import {PaymentOrder, Pack} from '../../sdk/contract.js' */

/**
 * How each provider is paid. Stripe's page is gone to, and leads back. Facebook's own dialogs stand in Facebook's SDK;
 * here the local world's double is asked instead, and the answer goes the same way.
 *
 * @typedef {'paid' | 'cancelled' | 'elsewhere'} Outcome elsewhere: this page is left
 *
 * @typedef {object} Deal
 * @property {Drawbridge} client
 * @property {Pack} pack
 * @property {PaymentOrder} order
 * @property {(question: string) => Promise<boolean>} agree asks the player, as a provider's dialog does
 */

/** Where the page that comes back from paying finds which page it was. */
export const BACK = 'drawbridge.back';

/** @type {Record<string, {name: string, pay: (deal: Deal) => Promise<Outcome>}>} */
export const PAYERS = {
  stripe: {
    name: 'Stripe',
    async pay({ order }) {
      sessionStorage.setItem(BACK, location.pathname);
      location.assign(order.checkout.url);
      return 'elsewhere';
    },
  },
  facebook: {
    name: 'Facebook',
    async pay(deal) {
      const said = await dialog('Facebook', deal, { user: user(deal.client.playerId), requestId: deal.order.orderId });
      if (!said) return 'cancelled';
      await shown(deal.client, 'facebook', { signedRequest: said.signedRequest });
      return 'paid';
    },
  },
  instant: {
    name: 'Instant Games',
    async pay(deal) {
      const said = await dialog('Instant Games', deal, { instant: true });
      if (!said) return 'cancelled';
      const { orderId } = deal.order;
      await shown(deal.client, 'instant', { signedRequest: said.signedRequest, orderId });
      return 'paid';
    },
  },
};

/**
 * What was paid is told by the provider, too: a proof that does not get through loses nothing.
 *
 * @param {Drawbridge} client
 * @param {string} provider
 * @param {object} proof
 */
async function shown(client, provider, proof) {
  await client.payments.confirm(provider, proof).catch((problem) => {
    if (!problem.passing) throw problem;
  });
}

/**
 * @param {string} name
 * @param {Deal} deal
 * @param {object} more
 * @returns {Promise<{signedRequest: string} | undefined>} undefined when the player turned back
 */
async function dialog(name, { pack, agree }, more) {
  const [price] = pack.prices;
  if (!price || !(await agree(`${name}: pay ${priceText(price)} for “${pack.title}”? Nothing is really paid here.`)))
    return undefined;
  const answer = await fetch('/_local/facebook/payments', {
    method: 'POST',
    body: JSON.stringify({ sku: pack.sku, quantity: 1, currency: price.currency, amount: decimal(price), ...more }),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error?.message ?? 'the dialog failed');
  return said;
}

/** A Facebook user of this player's own: digits, always the same. @param {string} player */
function user(player) {
  let sum = 0;
  for (const letter of player) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007;
  return `${1_000_000_000 + sum}`;
}

/** @param {string} currency ISO 4217 */
function digits(currency) {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** @param {{amount: number, currency: string}} money in minor units */
function decimal({ amount, currency }) {
  return (amount / 10 ** digits(currency)).toFixed(digits(currency));
}

/** @param {{amount: number, currency: string}} money in minor units */
export function priceText({ amount, currency }) {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amount / 10 ** digits(currency));
}
