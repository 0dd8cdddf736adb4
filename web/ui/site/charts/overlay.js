// What is drawn on a plot beside its curves.
import {fill} from '../words.js';
import {colour, curveColour, wordColour} from './colour.js';
import {numeral, percent} from './format.js';
import {haloed, upright, widthOf} from './pen.js';

/** @import {Drawn} from '../types' */

/**
 * history shades the days before the snapshot and marks where the forecast starts.
 * @param {Drawn} view
 */
export function history({spec, plot: u}) {
	const {ctx, bbox} = u, ratio = devicePixelRatio;
	const x = u.valToPos(spec.snapshot, 'x', true), right = bbox.left + bbox.width;
	ctx.save();
	if (x > bbox.left) {
		ctx.fillStyle = colour('--history');
		ctx.fillRect(bbox.left, bbox.top, Math.min(x, right) - bbox.left, bbox.height);
	}
	if (x >= bbox.left && x <= right) {
		ctx.strokeStyle = colour('--soft');
		ctx.lineWidth = ratio;
		ctx.setLineDash([2 * ratio, 3 * ratio]);
		upright(u, x);
	}
	for (const mark of spec.marks || []) {
		const at = u.valToPos(mark.x, 'x', true);
		if (at < bbox.left || at > right) continue;
		ctx.strokeStyle = ctx.fillStyle = colour('--soft');
		ctx.lineWidth = ratio;
		ctx.setLineDash([]);
		ctx.globalAlpha = 0.45;
		upright(u, at);
		ctx.globalAlpha = 1;
	}
	// The zero line, where the axis reaches below it.
	const {min = 0, max = 0} = u.scales.y;
	if (min < 0 && max > 0) {
		const y = u.valToPos(0, 'y', true);
		ctx.setLineDash([]);
		ctx.strokeStyle = colour('--soft');
		ctx.lineWidth = ratio;
		ctx.beginPath();
		ctx.moveTo(bbox.left, y);
		ctx.lineTo(right, y);
		ctx.stroke();
	}
	ctx.restore();
}

/** What a stack is drawn by, a day or a pixel each: kept, since each of a frame would take others. */
let sums = new Float64Array(0), below = sums, tops = sums;

/**
 * stacks draws the layers of a chart one on another: what was published up to the snapshot's day, and what is simulated
 * from there on, paler. A day that lacks one of them has none.
 * @param {Drawn} view
 */
export function stacks(view) {
	const {spec, data, plot: u} = view;
	const {ctx, bbox} = u, x = (/** @type {number} */ i) => u.valToPos(data[0][i], 'x', true);
	const y = (/** @type {number} */ v) => u.valToPos(v, 'y', true);
	for (const kind of spec.lead ? ['layer'] : ['layerdots', 'layer']) { // see past.js
		/** @type {number[]} columns, from the bottom up */
		const columns = [];
		spec.series.forEach((s, k) => { if (s.kind === kind && !s.hidden) columns.push(k + 1); });
		if (!columns.length) continue;
		const whole = (/** @type {number} */ i) => {
			if (kind !== 'layer' && data[0][i] > spec.snapshot) return false;
			for (const k of columns) if (Number.isNaN(data[k][i])) return false;
			return true;
		};
		ctx.save();
		ctx.beginPath();
		ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
		ctx.clip();
		ctx.globalAlpha = spec.lead ? 1 : kind === 'layer' ? 0.55 : 0.9;
		const [from, to] = u.series[0].idxs || [0, -1], end = Math.min(to + 1, data[0].length - 1);
		for (let first = Math.max(0, from - 1); first <= end; first++) {
			let last = first;
			while (last <= end && whole(last)) last++;
			if (last === first) continue;
			// A point a pixel is enough, and the last one, which ends the stack.
			const left = x(first), perDay = (x(last - 1) - left) / Math.max(1, last - 1 - first);
			const step = perDay > 0 ? Math.max(1, Math.floor(1 / perDay)) : 1;
			const n = Math.ceil((last - 1 - first) / step) + 1;
			const day = (/** @type {number} */ i) => Math.min(first + i * step, last - 1);
			if (sums.length < n) [sums, below, tops] = [sums, below, tops].map(() => new Float64Array(data[0].length));
			sums.fill(0, 0, n);
			below.fill(y(0), 0, n);
			for (const k of columns) {
				ctx.beginPath();
				for (let i = 0; i < n; i++) {
					tops[i] = y(sums[i] += data[k][day(i)]);
					ctx.lineTo(left + (day(i) - first) * perDay, tops[i]);
				}
				for (let i = n - 1; i >= 0; i--) ctx.lineTo(left + (day(i) - first) * perDay, below[i]);
				ctx.fillStyle = colour(`--layer-${spec.series[k - 1].color + 1}`);
				ctx.fill();
				[below, tops] = [tops, below];
			}
			first = last;
		}
		ctx.restore();
	}
	if (spec.lead) layerNames(view);
}

/**
 * layerNames writes in each simulated layer what it is, where it has the room.
 * @param {Drawn} view
 */
function layerNames({spec, data, plot: u}) {
	const {ctx, bbox} = u, ratio = devicePixelRatio, right = bbox.left + bbox.width;
	const left = Math.max(bbox.left, u.valToPos(spec.snapshot, 'x', true)) + 6 * ratio;
	const i = u.valToIdx(u.posToVal(left + 20 * ratio, 'x', true));
	ctx.save();
	ctx.font = `600 ${11 * ratio}px system-ui, sans-serif`;
	ctx.textAlign = 'left';
	ctx.textBaseline = 'middle';
	let floor = 0;
	spec.series.forEach((s, k) => {
		const v = data[k + 1][i];
		if (s.kind !== 'layer' || s.hidden || Number.isNaN(v)) return;
		const low = u.valToPos(floor, 'y', true), high = u.valToPos(floor += v, 'y', true);
		const text = spec.chips.find(({series}) => series[0] === k + 1)?.label || '';
		if (low - high < 14 * ratio || widthOf(ctx, text) > right - left) return;
		let middle = (low + high) / 2;
		for (const level of spec.levels || []) { // their names stand above them, at the right
			const line = u.valToPos(level.y, 'y', true);
			if (!level.end && Math.abs(line - 7 * ratio - middle) < 15 * ratio) middle = line + 9 * ratio;
		}
		if (middle > low - 6 * ratio) return;
		haloed(ctx, text, left, middle);
	});
	ctx.restore();
}

/**
 * levels draws lines across the chart, each with its name above it, at the right where the eye ends.
 * @param {Drawn} view
 */
export function levels({spec, plot: u}) {
	const {ctx, bbox} = u, ratio = devicePixelRatio, right = bbox.left + bbox.width;
	ctx.save();
	ctx.setLineDash([]);
	ctx.font = `${11 * ratio}px system-ui, sans-serif`;
	ctx.textAlign = 'right';
	ctx.lineJoin = 'round';
	let above = bbox.top;
	for (const level of (spec.levels || []).slice().sort((a, b) => b.y - a.y)) {
		const y = u.valToPos(level.y, 'y', true), x = Math.max(bbox.left, u.valToPos(level.from || 0, 'x', true));
		if (x >= right) continue;
		ctx.strokeStyle = ctx.fillStyle = colour('--ink');
		ctx.lineWidth = ratio;
		ctx.beginPath();
		ctx.moveTo(x, y);
		ctx.lineTo(right, y);
		ctx.stroke();
		ctx.strokeStyle = colour('--card');
		ctx.lineWidth = 3 * ratio;
		if (level.end || widthOf(ctx, level.text) > right - x - 8 * ratio && spec.lead) continue;
		const below = y - above < 15 * ratio; // no room between the lines
		ctx.textBaseline = below ? 'top' : 'bottom';
		const at = y + (below ? 3 : -2) * ratio;
		ctx.strokeText(level.text, right - 4 * ratio, at);
		ctx.fillText(level.text, right - 4 * ratio, at);
		above = below ? y + 15 * ratio : y;
	}
	ctx.restore();
}

/**
 * eras names history and forecast, and the marks, above the curves and clear of them.
 * @param {Drawn} view
 */
export function eras({spec, plot: u}) {
	const {ctx, bbox} = u, ratio = devicePixelRatio, words = spec.text, right = bbox.left + bbox.width;
	const split = u.valToPos(spec.snapshot, 'x', true), pad = 4 * ratio;
	ctx.save();
	ctx.font = `${11 * ratio}px system-ui, sans-serif`;
	ctx.textBaseline = 'top';
	ctx.textAlign = 'left';
	/** @type {number[]} where the last text of each row ends */
	const ends = [];
	/**
	 * @param {string} text
	 * @param {number} x
	 * @param {number} row the first that it may stand in: where another stands, it moves down
	 */
	const say = (text, x, row) => {
		const width = widthOf(ctx, text);
		if (!text || x < bbox.left || x + width > right) return;
		while (ends[row] > x - pad) row++;
		ends[row] = x + width;
		const y = bbox.top + pad + row * 15 * ratio;
		ctx.globalAlpha = 0.75;
		ctx.fillStyle = colour('--card');
		ctx.fillRect(x - 2 * ratio, y - ratio, width + 4 * ratio, 13 * ratio);
		ctx.globalAlpha = 1;
		ctx.fillStyle = colour('--soft');
		ctx.fillText(text, x, y);
	};
	if (split >= bbox.left && split <= right) {
		say(words.history, split - pad - widthOf(ctx, words.history), 0);
		say(words.forecast, split + pad, 0);
	}
	for (const mark of spec.marks || []) say(mark.text, u.valToPos(mark.x, 'x', true) + pad, 1);
	ctx.restore();
}

/**
 * saving marks the gap between status quo and DirectFIL+ on the day that the readout rests on.
 * @param {Drawn} view
 */
export function saving(view) {
	const {spec, data, plot: u} = view, mark = spec.saving, i = spec.restEntry;
	if (spec.area) return saved(view, spec.area);
	if (!mark) return;
	const upper = data[mark.upper][i], lower = data[mark.lower][i];
	if (!(upper > 0) || Number.isNaN(lower)) return;
	const {ctx, bbox} = u, ratio = devicePixelRatio;
	const x = u.valToPos(data[0][i], 'x', true);
	const from = u.valToPos(upper, 'y', true), to = u.valToPos(lower, 'y', true);
	if (x < bbox.left || x > bbox.left + bbox.width || Math.abs(to - from) < 24 * ratio) return;
	const tip = (to > from ? -5 : 5) * ratio, share = 1 - lower / upper;
	if (share < 0.005) return; // a rebound may leave nothing saved
	ctx.save();
	ctx.strokeStyle = ctx.fillStyle = curveColour(view, mark);
	ctx.lineWidth = 1.5 * ratio;
	ctx.beginPath();
	ctx.moveTo(x, from);
	ctx.lineTo(x, to);
	ctx.moveTo(x - 4 * ratio, to + tip);
	ctx.lineTo(x, to);
	ctx.lineTo(x + 4 * ratio, to + tip);
	ctx.stroke();
	ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
	ctx.textBaseline = 'middle';
	const text = fill(mark.text, {share: percent(numeral({maximumFractionDigits: 0}, 100 * share))});
	ctx.textAlign = 'left';
	const width = widthOf(ctx, text), y = (from + to) / 2;
	const left = x + 7 * ratio + width < bbox.left + bbox.width ? x + 7 * ratio : x - 7 * ratio - width;
	ctx.fillStyle = colour('--card');
	ctx.globalAlpha = 0.8;
	ctx.fillRect(left - 3 * ratio, y - 9 * ratio, width + 6 * ratio, 18 * ratio);
	ctx.globalAlpha = 1;
	ctx.fillStyle = wordColour(view, mark);
	ctx.fillText(text, left, y);
	ctx.restore();
}

/**
 * saved names the area between status quo and DirectFIL+, in the middle of what of it is on show.
 * @param {Drawn} view
 * @param {[upper: number, lower: number]} columns
 */
function saved({spec, data, plot: u}, [upper, lower]) {
	const {ctx, bbox} = u, ratio = devicePixelRatio, right = bbox.left + bbox.width;
	const left = Math.max(bbox.left, u.valToPos(spec.snapshot, 'x', true)), middle = (left + right) / 2;
	if (spec.series[upper - 1].hidden || spec.series[lower - 1].hidden) return;
	const i = u.valToIdx(u.posToVal(middle, 'x', true)), high = data[upper][i], low = data[lower][i];
	if (!(high > low)) return;
	const top = Math.max(bbox.top, u.valToPos(high, 'y', true)), bottom = u.valToPos(low, 'y', true);
	ctx.save();
	ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
	ctx.textAlign = 'center';
	ctx.textBaseline = 'middle';
	const text = spec.text.saved, wide = widthOf(ctx, text);
	if (bottom - top > 22 * ratio && wide < right - left - 8 * ratio) haloed(ctx, text, middle, (top + bottom) / 2);
	ctx.restore();
}

/**
 * inTwo are the lines of a name beside a chart: two, where it has more than two words.
 * @param {string} [text]
 */
export function inTwo(text = '') {
	const words = text.split(' '), n = Math.ceil(words.length / 2);
	return words.length > 2 ? [words.slice(0, n).join(' '), words.slice(n).join(' ')] : [text];
}

/**
 * cut shortens a name that is too long for the place beside the chart, as one of the reader's may be.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} room
 */
function cut(ctx, text, room) {
	if (widthOf(ctx, text) <= room) return text;
	const letters = [...text];
	while (letters.length > 1 && widthOf(ctx, letters.join('') + '…') > room) letters.pop();
	return letters.join('').trimEnd() + '…';
}

/**
 * endLabels names each line at its end, spread so that no two names touch. A curve that ends before the days on show
 * do has its name above its end, where others may go on.
 * @param {Drawn} view
 */
export function endLabels(view) {
	const {spec, data, plot: u} = view, {ctx, bbox} = u, ratio = devicePixelRatio, height = 14 * ratio;
	const {min = -Infinity, max = Infinity} = u.scales.y, [first, last] = u.series[0].idxs || [0, -1];
	/** @type {{lines: string[], within: boolean, x: number, y: number, colour: string, half: number, level?: true}[]} */
	const labels = [];
	ctx.save();
	ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
	spec.series.forEach((s, k) => {
		if (!s.end || s.hidden || s.kind === 'all') return; // that of the days before, see past.js
		for (let i = last; i >= first; i--) {
			const value = data[k + 1][i];
			if (Number.isNaN(value)) continue;
			// A pole leaves through the top: its name would stand beside nothing.
			const x = u.valToPos(data[0][i], 'x', true);
			if (value <= max && (value >= min || spec.floor))
				labels.push({
					lines: [cut(ctx, s.end, ctx.canvas.width - x - 6 * ratio)],
					within: i < last && view.id === 'hero',
					x,
					y: u.valToPos(value, 'y', true),
					colour: s.color < 0 && s.kind === 'ghost' ? colour('--soft') : wordColour(view, s),
					half: height / 2,
				});
			break;
		}
	});
	for (const {y, end} of spec.levels || []) {
		if (!end || y > max) continue;
		const lines = inTwo(end);
		labels.push({
			lines, within: false, x: bbox.left + bbox.width, y: u.valToPos(y, 'y', true), colour: colour('--ink'),
			half: lines.length * height / 2 + 2 * ratio, level: true,
		});
	}
	// In a low chart they may not all find room: of the curves' names the readout has those that are left out.
	while (labels.reduce((sum, {half}) => sum + 2 * half, 0) > bbox.height && !labels[0].level) {
		labels.splice(labels.findLastIndex(({level}) => !level), 1);
	}
	labels.sort((a, b) => a.y - b.y);
	const top = bbox.top, bottom = bbox.top + bbox.height;
	labels.forEach((label, i) => {
		const above = labels[i - 1];
		label.y = Math.max(label.y, above ? above.y + above.half + label.half : top + label.half);
	});
	for (let i = labels.length - 1; i >= 0; i--) {
		const below = labels[i + 1];
		labels[i].y = Math.min(labels[i].y, below ? below.y - below.half - labels[i].half : bottom - labels[i].half);
	}
	ctx.textBaseline = 'middle';
	ctx.strokeStyle = colour('--card');
	ctx.lineWidth = 4 * ratio;
	ctx.lineJoin = 'round';
	for (const {lines, x, y, colour, within} of labels) {
		ctx.textAlign = within ? 'right' : 'left';
		ctx.fillStyle = colour;
		const left = within ? x : x + 6 * ratio;
		lines.forEach((text, n) => {
			const line = y + (n - (lines.length - 1) / 2) * height;
			const at = within ? Math.max(top + (spec.lead ? 2 : 0.5) * height, line - height) : line; // below the eras
			if (within) ctx.strokeText(text, left, at);
			ctx.fillText(text, left, at);
		});
	}
	ctx.restore();
}
