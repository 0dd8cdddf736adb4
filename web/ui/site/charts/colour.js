// Colours come from the stylesheet, so that they follow the reader's theme. A hidden element turns them into what a
// canvas understands: those of forced colours are names of the system's.
import {drawn} from './views.js';

/** @import {View} from '../types' */

const probe = document.createElement('i');
probe.hidden = true;
probe.style.setProperty('forced-color-adjust', 'none');
document.head.append(probe);
/** @type {Map<string, string>} */
const palette = new Map();

/** @param {string} colour */
function resolved(colour) {
	const known = palette.get(colour);
	if (known !== undefined) return known;
	probe.style.color = colour;
	const {color} = getComputedStyle(probe);
	palette.set(colour, color);
	return color;
}

/**
 * colour is a colour of the stylesheet.
 * @param {string} name
 */
export const colour = (name) => resolved(`var(${name})`);

/**
 * token is the name of a curve's colour, a pinned run's or a layer's.
 * @param {View} view
 * @param {{color: number, kind?: string}} series
 */
export const token = (view, {color, kind}) => color < 0 ? '--soft' :
	kind?.startsWith('pin') ? `--pin-${color + 1}` :
	kind?.startsWith('layer') ? `--layer-${color + 1}` :
	kind === 'dash' && view.spec.colors === 1 ? '--direct' : `--rate-${view.spec.colors}-${color + 1}`;

/**
 * @param {View} view
 * @param {{color: number, kind?: string}} series
 */
export const curveColour = (view, series) => colour(token(view, series));

/**
 * wordColour is for words in a curve's colour. They are darker, or lighter, than the curve: they need more contrast.
 * @param {View} view
 * @param {{color: number, kind?: string}} series
 */
export const wordColour = (view, series) =>
	resolved(`color-mix(in srgb, var(${token(view, series)}) var(--label), var(--ink))`);

/**
 * @param {string} colour
 * @param {number} alpha
 */
export const tint = (colour, alpha) => `rgba(${(colour.match(/[\d.]+/g) || []).slice(0, 3)}, ${alpha})`;

/** What else draws with these colours draws again when they change. */
export const recoloured = new Set([() => {
	palette.clear();
	for (const view of drawn()) {
		view.painted = undefined;
		view.plot.redraw(false, true);
	}
}]);
export const recolour = () => recoloured.forEach((draw) => draw());
for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
	matchMedia(query).addEventListener('change', recolour);
