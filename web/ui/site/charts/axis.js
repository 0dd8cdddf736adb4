// How far the y axis reaches.
import {app} from '../shared.js';
import {drawn} from './views.js';

/** @import uPlot from 'uplot' */
/** @import {Drawn, View} from '../types' */

/** @typedef {[low: number, high: number]} Range */

/** What moves a slider that is held, or false. @type {'pointer' | 'keys' | false} */
let held = false;

/**
 * extent is the least and the greatest number on show, Infinity and -Infinity where there is none. uPlot would look for
 * them itself, if it knew such gaps.
 * @param {Pick<uPlot, 'data' | 'series'>} plot
 * @returns {Range}
 */
export function extent({data, series}) {
	const [first, last] = series[0].idxs || [0, -1];
	let low = Infinity, high = -Infinity;
	for (let k = 1; k < series.length; k++) {
		if (!series[k].show) continue;
		const column = /** @type {Float64Array} */ (data[k]);
		for (let i = first; i <= last; i++) {
			const v = column[i];
			if (v < low) low = v;
			if (v > high) high = v;
		}
	}
	return [low, high];
}

/**
 * limits is the range of the axis for numbers from low to high.
 * @param {View} view
 * @param {number} low
 * @param {number} high
 * @returns {Range}
 */
export function limits(view, low, high) {
	// What is past belongs to a chart that shows it, and not to what the same chart shows by another unit.
	const {spec} = view, limit = view.limit && !spec.floor && Math.max(view.limit, spec.lead ? view.pastHigh : 0);
	if (low > high) return [0, 1];
	if (spec.fromZero && low < 0 && low > -1e-6 * high) low = 0; // what is left of a sum
	if (limit) [low, high] = [Math.max(low, -limit), Math.min(high, limit)];
	[low, high] = app.reach?.(view, low, high) || [low, high]; // to a target, see marks.js
	for (const {y} of spec.levels || []) high = Math.max(high, 1.08 * y); // and its name
	if (spec.floor) return view.axis = logLimits(view, spec.floor, high);
	const bottom = spec.fromZero ? Math.min(0, low) : low, span = high - bottom || Math.abs(high) || 1;
	/** @type {Range} */
	const fit = [bottom < 0 || !spec.fromZero ? bottom - 0.04 * span : 0, high + 0.06 * span];
	view.fit = fit;
	view.axis = held && view.axis ? hold(view.axis, view.span, fit, low, high) : glided(view, fit);
	view.span = span;
	return view.axis;
}

/**
 * logLimits is the range of a logarithmic axis from its floor on: one held stays as long as the curves are in sight,
 * and then grows by a power of ten.
 * @param {View} view
 * @param {number} floor
 * @param {number} high
 * @returns {Range}
 */
function logLimits(view, floor, high) {
	view.fit = [floor, 1.5 * Math.max(high, 100 * floor)];
	if (!held || !view.axis || view.axis[0] !== floor) return glided(view, view.fit);
	let top = view.axis[1];
	while (top < high && high < Infinity) top *= 10;
	return [floor, top];
}

/**
 * glided is where an axis stands on its way from where it was held to where it belongs.
 * @param {View} view
 * @param {Range} to
 * @returns {Range}
 */
function glided({glide, spec}, to) {
	if (!glide) return to;
	const t = 1 - (1 - glide.share) ** 3, between = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * t;
	return spec.floor ? [to[0], 10 ** between(Math.log10(glide.from[1]), Math.log10(to[1]))] :
		[between(glide.from[0], to[0]), between(glide.from[1], to[1])];
}

/**
 * An axis that followed the data of a slider that moves would hold the curves still while their numbers change. So it
 * holds as long as the curves stay in sight, and of a size to be read; else it doubles, or goes down to a quarter.
 * @param {Range} axis
 * @param {number} before what it showed
 * @param {Range} fit
 * @param {number} low
 * @param {number} high
 * @returns {Range}
 */
function hold([from, to], before, fit, low, high) {
	const size = to - from, span = high - fit[0];
	let next = size;
	if (!(span > 0 && span < Infinity && size > 0)) return fit; // nothing is left to be seen moving
	while (span > next) next *= 2;
	while (span * 8 < next) next /= 4;
	// Numbers that grew as the axis did would stand where they stood.
	if (next !== size && Math.abs(span / next * size / before - 1) < 0.1) next *= 2;
	return next === size && low >= from && high <= to ? [from, to] : [fit[0], fit[0] + next];
}

let settling = 0;
function settle() {
	clearTimeout(settling);
	if (!held) return;
	held = false;
	for (const view of drawn()) settleAxis(view);
}

const GLIDE_MS = 250;
/**
 * settleAxis takes an axis that was held to where it belongs.
 * @param {Drawn} view
 */
function settleAxis(view) {
	const {plot, axis: from, fit} = view, {min, max} = plot.scales.x, begin = performance.now();
	if (min == null || max == null || !from || !fit || from[0] === fit[0] && from[1] === fit[1]) return;
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	const step = (/** @type {number} */ now) => {
		if (view.plot !== plot || held) {
			delete view.glide;
			return;
		}
		const share = still ? 1 : Math.max(0, Math.min(1, (now - begin) / GLIDE_MS));
		if (share < 1) view.glide = {from, share}; else delete view.glide;
		plot.setScale('x', {min: plot.scales.x.min ?? min, max: plot.scales.x.max ?? max}); // the y axis follows
		if (share < 1) requestAnimationFrame(step);
	};
	step(begin);
}

const isSlider = (/** @type {Event} */ {target}) => target instanceof HTMLInputElement && target.type === 'range';
addEventListener('pointerdown', (event) => { if (isSlider(event)) held = 'pointer'; }, true);
addEventListener('input', (event) => { // by keys the slider is held until they rest
	if (!isSlider(event) || held === 'pointer') return;
	held = 'keys';
	clearTimeout(settling);
	settling = setTimeout(settle, 800);
}, true);
for (const type of ['pointerup', 'pointercancel']) addEventListener(type, settle, true);
addEventListener('blur', settle); // of the window: that of an element comes while the next one is pressed
