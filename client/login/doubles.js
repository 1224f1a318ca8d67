/** The local world's doubles of those who vouch for players. In a real game their own SDKs stand here. */

const NONCE = 'drawbridge.oidc';

/**
 * @param {string} path below `/_local/`
 * @param {object} body
 * @returns {Promise<any>}
 */
async function ask(path, body) {
  const answer = await fetch(`/_local/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error?.message ?? said.error_description ?? 'the double refuses');
  return said;
}

/** @returns {Promise<boolean>} whether there are any */
export async function present() {
  try {
    return (await fetch('/_local/oidc/.well-known/openid-configuration')).ok;
  } catch {
    return false;
  }
}

/**
 * @param {string} user
 * @returns {Promise<{signedRequest: string}>}
 */
export function canvas(user) {
  return ask('facebook/login', { user });
}

/**
 * @param {string} player
 * @param {string} asid empty of whoever was never on the canvas
 * @param {string} nonce
 * @returns {Promise<{signedPlayerInfo: string, signedAsid?: string}>}
 */
export function instant(player, asid, nonce) {
  return ask('facebook/instant', { player, nonce, ...(asid && { asid }) });
}

/**
 * Goes to the OpenID provider's page, which leads back here.
 *
 * @param {string} nonce
 */
export function goToOidc(nonce) {
  const state = crypto.randomUUID();
  sessionStorage.setItem(NONCE, JSON.stringify({ nonce, state }));
  const query = new URLSearchParams({
    response_type: 'id_token',
    client_id: 'drawbridge-local',
    scope: 'openid',
    redirect_uri: location.origin + location.pathname,
    nonce,
    state,
  });
  location.assign(`/_local/oidc/authorize?${query}`);
}

/**
 * What the provider's page said, if this page was reached from there. It is told once.
 *
 * @returns {{idToken: string, nonce: string} | undefined}
 */
export function backFromOidc() {
  const said = new URLSearchParams(location.hash.slice(1));
  const asked = JSON.parse(sessionStorage.getItem(NONCE) ?? '{}');
  sessionStorage.removeItem(NONCE);
  if (location.hash) history.replaceState(null, '', location.pathname);
  const idToken = said.get('id_token');
  return idToken && said.get('state') === asked.state ? { idToken, nonce: asked.nonce } : undefined;
}
