import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Nothing of a browser's own talk with its maker: the tests need no network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the package sets for a function: with one process, two people would share their storage. */
const LAMBDA = new Set(['--single-process', '--no-zygote', '--disable-web-security']);

/**
 * A headless Chromium: the system's, or else the one that an npm package carries.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launch() {
  const installed = [...NAMES.map(which), MAC].find((path) => path && runs(path));
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET });
  const { default: carried } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await carried.executablePath(),
    args: [...carried.args.filter((arg) => !LAMBDA.has(arg)), ...QUIET],
  });
}

function which(name) {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function runs(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
