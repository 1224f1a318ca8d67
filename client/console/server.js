import { at, button, onClick, onSubmit, reason, row, text } from './page.js';

/** @import {Drawbridge} from '../sdk/drawbridge.js' */

/**
 * Nodes, and whether anybody may come in.
 *
 * @param {Drawbridge} client
 * @returns {() => Promise<void>} shows the nodes
 */
export function server({ support }) {
  async function show() {
    const nodes = await support.nodes();
    const lines = nodes.map(({ node, state, rooms, players }) =>
      row(
        node,
        state,
        `${rooms}`,
        `${players}`,
        button('Drain', async () => {
          await support.drain(node, reason());
          await show();
          return `${node} gives its rooms away.`;
        }),
      ),
    );
    at('node-lines').replaceChildren(...lines);
  }

  onClick('nodes-again', show);
  onSubmit('server', async () => {
    const status = at('server-status').value;
    await support.server(status, text('server-message') || undefined, reason());
    return status === 'open' ? 'The server is open.' : 'Nobody makes or joins rooms now but support and admins.';
  });
  return show;
}
