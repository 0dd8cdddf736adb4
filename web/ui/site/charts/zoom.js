// The days on show. A drag zooms all charts that share a cursor, by uPlot's own sync; a button, a double click or a
// key goes back.
import {app} from '../shared.js';
import {tableSoon} from './table.js';
import {drawn, moveCursor} from './views.js';

/** @import {Drawn, View} from '../types' */

/**
 * ends are the first and the last day.
 * @param {Drawn} view
 */
const ends = ({data: [x]}) => [Number(x[0]), Number(x[x.length - 1])];

/**
 * days are those that a plot may show: charts that zoom together need not begin on one day.
 * @param {View} view
 * @param {number | null} low
 * @param {number | null} high
 * @returns {[number | null, number | null]}
 */
export function days(view, low, high) {
	if (low == null || high == null || !view.data) return [low, high];
	const [x] = view.data, first = Number(x[0]), last = Number(x[x.length - 1]);
	return low < last && high > first ? [Math.max(low, first), Math.min(high, last)] : [first, last];
}

/**
 * noteZoom is called when a plot shows other days.
 * @param {Drawn} view
 */
export function noteZoom(view) {
	const [first, last] = ends(view), {min = first, max = last} = view.plot.scales.x;
	setZoomed(view, min > first || max < last ? {min, max} : false);
}

/**
 * @param {View} view
 * @param {View['zoomed']} zoomed
 */
export function setZoomed(view, zoomed) {
	view.zoomed = zoomed;
	view.back.hidden = !zoomed;
	if (view.table.open) tableSoon(view);
	if (view.id === 'hero' && app.zoomed) app.zoomed(zoomed ? zoomed.min : 0, zoomed ? zoomed.max : 0);
}

/**
 * zoom shows a part of the days on all charts of the page, as a link asks; from 0 to 0 all of them, and all that a
 * chart has where that is none of them.
 * @param {number} min
 * @param {number} max
 */
export function zoom(min, max) {
	for (const view of drawn()) {
		if (view.spec.sync) continue;
		const [first, last] = ends(view), from = Math.max(min, first), to = max ? Math.min(max, last) : last;
		view.plot.setScale('x', from < to ? {min: from, max: to} : {min: first, max: last});
	}
}

/**
 * zoomOut shows all days again.
 * @param {View} from a chart; those that share its cursor zoom together, so they zoom out together
 */
export function zoomOut(from) {
	for (const view of drawn()) {
		if (from.spec.sync !== view.spec.sync) continue;
		const [min, max] = ends(view);
		view.plot.setScale('x', {min, max});
	}
}

const LEAST_DAYS = 14;
/**
 * zoomBy changes how many days are on show, about one that stays where it is.
 * @param {Drawn} view
 * @param {number} now the entry that stays
 * @param {number} factor
 */
export function zoomBy(view, now, factor) {
	const [low, high] = ends(view), {min = low, max = high} = view.plot.scales.x;
	const span = Math.min(high - low, Math.max(LEAST_DAYS * 86400, (max - min) * factor));
	const from = Math.max(
		low,
		Math.min(high - span, view.data[0][now] - (span * (view.data[0][now] - min)) / (max - min ||
			1)),
	);
	for (const other of drawn()) {
		if (other.spec.sync === view.spec.sync) other.plot.setScale('x', {min: from, max: from + span});
	}
	queueMicrotask(() => setDay(view, now)); // once uPlot has taken the scale up
}

/**
 * setDay moves the cursor to an entry.
 * @param {Drawn} view
 * @param {number} i
 */
export function setDay({data, plot}, i) {
	moveCursor(plot, {left: plot.valToPos(data[0][i], 'x'), top: 10});
}
