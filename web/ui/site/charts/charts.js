// Draws the charts. The program owns what is shown (data, labels, formats arrive with each draw); the modules of this
// folder own how: uPlot, the readout above each plot, zoom, touch and keyboard cursor, and the table below. Every
// visible word arrives in the spec.
import uPlot from 'uplot';
import {element} from '../dom.js';
import {app} from '../shared.js';
import {extent, limits} from './axis.js';
import {colour, curveColour, tint} from './colour.js';
import {numeral, speak, tick} from './format.js';
import {drag, explain, follow} from './hands.js';
import {endLabels, eras, history, inTwo, levels, saving, stacks} from './overlay.js';
import {begin, decades, happened, joined, published, rowsOfNames} from './past.js';
import {widthOf} from './pen.js';
import {entry, fillChips, hideCursor, readout} from './readout.js';
import {fillTable, tableSoon} from './table.js';
import {thin} from './thin.js';
import {BAND, UNDRAWN, drawn, inSight, isDrawn, sights, views} from './views.js';
import {days, noteZoom, setZoomed, zoom, zoomOut} from './zoom.js';

/** @import {Columns, Drawn, Spec, View} from '../types' */

export {inSight, zoom};

/** @type {Record<string, uPlot>} by id of the chart */
export const charts = {};

/** @type {Spec} of a chart that has got none yet */
const NONE = {
	title: '', format: '', fromZero: false, colors: 0, snapshot: 0, restEntry: 0,
	series: [], bands: [], chips: [], text: {},
};

/**
 * mount makes an element the home of a chart. Of the same chart, whose home was another one, it shows the former
 * numbers.
 * @param {string} id
 * @param {HTMLElement} el which the program renders once and then leaves alone
 */
export function mount(id, el) {
	const former = views.get(id);
	if (former) {
		sizes.unobserve(former.canvas);
		sights.unobserve(former.el);
		if (former.plot) former.plot.destroy();
	}
	const bar = element(el, 'div', 'readout'), when = element(bar, 'span', 'readout-day');
	const chips = element(bar, 'span', 'readout-values'), back = element(bar, 'button', 'zoom-out');
	const scale = element(bar, 'button', 'zoom-out scale');
	const canvas = element(el, 'div', 'canvas'), keys = element(el, 'p', 'hint keys');
	const ask = element(el, 'button', 'quiet explain'), table = element(el, 'details', 'numbers');
	const summary = element(table, 'summary'), scroll = element(table, 'div', 'scroll');
	/** @type {View} */
	const view = {
		id, el, when, chips, back, scale, canvas, keys, ask, table, summary, scroll,
		spec: NONE, data: null, plot: null, zoomed: false, locale: '', chipValues: [],
		at: 0, speaking: 0, refocus: false, span: 0, pressed: 0, pointer: '', firstRow: 0, markedAt: null,
		past: null, pastCount: 0, pastHigh: 0, columns: null, columnsOf: '',
	};
	views.set(id, view);
	back.type = ask.type = scale.type = 'button';
	back.hidden = ask.hidden = scale.hidden = true;
	scale.addEventListener('click', () => app.rescale?.());
	back.addEventListener('click', () => zoomOut(view));
	keys.id = `keys-${id}`;
	// What the button says when it is pressed is what it explains: the press takes the focus, and with it the cursor,
	// from the plot before it becomes a click.
	ask.addEventListener('pointerdown', () => { if (isDrawn(view)) view.asked = entry(view)[0]; });
	// A key presses nothing before.
	ask.addEventListener('click', (event) => explain(view, event.detail ? view.asked : undefined));
	el.addEventListener('focusout', ({relatedTarget: to}) => {
		if (to instanceof Node && el.contains(to)) return;
		if (!document.hasFocus()) return; // another window is in front: the day chosen stays
		keys.classList.remove('dismissed');
		// A press on another chart has begun a drag there by now, which a cursor that jumps would end in a zoom.
		if (!(to instanceof Element) || !to.matches('.u-over')) hideCursor();
	});
	scroll.tabIndex = 0;
	scroll.setAttribute('role', 'group');
	table.addEventListener('toggle', () => fillTable(view));
	sizes.observe(canvas);
	sights.observe(el);
	if (!former || former.spec === NONE) return;
	applySpec(view, former.spec);
	[view.data, view.limit, view.past, view.pastHigh] = [former.data, former.limit, former.past, former.pastHigh];
}

/** @param {string} id */
export function unmount(id) {
	const view = views.get(id);
	if (!view) return;
	sizes.unobserve(view.canvas);
	sights.unobserve(view.el);
	if (view.plot) view.plot.destroy();
	views.delete(id);
	delete charts[id];
}

/**
 * draw shows rows x columns of float64: column after column, the first one days in seconds. NaN is a gap.
 * @param {string} id
 * @param {string} spec JSON; "" where it did not change
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} rows
 * @param {number} [limit] the axis reaches no further, however high a pole
 * @param {Uint8Array<ArrayBuffer>} [past] of a chart that begins before its numbers do: the rows of spec.lead, column
 * after column, where they are others than before
 */
export function draw(id, spec, bytes, rows, limit, past) {
	const view = views.get(id);
	if (!view) return;
	const all = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
	/** @type {Spec} */
	const next = spec ? JSON.parse(spec) : view.spec;
	if (spec && next.lead) next.restEntry += next.lead.rows;
	if (past) {
		view.past = new Float64Array(past.slice().buffer);
		view.pastCount++;
		view.pastHigh = view.past.slice(0, next.lead?.rows).reduce((a, b) => b > a ? b : a, 0);
		view.columns = null;
	}
	/** @type {Columns} */
	let columns = [];
	const [length, first] = view.data ? [view.data[0].length, view.data[0][0]] : [0, 0];
	if (next.lead && view.past) columns = joined(view, next.lead, all, rows);
	else for (let at = 0; at < all.length; at += rows) columns.push(all.slice(at, at + rows));
	const sameAxis = length === columns[0].length && first === columns[0][0];
	view.data = columns;
	view.limit = limit;
	if (spec) applySpec(view, next);
	const data = /** @type {uPlot.AlignedData} */ (columns);
	if (!view.plot) {
		create(view, data);
		setZoomed(view, false);
		// One that opens later shows the days that the others show.
		const like = drawn().find((other) => other.zoomed && other.spec.sync === next.sync);
		const [min, max] = like?.zoomed ? days(view, like.zoomed.min, like.zoomed.max) : [null, null];
		if (min != null && max != null) views.get(id)?.plot?.setScale('x', {min, max});
		// Its names may take more room than those of the charts beside it.
		for (const other of next.lead ? drawn() : [])
			if (other !== view && other.spec.lead) other.plot.redraw(false, true);
	}
	else if (view.zoomed && sameAxis) view.plot.setData(data, false), view.plot.setScale('x', view.zoomed);
	else {
		view.plot.setData(data);
		if (view.zoomed) setZoomed(view, false); // which goes round by the program
	}
	if (spec && view.plot) view.plot.redraw(false, true);
	if (!sameAxis) hideCursor(); // it may stand on a day that is gone
	readout(view);
	if (app.listen && id === 'hero') {
		app.listen();
		app.listen = null;
	}
	if (view.table.open) tableSoon(view);
	if (app.whenDrawn && id === 'hero') {
		requestAnimationFrame(app.whenDrawn);
		app.whenDrawn = null;
	}
}

/** shape is what a plot is made anew for. @param {Spec} spec */
const shape = (spec) => JSON.stringify([spec.series.map((x) => [x.kind, x.color]), spec.bands, spec.colors,
	spec.floor, !!spec.lead, spec.area]);

/**
 * @param {View} view
 * @param {Spec} spec
 */
function applySpec(view, spec) {
	const before = view.spec, locale = speak(spec.locale);
	view.spec = spec;
	const again = view.plot && view.locale !== locale.dates; // its axes are in another language
	view.locale = locale.dates;
	view.back.textContent = spec.text.zoomOut;
	view.scale.textContent = spec.text.scale || '';
	view.scale.hidden = !spec.text.scale || !app.rescale;
	view.summary.textContent = spec.text.table;
	view.scroll.setAttribute('aria-label', spec.title);
	// An embedded page explains no day.
	view.keys.textContent = spec.text.canvas.replace('{enter}', app.lazy.explore ? spec.text.enter : '');
	if (view.plot && (again || shape(before) !== shape(spec))) {
		const old = view.plot;
		view.refocus = old.over === document.activeElement;
		view.plot = null; // its last events find no chart that is half rebuilt
		view.zoomed = false;
		view.back.hidden = true;
		old.destroy();
	}
	const {plot} = view;
	if (plot) plot.over.setAttribute('aria-label', spec.title);
	if (plot) spec.series.forEach((s, k) => {
		plot.series[k + 1].label = s.label;
		if (plot.series[k + 1].show === !!s.hidden) plot.setSeries(k + 1, {show: !s.hidden}, false);
	});
	fillChips(view);
}

const FONT = '12px system-ui, sans-serif';
/**
 * named reports whether words stand at the ends of a chart's curves, and not only rates.
 * @param {Spec} spec
 */
const named = ({lead, area, series}) => lead || area || series.some(({kind}) => kind === 'pin');
/**
 * margin is the room at the right for the names of curves, the same on all charts that begin with what happened.
 * @param {uPlot} u
 */
function margin({ctx, width}) {
	let widest = 46;
	ctx.save();
	ctx.font = '600 ' + FONT;
	for (const {spec} of views.values()) {
		if (!named(spec)) continue;
		const ends = spec.series.map(({end, hidden, kind}) => hidden || kind === 'all' ? '' : end || '');
		for (const text of [...ends, ...(spec.levels || []).flatMap(({end}) => inTwo(end))])
			widest = Math.max(widest, Math.ceil(widthOf(ctx, text)));
	}
	ctx.restore();
	return Math.min(widest, width < 420 ? 76 : 110) + 8; // a pinned run's name may be long
}
/**
 * apart is how far dates stand from each other at least, px; a day with its month needs more than a month does.
 * @param {number} seconds on the axis
 * @param {number} width of the axis
 */
function apart(seconds, width) {
	const least = Math.max(32, Math.min(70, width / 4.5)); // a year takes 28
	return seconds * least / width < 28 * 86400 ? Math.max(64, least) : least;
}

/**
 * ticks are the labels of an axis.
 * @param {string} format
 * @param {number[]} splits where they stand
 */
function ticks(format, splits) {
	const step = splits.length > 1 ? splits[1] - splits[0] : 1;
	return splits.map((v) => tick(format, v, step));
}

/**
 * create makes the plot of a chart that has none.
 * @param {View} view
 * @param {uPlot.AlignedData} data
 */
function create(view, data) {
	const {spec} = view, {axis: [year, month, monthDay], months} = speak();
	const names = months.length ? {MMMM: months, MMM: months, WWWW: [], WWW: []} : undefined;
	const grid = {stroke: () => colour('--grid'), width: 1};
	const axis = {stroke: () => colour('--soft'), grid, ticks: {show: false}, font: FONT};
	const {lead, floor, area} = spec, undrawn = {paths: () => null, points: {show: false}};
	const curve = {paths: thin, points: {show: false}};
	const dots = {paths: () => null, points: {show: true, size: 3, width: 0, fill: () => colour('--dots')}};
	/** @type {uPlot.Series[]} */
	const series = spec.series.map((s) => ({
		label: s.label,
		stroke: UNDRAWN.has(s.kind) ? 'transparent' : () => curveColour(view, s),
		width: UNDRAWN.has(s.kind) ? 0 : s.kind === 'ghost' ? 1.25 :
			s.kind === 'dash' || s.kind.startsWith('pin') ? 1.75 : 2,
		dash: s.kind.endsWith('dash') ? [5, 4] : s.kind === 'ghost' ? [1.5, 3] : undefined,
		spanGaps: false,
		auto: false,
		show: !s.hidden,
		...(s.kind === 'edge' ? curve : UNDRAWN.has(s.kind) || lead && s.kind === 'dots' ? undrawn :
			s.kind === 'dots' ? dots : curve),
	}));
	/** @type {uPlot.Band[]} */
	const bands = spec.bands.map((band) => ({
		series: [band.upper, band.lower],
		fill: () => tint(curveColour(view, band), lead ? BAND / 2 : BAND), // beside what is saved
	}));
	if (area) bands.push({
		series: area,
		fill: () => tint(curveColour(view, spec.series[area[1] - 1]), BAND),
	});
	// A plot that another one has replaced may still call.
	const by = (/** @type {((view: Drawn) => unknown)[]} */ ...acts) => (/** @type {uPlot} */ plot) => {
		if (isDrawn(view) && view.plot === plot) for (const act of acts) act(view);
	};
	const {over} = new uPlot({
		width: Math.max(120, Math.floor(view.canvas.clientWidth)),
		height: view.canvas.clientHeight || 200,
		tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1e3), 'Etc/UTC'),
		fmtDate: (template) => {
			const full = uPlot.fmtDate(template, names), bare = uPlot.fmtDate('{YYYY}');
			// On a phone a number has to do. Of a plot that stands, the width is known without laying out the page.
			const narrow = () => (view.plot?.width ?? view.canvas.clientWidth) < 420;
			return template === year ? (date) => (narrow() ? bare : full)(date) : full;
		},
		legend: {show: false},
		// Charts that begin with what happened have equal margins, so that a day stands in one place on all of them.
		padding: [lead ? 8 + 14 * rowsOfNames(view) : 10,
			named(spec) ? margin : 54, 0, 0],
		cursor: {
			sync: {key: spec.sync || 'gasburden', scales: ['x', null]},
			drag: drag(view),
			points: {size: 7, show: true},
			dataIdx: ({data}, k, i) => Number.isNaN(data[k][i]) ? null : i,
			y: false,
		},
		scales: {
			x: {time: true, range: (_, low, high) => days(view, low, high)},
			y: {
				range: (u) => limits(view, ...extent(u)),
				...(floor ? {
					distr: 100,
					fwd: (/** @type {number} */ v) => Math.log10(Math.max(v, floor)),
					bwd: (/** @type {number} */ v) => 10 ** v,
				} : {}),
			},
		},
		axes: [
			{...axis, space: (_, _axis, low, high, width) => apart(high - low, width), lineGap: 1.25,
				// A second line says the year, where months or days stand in the first.
				size: (_, labels) => labels?.some((text) => text?.includes('\n')) ? 40 : 26,
				values: [
				[3600 * 24 * 365, year, null, null, null, null, null, null, 1],
				[3600 * 24 * 28, month, '\n' + year, null, null, null, null, null, 1],
				[3600 * 24, monthDay, '\n' + year, null, null, null, null, null, 1],
			]},
			{...axis, ...(floor ? {splits: (u) => decades(u, floor), filter: (_, splits) => splits} : {}),
				size: ({ctx}, values) => {
					ctx.save(); // uPlot believes that its font stays
					ctx.font = FONT;
					const wide = (values || []).map((text) => text ? 14 + Math.ceil(widthOf(ctx, text)) : 0);
					ctx.restore();
					return Math.max(lead ? 64 : 34, ...wide);
				},
				gap: 6, space: 34, values: (_, splits) => floor ?
					splits.map((v) => v ? (v > floor ? '' : '≤ ') + numeral({}, v) : '') :
					ticks(view.spec.format, splits)},
		],
		series: [{}, ...series],
		bands,
		hooks: {
			init: [(plot) => { view.plot = charts[view.id] = plot; }],
			drawClear: [by(lead ? begin : history, ...(lead ? [] : [stacks]))],
			drawAxes: lead ? [by(happened, stacks)] : [],
			draw: [by(({plot: {ctx}}) => {
				ctx.save();
				ctx.setLineDash([]); // of the last curve
			}, levels, lead ? published : eras, saving, endLabels, (view) => app.drawMark?.(view),
			({plot: {ctx}}) => ctx.restore())],
			setCursor: [() => readout(view)],
			setScale: [(plot, key) => { if (key === 'x') by(noteZoom)(plot); }],
		},
	}, data, view.canvas);
	over.tabIndex = 0;
	for (const [name, value] of Object.entries({
		role: 'slider', 'aria-label': spec.title, 'aria-describedby': view.keys.id,
		'aria-valuemin': '0', 'aria-valuemax': '0', 'aria-valuenow': '0',
	})) over.setAttribute(name, value);
	if (isDrawn(view)) follow(view, over);
	if (view.refocus) over.focus({preventScroll: true});
	view.refocus = false;
}

const sizes = new ResizeObserver((entries) => {
	for (const {target} of entries) {
		for (const {canvas, plot} of views.values()) {
			if (canvas !== target || !plot) continue;
			const width = Math.floor(canvas.clientWidth), height = canvas.clientHeight;
			if (width > 0 && (width !== plot.width || height !== plot.height)) plot.setSize({width, height});
		}
	}
});
