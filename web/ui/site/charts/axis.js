// How far the y axis reaches.
import {app} from '../shared.js';
import {drawn} from './views.js';

/** @import {View} from '../types' */

/** @typedef {[low: number, high: number]} Range */

/** What moves a slider that is held, or false. @type {'pointer' | 'keys' | false} */
let held = false;

/**
 * limits is the range of the axis for numbers from low to high.
 * @param {View} view
 * @param {number | null} low
 * @param {number | null} high
 * @returns {Range}
 */
export function limits(view, low, high) {
	const {spec, limit} = view;
	if (low == null || high == null) return [0, 1];
	if (limit) [low, high] = [Math.max(low, -limit), Math.min(high, limit)];
	[low, high] = app.reach?.(view, low, high) || [low, high]; // to a target, see marks.js
	for (const {y} of spec.levels || []) high = Math.max(high, 1.08 * y); // and its name
	const bottom = spec.fromZero ? Math.min(0, low) : low, span = high - bottom || Math.abs(high) || 1;
	/** @type {Range} */
	const fit = [bottom < 0 || !spec.fromZero ? bottom - 0.04 * span : 0, high + 0.06 * span];
	view.axis = held && view.axis ? hold(view.axis, view.span, fit, low, high) : fit;
	view.span = span;
	return view.axis;
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
	for (const {plot} of drawn()) {
		const {min, max} = plot.scales.x;
		if (min != null && max != null) plot.setScale('x', {min, max}); // the y axis follows
	}
}

const isSlider = (/** @type {Event} */ {target}) => target instanceof HTMLInputElement && target.type === 'range';
addEventListener('pointerdown', (event) => { if (isSlider(event)) held = 'pointer'; }, true);
addEventListener('input', (event) => { // by keys the slider is held until they rest
	if (!isSlider(event) || held === 'pointer') return;
	held = 'keys';
	clearTimeout(settling);
	settling = setTimeout(settle, 800);
}, true);
for (const type of ['pointerup', 'pointercancel', 'blur']) addEventListener(type, settle, true);
