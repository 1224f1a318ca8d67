import { Drawbridge } from '../sdk/drawbridge.js';
import { config } from './config.js';
import { attempt } from './page.js';
import { players } from './players.js';
import { audit, reports, rooms, statements } from './records.js';
import { server } from './server.js';

attempt(async () => {
  const client = await Drawbridge.connect();
  const showNodes = server(client);
  for (const part of [players, reports, rooms, config, statements, audit]) part(client);
  document.body.dataset.ready = '';
  await showNodes();
});
