// What a hand does on a plot: by finger, mouse and keyboard.
import {app} from '../shared.js';
import {isoDay} from './format.js';
import {entry} from './readout.js';
import {UNDRAWN, isDrawn, moveCursor} from './views.js';
import {setDay, zoomBy, zoomOut} from './zoom.js';

/** @import {Drawn, View} from '../types' */

/** @typedef {{kind: string, n: number}} Curve kind of a curve, and its number among those of the kind */

const CLICK_PX = 4; // between press and release of what is still a click

/**
 * drag is uPlot's setting of the same name. A hand that shakes while it clicks does not zoom, and its click counts:
 * uPlot drops one whose ends differ at all.
 * @param {View} view
 */
export const drag = (view) => ({
	x: true,
	y: false,
	setScale: true,
	dist: CLICK_PX,
	click: (/** @type {unknown} */ _, /** @type {MouseEvent} */ event) => {
		if (Math.abs(event.clientX - view.pressed) >= CLICK_PX) event.stopImmediatePropagation();
	},
});

let clicked = 0;
/**
 * follow lets a plot follow the hand. over is the plot's own element above the curves.
 * @param {Drawn} view
 * @param {HTMLElement} over
 */
export function follow(view, over) {
	const current = (/** @type {(view: Drawn) => void} */ act) => { if (isDrawn(view)) act(view); };
	over.addEventListener('keydown', (event) => current((view) => keyboard(view, event)));
	over.addEventListener('dblclick', () => zoomOut(view));
	over.addEventListener('click', (event) => {
		// A finger moves the cursor; a second click zooms out.
		clearTimeout(clicked);
		const pointer = (event instanceof PointerEvent && event.pointerType) || view.pointer;
		if (pointer === 'mouse' && event.detail === 1)
			current((view) => {
				clicked = setTimeout(explain, 350, view, ...pointed(view, event));
			});
	});
	// A finger that moves sideways moves the cursor; up and down still scrolls the page, and leaves it where it was.
	let before = {left: -10, top: -10};
	const move = (/** @type {PointerEvent} */ event) => {
		if (event.type === 'pointerdown') {
			[view.pressed, view.pointer] = [event.clientX, event.pointerType];
			current(({plot: {cursor: {left = -10, top = -10}}}) => { before = {left, top}; });
		}
		if (event.pointerType === 'mouse') return;
		const box = over.getBoundingClientRect();
		current(({plot}) => moveCursor(plot, {left: event.clientX - box.left, top: event.clientY - box.top}));
	};
	over.addEventListener('pointerdown', move);
	over.addEventListener('pointermove', move);
	over.addEventListener('pointercancel', ({pointerType}) => {
		if (pointerType !== 'mouse') current(({plot}) => moveCursor(plot, before));
	});
}

// Arrow keys step the cursor by a day; Page Up and Page Down, or Shift, by thirty; Home and End jump. Plus and minus
// zoom about the cursor.
/** @type {Record<string, number>} */
const STEPS = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30};
/**
 * @param {Drawn} view
 * @param {KeyboardEvent} event
 */
function keyboard(view, event) {
	if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own
	const {plot: u, spec} = view, [first, last] = u.series[0].idxs || [0, 0], {key} = event;
	const {idx, left = -10} = u.cursor, now = left >= 0 && idx != null ? idx : Math.min(spec.restEntry, last);
	const step = STEPS[key] * (event.shiftKey && Math.abs(STEPS[key]) === 1 ? 30 : 1);
	const to = key === 'Home' ? first : key === 'End' ? last : now + step;
	if (key === 'Escape') {
		view.keys.classList.add('dismissed');
		return zoomOut(view);
	}
	if (key === 'Enter') return explain(view);
	if (key === '+' || key === '=') zoomBy(view, now, 0.5);
	else if (key === '-') zoomBy(view, now, 2);
	else if (Number.isFinite(to)) setDay(view, Math.min(last, Math.max(first, to)));
	else return;
	event.preventDefault();
}

/**
 * pointed is the entry under the mouse, and which curve is nearest to it there. It is taken from the event: the
 * chart's own cursor knows nothing of what moved under a resting mouse.
 * @param {Drawn} view
 * @param {MouseEvent} event
 * @returns {[entry: number, curve: Curve | undefined]}
 */
function pointed({plot: u, spec, data}, event) {
	const box = u.over.getBoundingClientRect();
	const x = event.clientX - box.left,
		left = x <= 1.5 ? 0 : x >= box.width - 1.5 ? box.width : x, // a mouse knows whole pixels
		top = event.clientY - box.top,
		i = u.posToIdx(left); // as uPlot snaps to the ends
	moveCursor(u, {left, top});
	const pinned = app.request?.().pinned;
	/** @type {Record<string, number>} */
	const kinds = {};
	/** @type {Curve | undefined} */
	let best;
	let least = Infinity;
	spec.series.forEach((s, k) => {
		const n = kinds[s.kind] = (kinds[s.kind] || 0) + 1, value = data[k + 1][i];
		if (s.hidden || Number.isNaN(value) || UNDRAWN.has(s.kind) || s.kind === 'ghost') return;
		if (s.kind.startsWith('pin') && !pinned?.[n - 1]) return;
		const away = Math.abs(u.valToPos(value, 'y') - top);
		if (away < least) [best, least] = [{kind: s.kind, n}, away];
	});
	return [i, best];
}

/**
 * explain shows the steps behind a day's numbers: that of an entry, or that which the readout shows.
 * @param {View} view
 * @param {number} [i]
 * @param {Curve} [curve]
 */
export function explain(view, i, {kind = '', n = 0} = {kind: '', n: 0}) {
	const {explore} = app.lazy;
	if (!isDrawn(view) || !view.spec.text.explain || !explore) return;
	if ((i ?? entry(view)[0]) < (view.spec.lead?.rows || 0)) return; // it was not computed
	const on = isoDay(Number(view.data[0][i ?? entry(view)[0]]));
	explore.load().then(() => app.showSteps?.(on, {chart: view.id, curve: kind, rate: n}));
}
