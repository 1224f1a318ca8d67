/** @import {Disc} from '../grid.js' */

/**
 * How a disc looks. Colours never tell alone: each look has a mark of its own, for those who see colours otherwise.
 *
 * @typedef {{light: string, base: string, dark: string, mark: keyof typeof MARKS}} Look
 */

/** Shapes within a circle of radius 1. */
export const MARKS = {
  ring: 'M-.5 0a.5 .5 0 1 0 1 0a.5 .5 0 1 0 -1 0M-.3 0a.3 .3 0 1 1 .6 0a.3 .3 0 1 1 -.6 0',
  star: 'M0 -.58L.15 -.15L.58 0L.15 .15L0 .58L-.15 .15L-.58 0L-.15 -.15Z',
  wave: 'M-.55 .02C-.38 -.3 -.2 -.3 0 -.05S.38 .2 .55 -.1L.55 .12C.38 .42 .2 .42 0 .17S-.38 -.08 -.55 .24Z',
  leaf: 'M-.4 .42C-.5 -.2 0 -.5 .5 -.5C.5 .1 .2 .5 -.3 .34Q-.05 0 .22 -.22Q-.2 .02 -.4 .42Z',
  moon: 'M.12 -.55A.55 .55 0 1 0 .5 .25A.45 .45 0 0 1 .12 -.55Z',
  gem: 'M0 -.55L.42 0L0 .55L-.42 0Z',
};

/** @type {Record<Disc, Look>} */
export const PLAIN = {
  red: { light: '#ff8d85', base: '#f04f58', dark: '#a92337', mark: 'ring' },
  yellow: { light: '#ffe796', base: '#ffc93a', dark: '#bd7f08', mark: 'star' },
};

/** @type {Record<string, Look>} by the good's id in the store */
const BOUGHT = {
  'disc-blue': { light: '#9be8ff', base: '#35b6ee', dark: '#0f6fa6', mark: 'wave' },
  'disc-green': { light: '#a9f0b4', base: '#45c46b', dark: '#17783c', mark: 'leaf' },
  'disc-violet': { light: '#d9b8ff', base: '#a06bf0', dark: '#5e2fae', mark: 'moon' },
  'disc-copper': { light: '#f3c4a3', base: '#b9713f', dark: '#5f3114', mark: 'gem' },
};

/**
 * @param {string} good a disc's id in the store
 * @returns {Look} of a good that this page does not know: a colour made of its name
 */
export function boughtLook(good) {
  if (BOUGHT[good]) return BOUGHT[good];
  const hue = [...good].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const mark = /** @type {const} */ (['gem', 'moon', 'leaf', 'wave'])[hue % 4];
  return { light: `hsl(${hue} 90% 82%)`, base: `hsl(${hue} 70% 58%)`, dark: `hsl(${hue} 70% 30%)`, mark };
}
