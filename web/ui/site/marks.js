// Draws the target of a break-even on the page's own charts, while they show what it is a value of. The answer
// brings value and words; charts.js asks for the reach of its axis, and draws.
import {element} from './dom.js';
import {app} from './shared.js';

/** @import {Drawn, FromExplore} from './types' */

/**
 * A target, as package web/explore marks it on a chart. By, unit and days say while what it is a value of that is
 * drawn; label stands at the line, and edge[0] or edge[1] with it where it lies below or above the axis; said is for
 * those who hear the page, by the same.
 * @typedef {object} Target
 * @property {string} chart
 * @property {number} value
 * @property {string} [by]
 * @property {string} [unit]
 * @property {number} [days]
 * @property {string[]} label
 * @property {string[]} edge
 * @property {string[]} said
 * @property {string} [open] a link that makes the chart show it
 */

/** @type {Target[]} of the answer on show */
let answer = [];
let wanted = false; // by the reader, who may take them away again
// An axis grows for a target by twice what its curves span; beyond, the target is named at the edge.
const mostEmpty = 2;

// The page's controls are rendered before its charts are drawn.
/**
 * @param {string} selector
 * @param {string} [value]
 */
const chosen = (selector, value) => {
	const control = value && document.querySelector(selector);
	return (
		!value || ((control instanceof HTMLInputElement || control instanceof HTMLSelectElement) &&
			control.value === value)
	);
};
const holds = (/** @type {Target} */ {chart, by, unit, days}) => {
	const u = app.charts[chart];
	return (
		u && chosen('[name=denominator]:checked', by) && chosen('#view-unit', unit) &&
			(!days || u.data[0].length === days)
	);
};
const markOf = (/** @type {string} */ id) =>
	wanted ? answer.find((mark) => mark.chart === id && holds(mark)) : undefined;

/** @type {FromExplore['reach']} */
const reach = ({id, spec}, low, high) => {
	const mark = markOf(id);
	if (!mark) return null;
	const bottom = spec.fromZero ? Math.min(0, low) : low,
		most = mostEmpty * (high - bottom || Math.abs(high) || 1);
	return mark.value > high + most || mark.value < bottom - most
		? null
		: [Math.min(low, mark.value), Math.max(high, mark.value)];
};

/** @type {FromExplore['marked']} */
const marked = {};
/** @type {FromExplore['drawMark']} */
const drawMark = (view) => {
	const {plot: u} = view, mark = markOf(view.id), {min, max} = u.scales.y;
	delete marked[view.id];
	if (!mark || min == null || max == null) return say(view, '');
	const side = mark.value > max ? 1 : mark.value < min ? -1 : 0, {ctx, bbox} = u, ratio = devicePixelRatio;
	say(view, mark.said[1 + side]);
	const y = side ? bbox.top + (side < 0 ? bbox.height : 0) : Math.round(u.valToPos(mark.value, 'y', true));
	ctx.save();
	if (!side) {
		ctx.strokeStyle = app.colour('--ink');
		ctx.lineWidth = 1.5 * ratio;
		ctx.setLineDash([12, 4, 2, 4].map((length) => length * ratio));
		ctx.beginPath();
		ctx.moveTo(bbox.left, y);
		ctx.lineTo(bbox.left + bbox.width, y);
		ctx.stroke();
	}
	const rows = side ? [...mark.label, mark.edge[(1 + side) / 2]] : mark.label, row = 15 * ratio;
	ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
	ctx.textBaseline = 'middle';
	ctx.textAlign = 'left';
	const width = Math.max(...rows.map((text) => ctx.measureText(text).width)), height = rows.length * row;
	const [left, top] = place(view, y, side, [width, height], 3 * ratio);
	ctx.globalAlpha = 0.85;
	ctx.fillStyle = app.colour('--card');
	ctx.fillRect(left - 3 * ratio, top, width + 6 * ratio, height);
	ctx.globalAlpha = 1;
	ctx.fillStyle = app.colour('--ink');
	rows.forEach((text, i) => ctx.fillText(text, left, top + (i + 0.5) * row));
	ctx.restore();
	marked[view.id] = {value: mark.value, side, rows, y, box: [left, top, width, height]};
};

/**
 * place is where a label covers least of what is drawn: over or under the line, or near the edge, from right to left.
 * @param {Drawn} view
 * @param {number} y of the line, or of the edge
 * @param {number} side below the axis -1, on it 0, above it 1
 * @param {[width: number, height: number]} size
 * @param {number} gap
 * @returns {[left: number, top: number]}
 */
function place(view, y, side, [width, height], gap) {
	const {plot: u, data} = view,
		{bbox} = u,
		ratio = devicePixelRatio,
		[first, last] = u.series[0].idxs || [0, -1],
		step = Math.max(1, Math.floor((last - first) / 90));
	/** @type {[number, number][]} */
	const points = [];
	const words = (/** @type {number} */ x, /** @type {number} */ y) => {
		for (let n = 0; n < 6; n++) points.push([x * ratio, y * ratio]);
	}; // covering them is worse
	const at = (/** @type {number} */ k, /** @type {number} */ i) => {
		const value = data[k][i];
		if (!Number.isNaN(value)) points.push([u.valToPos(data[0][i], 'x', true), u.valToPos(value, 'y', true)]);
	};
	for (let k = 1; k < u.series.length; k++) {
		if (u.series[k].show && view.spec.series[k - 1].kind !== 'edge') for (let i = first; i <= last; i += step) at(k,
			i);
	}
	// The names of history and forecast stand at the top, what is saved beside the arrow for it.
	const split = u.valToPos(view.spec.snapshot, 'x', true);
	for (let dx = -64; dx <= 64; dx += 8) words(split / ratio + dx, bbox.top / ratio + 10);
	const {saving, restEntry: rest} = view.spec,
		upper = saving ? data[saving.upper][rest] : NaN,
		lower = saving ? data[saving.lower][rest] : NaN;
	if (!Number.isNaN(upper + lower)) {
		const x = u.valToPos(data[0][rest], 'x', true),
			from = u.valToPos(upper, 'y', true),
			to = u.valToPos(lower, 'y', true);
		for (let dx = -90; dx <= 90; dx += 10) words(x / ratio + dx, (from + to) / 2 / ratio);
	}
	/** @type {[number, number]} */
	let best = [bbox.left + gap, bbox.top];
	let least = Infinity;
	const from = side > 0 ? y + gap : y - gap - height;
	const tops = (side ? [0, 1, 2, 3, 4].map((n) => from + side * 16 * ratio * n) : [from, y + gap]).filter(
		(top) => top >= bbox.top && top + height <= bbox.top + bbox.height,
	);
	for (let left = bbox.left + bbox.width - width - 2 * gap; left > bbox.left; left -= 20 * ratio) {
		for (const top of tops) {
			const covered = points.reduce(
				(n, [px, py]) =>
					n + Number(px > left - gap && px < left + width + gap && py > top - gap && py < top + height + gap),
				0,
			);
			if (covered < least) [best, least] = [[left, top], covered];
		}
	}
	return best;
}

/**
 * say describes the plot, which is a slider to those who hear the page, by the line too.
 * @param {Drawn} view
 * @param {string} text
 */
function say(view, text) {
	if (!view.mark && !text) return;
	const note = view.mark || element(view.el, 'p', 'heard'), {over} = view.plot;
	view.mark = note;
	note.id = `mark-${view.id}`;
	if (note.textContent !== text) note.textContent = text;
	const ids = text ? `${view.keys.id} ${note.id}` : view.keys.id;
	if (over.getAttribute('aria-describedby') !== ids) over.setAttribute('aria-describedby', ids);
}

Object.assign(app, {reach, drawMark, marked});

/** @param {Target[]} [more] of a former answer */
function redraw(more = []) {
	for (const id of new Set([...answer, ...more].map(({chart}) => chart))) if (app.charts[id]) app.charts[id].redraw();
}

/**
 * put replaces the marks.
 * @type {import('./types').FromExplore['putMarks']}
 */
export function put(next, now) {
	const last = answer;
	answer = JSON.parse(next) || [];
	wanted = now;
	redraw(last);
}

/**
 * see leads to the chart with the line.
 * @type {import('./types').FromExplore['seeMark']}
 */
export function see() {
	const mark = answer.find(holds) || answer[0],
		link = holds(mark) ? '' : mark.open || '';
	const figure = document.getElementById(`chart-${mark.chart}`), over = figure?.querySelector('.u-over');
	if (over instanceof HTMLElement) {
		figure?.scrollIntoView({block: 'center'});
		over.focus({preventScroll: true});
	}
	return link;
}
