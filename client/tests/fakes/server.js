/** Plays the functions by script: `server.on('GET /v1/wallet', () => ({body: …}))`. */
export class FakeServer {
  /** Every request, in order: `{method, path, query, body, headers}`. */
  requests = [];
  #answers = new Map();

  /**
   * @param {string} route method and path
   * @param {(request: any) => {status?: number, body?: any, headers?: object} | Error | Promise<any>} answer an
   *   Error is a network that fails
   */
  on(route, answer) {
    this.#answers.set(route, answer);
    return this;
  }

  count(route) {
    return this.to(route).length;
  }

  to(route) {
    return this.requests.filter(({ method, path }) => `${method} ${path}` === route);
  }

  fetch = async (url, { method, headers, body, signal, keepalive }) => {
    const { pathname, searchParams } = new URL(url, 'https://server.test');
    const request = { method, path: pathname, query: Object.fromEntries(searchParams), headers, keepalive };
    if (body) request.body = JSON.parse(body);
    this.requests.push(request);
    const answer = this.#answers.get(`${method} ${pathname}`) ?? (() => ({ status: 404, body: { code: 'not-found' } }));
    const aborted = new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const outcome = await Promise.race([answer(request), aborted]);
    if (outcome instanceof Error) throw outcome;
    const { status = 200, body: content, headers: more = {} } = outcome;
    return new Response(content === undefined ? null : JSON.stringify(content), { status, headers: more });
  };
}

/** An answer to any login call. */
export function session(player, n = 1, expiresIn = 900) {
  return {
    body: {
      playerId: player,
      accessToken: `access-${n}`,
      refreshToken: `refresh-${n}`,
      expiresIn,
      newPlayer: n === 1,
      player: { playerId: player, name: `Name of ${player}` },
      server: { status: 'open', configVersion: '1' },
    },
  };
}
