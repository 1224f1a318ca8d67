/** Puts the snippets of docs/client.md, in order, into one module for the type check: no snippet may lie. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/client.md', import.meta.url), 'utf8');
const snippets = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);
if (snippets.length < 5) throw new Error(`only ${snippets.length} snippets in docs/client.md`);
const target = new URL('../target/snippets/', import.meta.url);
mkdirSync(target, { recursive: true });
writeFileSync(new URL('client.js', target), snippets.join('\n'));
