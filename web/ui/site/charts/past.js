// What a chart shows that begins with what was published: years before the first day of a result. With the axes it is
// painted once for a range of both, and laid under the curves from then on: while a slider moves, none of it changes.
import {colour} from './colour.js';
import {upright, widthOf} from './pen.js';

/** @import uPlot from 'uplot' */
/** @import {Columns, Drawn, SpecLead, View} from '../types' */

/**
 * joined puts the days before a result and its own in one column each. The columns are kept, so that of the days before
 * nothing is copied twice.
 * @param {View} view
 * @param {SpecLead} lead
 * @param {Float64Array} all column after column
 * @param {number} rows
 * @returns {Columns}
 */
export function joined(view, {rows: before, series}, all, rows) {
	const count = all.length / rows, key = [before, rows, count, all[0], series].join();
	let {columns} = view;
	if (!columns || view.columnsOf !== key) {
		const past = view.past || new Float64Array(0);
		columns = Array.from({length: count}, () => new Float64Array(before + rows).fill(NaN));
		for (let i = 0; i < before; i++) columns[0][i] = all[0] - (before - i) * 86400;
		for (const [n, k] of series.entries()) columns[k].set(past.subarray(n * before, (n + 1) * before));
		view.columns = columns;
		view.columnsOf = key;
	}
	columns.forEach((column, k) => column.set(all.subarray(k * rows, (k + 1) * rows), before));
	return columns;
}

/**
 * decades are the powers of ten of a logarithmic axis, as many as have room.
 * @param {uPlot} u
 * @param {number} floor
 */
export function decades(u, floor) {
	const {max = 1} = u.scales.y, all = [];
	const steps = Math.log10(max / floor), by = u.bbox.height / devicePixelRatio / steps < 20 ? 100 : 10;
	for (let n = 0; floor * by ** n <= max * 1.001; n++) all.push(Number((floor * by ** n).toPrecision(6)));
	return all;
}

/**
 * begin lays what was painted last, and leaves out the axes, which are part of that; or the grey of the simulated days.
 * @param {Drawn} view
 */
export function begin(view) {
	const {spec, plot: u, painted} = view, {ctx, bbox} = u, right = bbox.left + bbox.width;
	const split = Math.max(bbox.left, u.valToPos(spec.snapshot, 'x', true)), known = painted?.key === keyOf(view);
	for (const axis of u.axes) axis.show = !known;
	ctx.setLineDash([]); // of the last frame's curves: axes that are left out reset none
	if (known) return ctx.drawImage(painted.canvas, 0, 0);
	if (split < right) {
		ctx.fillStyle = colour('--history');
		ctx.fillRect(split, bbox.top, right - split, bbox.height);
	}
}

/**
 * happened paints what was published over the grid, unless it lies there, and keeps all that is painted by then.
 * @param {Drawn} view
 */
export function happened(view) {
	const {spec, plot: {ctx, axes}} = view, {width, height} = ctx.canvas;
	if (!axes[0].show) {
		for (const axis of axes) axis.show = true;
		return;
	}
	ctx.save();
	paint(view);
	ctx.restore();
	eventNames(view);
	spec.series.forEach((s, k) => { if (s.kind === 'all' && s.end && !s.hidden) before(view, k + 1, s.end); });
	const canvas = view.painted?.canvas || document.createElement('canvas');
	canvas.width = width; // which clears it
	canvas.height = height;
	canvas.getContext('2d')?.drawImage(ctx.canvas, 0, 0);
	view.painted = {key: keyOf(view), canvas};
}

/**
 * keyOf is what the picture of axes and published days depends on, colours left out: see colour.js.
 * @param {Drawn} view
 */
function keyOf({spec, plot: {bbox, scales: {x, y}, width, height}, pastCount, locale}) {
	return [width, height, devicePixelRatio, bbox.left, bbox.top, bbox.width, bbox.height, x.min, x.max, y.min, y.max,
		pastCount, locale, spec.snapshot, spec.format,
		JSON.stringify(spec.marks), spec.series.map((s) => s.hidden ? 1 : 0).join('')].join();
}

/** @param {Drawn} view */
function paint(view) {
	const {spec, data, plot: u} = view, {ctx, bbox} = u, ratio = devicePixelRatio;
	const x = (/** @type {number} */ i) => u.valToPos(data[0][i], 'x', true);
	const y = (/** @type {number} */ v) => u.valToPos(v, 'y', true);
	const at = (/** @type {number} */ seconds) => u.valToPos(seconds, 'x', true);
	const [first, last] = u.series[0].idxs || [0, -1], from = Math.max(0, first - 1);
	const to = Math.min(last + 1, data[0].length - 1);
	ctx.beginPath();
	ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
	ctx.clip();

	for (const [begin, end] of spec.gaps || []) {
		const left = Math.max(bbox.left, at(begin)), right = Math.min(bbox.left + bbox.width, at(end));
		if (left >= right) continue;
		ctx.save();
		ctx.beginPath();
		ctx.rect(left, bbox.top, right - left, bbox.height);
		ctx.clip();
		ctx.strokeStyle = colour('--line');
		ctx.lineWidth = ratio;
		ctx.beginPath();
		for (let d = -bbox.height; d < right - left; d += 7 * ratio) {
			ctx.moveTo(left + d, bbox.top + bbox.height);
			ctx.lineTo(left + d + bbox.height, bbox.top);
		}
		ctx.stroke();
		ctx.restore();
	}

	// Layers: means of weeks where a week has no more than a few pixels.
	/** @type {number[]} columns, from the bottom up */
	const layers = [];
	spec.series.forEach((s, k) => { if (s.kind === 'layerdots' && !s.hidden) layers.push(k + 1); });
	const whole = (/** @type {number} */ i) => data[0][i] <= spec.snapshot &&
		layers.every((k) => !Number.isNaN(data[k][i]));
	if (layers.length) {
		const span = to > from ? (x(to) - x(from)) / (to - from) : 1, step = span < 3 * ratio ? 7 : 1;
		/** @type {{x: number, tops: number[]}[]} */
		let run = [];
		const fill = () => {
			layers.forEach((k, n) => {
				ctx.fillStyle = colour(`--layer-${spec.series[k - 1].color + 1}`);
				ctx.beginPath();
				for (const point of run) ctx.lineTo(point.x, y(point.tops[n]));
				for (const point of run.slice().reverse()) ctx.lineTo(point.x, y(n ? point.tops[n - 1] : 0));
				ctx.fill();
			});
			run = [];
		};
		for (let i = from - from % step; i <= to; i += step) {
			const sums = layers.map(() => 0);
			let n = 0;
			for (let k = i; k < i + step && k < data[0].length; k++) {
				if (!whole(k)) continue;
				n++;
				layers.forEach((column, l) => { sums[l] += data[column][k]; });
			}
			if (!n) {
				fill();
				continue;
			}
			let top = 0;
			run.push({x: x(Math.min(i + (step - 1) / 2, data[0].length - 1) | 0), tops: sums.map((v) => top += v / n)});
		}
		fill();
	}

	for (const mark of spec.marks || []) {
		const where = Math.round(at(mark.x)) + 0.5;
		ctx.strokeStyle = colour('--soft');
		ctx.lineWidth = ratio;
		ctx.setLineDash([1.5 * ratio, 3 * ratio]);
		upright({ctx, bbox}, where);
	}
	ctx.setLineDash([]);

	spec.series.forEach((s, k) => {
		if (s.hidden) return;
		const column = data[k + 1];
		if (s.kind === 'dots') {
			const size = 2 * ratio;
			ctx.fillStyle = colour('--dots');
			ctx.globalAlpha = 0.6;
			for (let i = from; i <= to; i++) {
				const v = column[i];
				if (Number.isNaN(v) || layers.length && whole(i)) continue;
				ctx.fillRect(x(i) - size / 2, y(v) - size / 2, size, size);
			}
			ctx.globalAlpha = 1;
		} else if (s.kind === 'mean' || s.kind === 'all') {
			ctx.strokeStyle = colour(s.kind === 'mean' ? '--ink' : '--soft');
			ctx.lineWidth = (s.kind === 'mean' ? 1.6 : 1.1) * ratio;
			ctx.lineJoin = 'round';
			ctx.beginPath();
			let drawn = false;
			for (let i = from; i <= to; i++) {
				const v = column[i];
				if (Number.isNaN(v)) drawn = false;
				else if (drawn) ctx.lineTo(x(i), y(v));
				else {
					ctx.moveTo(x(i), y(v));
					drawn = true;
				}
			}
			ctx.stroke();
		}
	});
}

/**
 * rowsOfNames is how many rows of events' names stand above the curves: blocks stand below the hero, which has them.
 * @param {View} view
 */
export const rowsOfNames = ({id}) => id === 'hero' ? 2 : id === 'blocks' ? 0 : 1;

/**
 * eventNames names the events above the curves: those first that the spec has first, in two rows, and none where there
 * is no room for it.
 * @param {Drawn} view
 */
function eventNames(view) {
	const {spec, plot: u} = view, {ctx, bbox} = u, ratio = devicePixelRatio;
	const right = bbox.left + bbox.width, at = (/** @type {number} */ s) => u.valToPos(s, 'x', true);
	const apart = (/** @type {number} */ x, /** @type {{left: number, right: number, x: number}} */ name) =>
		x < name.left - 2 * ratio || x > name.right + 2 * ratio || Math.abs(x - name.x) < 6 * ratio;
	ctx.save();
	ctx.textBaseline = 'alphabetic';
	/** @type {{left: number, right: number, row: number, x: number}[]} */
	const taken = [];
	ctx.font = `${11 * ratio}px system-ui, sans-serif`;
	ctx.textAlign = 'left';
	const pad = 4 * ratio, split = at(spec.snapshot);
	const rows = [0, 1].slice(0, rowsOfNames(view));
	const leftmost = rows.length > 1 ? 0 : bbox.left; // a single row stands as high as the highest number of the axis
	if (rows.length) for (const mark of spec.marks || []) {
		const x = at(mark.x), wide = widthOf(ctx, mark.text);
		if (x < bbox.left || x > right) continue;
		const middle = x - wide / 2, after = x - pad, before = x - wide + pad;
		// In a single row, the second of two that come within days stands behind the name of the first.
		const behind = rows.length > 1 ? [] : taken.filter((t) => Math.abs(t.x - x) < 8 * ratio)
			.map((t) => t.right + 2.5 * pad);
		const places = [...(x > split ? [after, middle, before] : [middle, after, before]), ...behind];
		const free = rows.flatMap((row) => places.map((left) => ({left, right: left + wide, row, x}))).find((box) =>
			box.left >= leftmost && box.right <= u.ctx.canvas.width && taken.every((t) => t.row === box.row ?
				t.left > box.right + 2 * pad || t.right < box.left - 2 * pad :
				// A line that goes on to the upper row crosses no name of the lower but that of its own day.
				box.row < t.row ? apart(t.x, box) : apart(x, t)));
		if (!free) continue;
		taken.push(free);
		const foot = bbox.top - pad - free.row * 14 * ratio;
		if (free.row) {
			ctx.strokeStyle = colour('--soft');
			ctx.lineWidth = ratio;
			ctx.setLineDash([1.5 * ratio, 3 * ratio]);
			upright(u, x, bbox.top, foot + 3 * ratio);
			ctx.setLineDash([]);
		}
		ctx.fillStyle = colour('--soft');
		ctx.fillText(mark.text, free.left, foot);
	}
	ctx.restore();
}

/**
 * before names a curve that ends before the simulated days begin, in the room that is left up to these.
 * @param {Drawn} view
 * @param {number} k its column
 * @param {string} text
 */
function before({spec, data, plot: u}, k, text) {
	const {ctx, bbox} = u, ratio = devicePixelRatio, column = data[k], [first, last] = u.series[0].idxs || [0, -1];
	const x = (/** @type {number} */ i) => u.valToPos(data[0][i], 'x', true);
	const start = column.findIndex((v, i) => i >= first && !Number.isNaN(v));
	if (start < 0 || start > last) return;
	const right = Math.min(bbox.left + bbox.width, u.valToPos(spec.snapshot, 'x', true)) - 3 * ratio;
	ctx.save();
	ctx.font = `${11 * ratio}px system-ui, sans-serif`;
	const fits = (/** @type {string[]} */ lines) =>
		lines.every((line) => right - widthOf(ctx, line) > x(start) + 2 * ratio);
	const lines = [[text], text.split(' ')].find(fits);
	if (lines) {
		const left = Math.min(...lines.map((line) => right - widthOf(ctx, line)));
		let y = bbox.top + bbox.height;
		for (let i = start; i <= last; i++) {
			const v = column[i];
			if (!Number.isNaN(v) && x(i) > left) y = Math.min(y, u.valToPos(v, 'y', true));
		}
		y = Math.max(bbox.top + 14 * ratio * lines.length, y - 5 * ratio);
		ctx.textAlign = 'right';
		ctx.fillStyle = colour('--soft');
		lines.forEach((line, n) => ctx.fillText(line, right, y - (lines.length - 1 - n) * 13 * ratio));
	}
	ctx.restore();
}

/**
 * published says which days are published, and which simulated.
 * @param {Drawn} view
 */
export function published(view) {
	const {spec, plot: u} = view, {ctx, bbox} = u, ratio = devicePixelRatio, words = spec.text;
	const right = bbox.left + bbox.width, at = (/** @type {number} */ s) => u.valToPos(s, 'x', true);
	const split = at(spec.snapshot);
	ctx.save();
	ctx.textBaseline = 'alphabetic';
	ctx.lineJoin = 'round';
	ctx.font = `italic ${11 * ratio}px system-ui, sans-serif`;
	ctx.strokeStyle = colour('--card');
	ctx.lineWidth = 3 * ratio;
	const say = (/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to, middle = false) => {
		const left = Math.max(bbox.left, from), width = Math.min(right, to) - left;
		const wide = widthOf(ctx, text);
		if (!text || wide + 8 * ratio > width) return;
		ctx.textAlign = 'left';
		ctx.fillStyle = colour('--soft');
		const x = middle ? left + (width - wide) / 2 : left + 5 * ratio;
		const y = middle ? bbox.top + bbox.height - 8 * ratio : bbox.top + 12 * ratio;
		ctx.strokeText(text, x, y);
		ctx.fillText(text, x, y);
	};
	if (view.id === 'hero') {
		const [gap] = spec.gaps || [];
		say(words.history, bbox.left, Math.min(split, gap && at(gap[0]) > bbox.left ? at(gap[0]) : split));
		say(words.forecast, split, right);
	}
	for (const [from, to] of spec.gaps || []) say(words.unpublished, at(from), Math.min(at(to), split), true);
	ctx.restore();
}
