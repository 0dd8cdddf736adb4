// Draws the charts. The program owns what is shown (data, labels, formats arrive with each
// draw); this file owns how: uPlot, the readout above each plot, zoom, touch and keyboard
// cursor, and the table below. Every visible word arrives in the spec.
(() => {
	'use strict';

	const app = window.gasburden = window.gasburden || {};
	const views = new Map(); // by chart id
	app.charts = {}; // uPlot instances by chart id
	const BAND = 0.13; // how much of its colour a band has

	// One number formatter for axes, readouts and tables. All charts speak one language, that of the last spec.
	let locale = {numbers: 'en', dates: 'en-GB', percent: '{n} %', axis: ['{YYYY}', '{MMM}', '{D} {MMM}']};
	const formatters = new Map();
	function formatter(options) {
		const key = locale.numbers + JSON.stringify(options);
		if (!formatters.has(key)) formatters.set(key, new Intl.NumberFormat(locale.numbers, options));
		return formatters.get(key);
	}
	const numeral = (options, value) => formatter(options).format(value).replace('-', '−'); // as the sentences write it
	const percent = (text) => locale.percent.replace('{n}', text);
	function decimals(step) {
		const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)), shown = step * 10 ** digits;
		return Math.min(8, Math.abs(shown - Math.round(shown)) > 1e-6 ? digits + 1 : digits); // 2.5 needs one more than 2
	}
	function tick(kind, value, step) {
		if (kind === 'percent') return percent(numeral({minimumFractionDigits: decimals(step), maximumFractionDigits: decimals(step)}, value));
		if (kind === 'fil' && Math.abs(value) >= 1000) return numeral({notation: 'compact', maximumFractionDigits: 2}, value);
		return numeral({maximumFractionDigits: decimals(step)}, value);
	}
	function figure(kind, value) {
		if (value == null) return '–';
		if (kind === 'percent') { // as the headline has it
			return percent(numeral(Math.abs(value) >= 9.95 || !value ? {maximumFractionDigits: 0} : {minimumSignificantDigits: 2, maximumSignificantDigits: 2}, value));
		}
		if (kind === 'fil') return numeral({maximumFractionDigits: 0}, value);
		return numeral({minimumFractionDigits: 2, maximumFractionDigits: 2}, value);
	}
	const dayFormats = new Map();
	function dayText(seconds, month) {
		const key = locale.dates + month;
		if (!dayFormats.has(key)) dayFormats.set(key, new Intl.DateTimeFormat(locale.dates, {day: 'numeric', month, year: 'numeric', timeZone: 'UTC'}));
		return dayFormats.get(key).format(new Date(seconds * 1e3));
	}
	const isoDay = (seconds) => new Date(seconds * 1e3).toISOString().slice(0, 10);
	const day = (seconds) => dayText(seconds, 'short');
	const longDay = (seconds) => dayText(seconds, 'long');

	// Colours come from the stylesheet, so that they follow the reader's theme. A hidden element turns them into what a
	// canvas understands: those of forced colours are names of the system's.
	const probe = document.createElement('i');
	probe.hidden = true;
	probe.style.forcedColorAdjust = 'none';
	document.head.append(probe);
	const palette = new Map();
	function resolved(colour) {
		if (!palette.has(colour)) {
			probe.style.color = colour;
			palette.set(colour, getComputedStyle(probe).color);
		}
		return palette.get(colour);
	}
	const css = app.colour = (name) => resolved(`var(${name})`);
	const token = (view, series) => series.color < 0 ? '--soft' : `--rate-${view.spec.colors}-${series.color + 1}`;
	const colour = (view, series) => css(token(view, series));
	// Words in a curve's colour are darker, or lighter, than the curve: they need more contrast.
	const wordColour = (view, series) => resolved(`color-mix(in srgb, var(${token(view, series)}) var(--label), var(--ink))`);
	// What else draws with these colours draws again when they change.
	app.recoloured = [() => {
		palette.clear();
		for (const view of views.values()) if (view.plot) view.plot.redraw(false, true);
	}];
	app.recolour = () => app.recoloured.forEach((draw) => draw());

	function element(parent, tag, className, text) {
		const el = document.createElement(tag);
		if (className) el.className = className;
		if (text != null) el.textContent = text;
		parent.append(el);
		return el;
	}

	// mount makes el, which the program renders once and then leaves alone, the home of a chart.
	app.mount = (id, el) => {
		const former = views.get(id);
		if (former) {
			sizes.unobserve(former.canvas);
			if (former.plot) former.plot.destroy();
		}
		const view = {id, el, spec: null, data: null, plot: null, zoomed: false};
		views.set(id, view);
		const bar = element(el, 'div', 'readout');
		view.when = element(bar, 'span', 'readout-day');
		view.chips = element(bar, 'span', 'readout-values');
		view.back = element(bar, 'button', 'zoom-out');
		view.back.type = 'button';
		view.back.hidden = true;
		view.back.addEventListener('click', zoomOut);
		view.canvas = element(el, 'div', 'canvas');
		view.keys = element(el, 'p', 'hint keys');
		view.keys.id = `keys-${id}`;
		view.ask = element(el, 'button', 'quiet explain');
		view.ask.type = 'button';
		view.ask.hidden = true;
		// What the button says when it is pressed is what it explains: the press takes the focus, and with it the cursor, from
		// the plot before it becomes a click.
		view.ask.addEventListener('pointerdown', () => { view.asked = entry(view)[0]; });
		view.ask.addEventListener('click', (event) => explain(view, event.detail ? view.asked : undefined)); // a key presses nothing before
		el.addEventListener('focusout', (event) => {
			const to = event.relatedTarget;
			if (el.contains(to)) return;
			view.keys.classList.remove('dismissed');
			// A press on another chart has begun a drag there by now, which a cursor that jumps would end in a zoom.
			if (!to || !to.matches('.u-over')) hideCursor();
		});
		view.table = element(el, 'details', 'numbers');
		view.summary = element(view.table, 'summary');
		view.scroll = element(view.table, 'div', 'scroll');
		view.scroll.tabIndex = 0;
		view.scroll.setAttribute('role', 'group');
		view.table.addEventListener('toggle', () => fillTable(view));
		sizes.observe(view.canvas);
		if (!former || !former.spec) return;
		applySpec(view, former.spec); // of the same chart, whose home is another one now
		[view.data, view.limit] = [former.data, former.limit];
	};

	app.unmount = (id) => {
		const view = views.get(id);
		if (!view) return;
		sizes.unobserve(view.canvas);
		if (view.plot) view.plot.destroy();
		views.delete(id);
		delete app.charts[id];
	};

	// draw shows rows x columns of float64 (column after column, the first one days in seconds).
	// NaN is a gap. spec is JSON and only given when it changed.
	app.draw = (id, spec, bytes, rows, limit) => {
		const view = views.get(id);
		if (!view) return;
		const all = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
		const columns = [];
		for (let at = 0; at < all.length; at += rows) {
			const column = all.slice(at, at + rows);
			columns.push(column.some(Number.isNaN) ? Array.from(column, (v) => v !== v ? null : v) : column);
		}
		const sameAxis = view.data && view.data[0].length === rows && view.data[0][0] === columns[0][0];
		view.data = columns;
		view.limit = limit; // the axis reaches no further, however high a pole
		if (spec) applySpec(view, JSON.parse(spec));
		if (!view.plot) create(view);
		else if (view.zoomed && sameAxis) view.plot.setData(columns, false), view.plot.setScale('x', view.zoomed);
		else {
			view.plot.setData(columns);
			setZoomed(view, false);
		}
		if (spec) view.plot.redraw(false, true);
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
	};

	function applySpec(view, spec) {
		const before = view.spec;
		view.spec = spec;
		locale = spec.locale || locale;
		const again = view.plot && view.locale !== locale.dates; // its axes are in another language
		view.locale = locale.dates;
		view.back.textContent = spec.text.zoomOut;
		view.summary.textContent = spec.text.table;
		view.scroll.setAttribute('aria-label', spec.title);
		view.keys.textContent = spec.text.canvas.replace('{enter}', app.lazy.explore ? spec.text.enter : ''); // an embedded page explains no day
		const shape = (s) => s && JSON.stringify([s.series.map((x) => [x.kind, x.color]), s.bands, s.colors]);
		if (view.plot && (again || shape(before) !== shape(spec))) {
			const old = view.plot;
			view.refocus = old.over === document.activeElement;
			view.plot = null; // its last events find no chart that is half rebuilt
			view.zoomed = false;
			view.back.hidden = true;
			old.destroy();
		}
		if (view.plot) view.plot.over.setAttribute('aria-label', spec.title);
		if (view.plot) spec.series.forEach((s, k) => {
			view.plot.series[k + 1].label = s.label;
			if (view.plot.series[k + 1].show === !!s.hidden) view.plot.setSeries(k + 1, {show: !s.hidden}, false);
		});
		fillChips(view);
	}

	// A chip for each FIL+ rate: its colour, its name, status quo and, where there is one, DirectFIL+.
	function fillChips(view) {
		let layers = view.spec.chips.filter((chip) => chip.band).length; // bands lie within each other, the narrowest first
		view.chips.replaceChildren();
		view.chipValues = view.spec.chips.map((chip) => {
			const el = element(view.chips, 'span', 'chip');
			const swatch = element(el, 'i', chip.band ? 'swatch band' : chip.series.length > 1 ? 'swatch both' : chip.dots ? 'swatch dots' : 'swatch');
			swatch.style.setProperty('--c', `var(${chip.dots ? '--dots' : token(view, chip)})`);
			if (chip.band) swatch.style.setProperty('--shade', `${100 - 100 * (1 - BAND) ** layers--}%`);
			element(el, 'span', 'chip-name', chip.label);
			return element(el, 'b');
		});
	}

	// entry is that of the day which the readout shows, and whether the cursor chose it.
	function entry(view) {
		const u = view.plot, i = u.cursor.idx;
		const live = i != null && i < view.data[0].length && u.cursor.left >= 0;
		return [live ? i : Math.min(view.spec.restEntry, view.data[0].length - 1), live];
	}

	function readout(view) {
		const spec = view.spec, [i, live] = entry(view);
		view.ask.hidden = !spec.text.explain || !app.lazy.explore;
		if (!view.ask.hidden) view.ask.textContent = spec.text.explain.replace('{day}', day(view.data[0][i]));
		view.when.textContent = day(view.data[0][i]);
		view.chips.classList.toggle('live', live);
		spec.chips.forEach((chip, k) => {
			const shown = chip.series.filter((s) => !spec.series[s - 1].hidden).map((s) => figure(spec.format, view.data[s][i]));
			view.chipValues[k].textContent = shown.every((v) => v === '–') ? '–' : shown.join(chip.band ? ' … ' : ' → ');
			view.chipValues[k].parentElement.hidden = !shown.length;
		});
		view.at = i;
		if (view.table.open) markRow(view);
		clearTimeout(view.speaking);
		view.speaking = setTimeout(speak, SPEAK_MS, view);
	}

	// To a screen reader the plot is a slider over the days. Of the roles that let arrow keys through to a page, it is the one
	// whose use needs no explaining: its value is spoken when it takes the focus and whenever it changes, a newer one cuts
	// off an older, and it has an end on either side. "application" would take away all reading keys and say nothing by
	// itself; "img" gives the arrow keys to the reader's own cursor. The value is a sentence, and changes only when the
	// cursor has come to rest: not for each day it passes.
	const SPEAK_MS = 250;
	function speak(view) {
		const {plot, spec, data} = view, words = spec.text;
		if (!plot) return;
		const i = Math.min(view.at, data[0].length - 1), values = [];
		spec.series.forEach((s, k) => {
			const value = data[k + 1][i];
			if (!s.hidden && value != null) values.push(words.spokenValue.replace('{name}', s.label).replace('{value}', words.unit.replace('{value}', figure(spec.format, value))));
		});
		const text = words.spoken.replace('{day}', longDay(data[0][i])).replace('{values}', values.join(words.spokenMark) || words.spokenNone);
		const over = plot.over;
		if (over.getAttribute('aria-valuetext') === text) return;
		over.setAttribute('aria-valuemax', data[0].length - 1);
		over.setAttribute('aria-valuenow', i);
		over.setAttribute('aria-valuetext', text);
	}

	const utc = (seconds) => uPlot.tzDate(new Date(seconds * 1e3), 'Etc/UTC');

	const FONT = '12px system-ui, sans-serif', widths = new Map();
	function wide(ctx, text) {
		if (!widths.has(text)) {
			ctx.save();
			ctx.font = FONT;
			widths.set(text, Math.ceil(ctx.measureText(text).width));
			ctx.restore();
		}
		return widths.get(text);
	}
	// apart is how far dates stand from each other at least, px; a day with its month needs more than a month does.
	function apart(seconds, width) {
		const least = Math.min(70, width / 4.5);
		return seconds * least / width < 28 * 86400 ? Math.max(64, least) : least;
	}

	function create(view) {
		const spec = view.spec, {axis: [year, month, monthDay], months} = locale, names = months && {MMMM: months, MMM: months, WWWW: [], WWW: []};
		const height = () => view.canvas.clientHeight || 200;
		const grid = {stroke: () => css('--grid'), width: 1};
		const axis = {stroke: () => css('--soft'), grid, ticks: {show: false}, font: FONT};
		const series = spec.series.map((s) => ({
			label: s.label,
			stroke: s.kind === 'edge' ? 'transparent' : () => s.kind.startsWith('pin') ? css('--soft') : colour(view, s),
			width: s.kind === 'dash' ? 1.75 : s.kind === 'edge' ? 0 : s.kind.startsWith('pin') ? 1.25 : 2,
			dash: s.kind.endsWith('dash') ? [5, 4] : undefined,
			spanGaps: false,
			show: !s.hidden,
			...(s.kind === 'dots' ? {paths: () => null, points: {show: true, size: 3, width: 0, fill: () => css('--dots')}} : {points: {show: false}}),
		}));
		const bands = spec.bands.map((band) => ({
			series: [band.upper, band.lower],
			fill: () => tint(colour(view, band), BAND),
		}));
		view.plot = app.charts[view.id] = new uPlot({
			width: Math.max(120, Math.floor(view.canvas.clientWidth)),
			height: height(),
			tzDate: utc,
			fmtDate: (template) => uPlot.fmtDate(template, names),
			legend: {show: false},
			padding: [10, 54, 0, 0],
			cursor: {
				sync: {key: spec.sync || 'gasburden', scales: ['x', null]},
				// A hand that shakes while it clicks does not zoom, and its click counts: uPlot drops one whose ends differ at all.
				drag: {x: true, y: false, setScale: true, dist: CLICK_PX, click: (u, event) => { if (Math.abs(event.clientX - view.pressed) >= CLICK_PX) event.stopImmediatePropagation(); }},
				points: {size: 7, show: true},
				y: false,
			},
			scales: {x: {time: true}, y: {range: (u, low, high) => limits(view, low, high)}},
			axes: [
				{...axis, space: (u, i, low, high, width) => apart(high - low, width), size: 40, lineGap: 1.25, values: [
					[3600 * 24 * 365, year, null, null, null, null, null, null, 1],
					[3600 * 24 * 28, month, '\n' + year, null, null, null, null, null, 1],
					[3600 * 24, monthDay, '\n' + year, null, null, null, null, null, 1],
				]},
				{...axis, size: (u, values) => Math.max(34, 14 + Math.max(0, ...(values || []).map((v) => v ? wide(u.ctx, v) : 0))),
					gap: 6, space: 34, values: (u, splits) => splits.map((v) => tick(view.spec.format, v, splits.length > 1 ? splits[1] - splits[0] : 1))},
			],
			series: [{}, ...series],
			bands,
			hooks: {
				drawClear: [(u) => history(view, u)],
				draw: [(u) => (eras(view, u), saving(view, u), endLabels(view, u), app.drawMark?.(view, u))],
				setCursor: [() => readout(view)],
				setScale: [(u, key) => key === 'x' && noteZoom(view, u)],
			},
		}, view.data, view.canvas);
		const over = view.plot.over;
		over.tabIndex = 0;
		for (const [name, value] of [['role', 'slider'], ['aria-label', spec.title], ['aria-describedby', view.keys.id], ['aria-valuemin', 0], ['aria-valuemax', 0], ['aria-valuenow', 0]]) over.setAttribute(name, value);
		over.addEventListener('keydown', (event) => keyboard(view, event));
		over.addEventListener('dblclick', zoomOut);
		over.addEventListener('click', (event) => {
			// A finger moves the cursor; a second click zooms out.
			clearTimeout(clicked);
			if ((event.pointerType || view.pointer) === 'mouse' && event.detail === 1) clicked = setTimeout(explain, 350, view, ...pointed(view, event));
		});
		touch(view, over);
		if (view.refocus) over.focus({preventScroll: true});
		view.refocus = false;
	}

	function limits(view, low, high) {
		const {spec, limit} = view;
		if (low == null || high == null) return [0, 1];
		if (limit) [low, high] = [Math.max(low, -limit), Math.min(high, limit)];
		[low, high] = app.reach?.(view, low, high) || [low, high]; // to a target, see mark.js
		const bottom = spec.fromZero ? Math.min(0, low) : low, span = high - bottom || Math.abs(high) || 1;
		const fit = [bottom < 0 || !spec.fromZero ? bottom - 0.04 * span : 0, high + 0.06 * span];
		view.axis = held && view.axis ? hold(view, fit, low, high) : fit;
		view.span = span;
		return view.axis;
	}

	// An axis that followed the data of a slider that moves would hold the curves still while their numbers change. So it holds
	// as long as the curves stay in sight, and of a size to be read; else it doubles, or goes down to a quarter.
	let held = false;
	function hold({axis: [from, to], span: before}, fit, low, high) {
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
		for (const {plot} of views.values()) if (plot) plot.setScale('x', {min: plot.scales.x.min, max: plot.scales.x.max}); // the y axis follows
	}
	const slider = ({target}) => target.type === 'range';
	addEventListener('pointerdown', (event) => { if (slider(event)) held = 'pointer'; }, true);
	addEventListener('input', (event) => { // by keys the slider is held until they rest
		if (!slider(event) || held === 'pointer') return;
		held = 'keys';
		clearTimeout(settling);
		settling = setTimeout(settle, 800);
	}, true);
	for (const type of ['pointerup', 'pointercancel', 'blur']) addEventListener(type, settle, true);

	const tint = (colour, alpha) => `rgba(${colour.match(/[\d.]+/g).slice(0, 3)}, ${alpha})`;

	// history shades the days before the snapshot and marks where the forecast starts.
	function history(view, u) {
		const {ctx, bbox} = u, ratio = devicePixelRatio;
		const x = u.valToPos(view.spec.snapshot, 'x', true), right = bbox.left + bbox.width;
		ctx.save();
		if (x > bbox.left) {
			ctx.fillStyle = css('--history');
			ctx.fillRect(bbox.left, bbox.top, Math.min(x, right) - bbox.left, bbox.height);
		}
		if (x >= bbox.left && x <= right) {
			ctx.strokeStyle = css('--soft');
			ctx.lineWidth = ratio;
			ctx.setLineDash([2 * ratio, 3 * ratio]);
			ctx.beginPath();
			ctx.moveTo(x, bbox.top);
			ctx.lineTo(x, bbox.top + bbox.height);
			ctx.stroke();
		}
		for (const mark of view.spec.marks || []) {
			const at = u.valToPos(mark.x, 'x', true);
			if (at < bbox.left || at > right) continue;
			ctx.strokeStyle = ctx.fillStyle = css('--soft');
			ctx.lineWidth = ratio;
			ctx.setLineDash([]);
			ctx.globalAlpha = 0.45;
			ctx.beginPath();
			ctx.moveTo(at, bbox.top);
			ctx.lineTo(at, bbox.top + bbox.height);
			ctx.stroke();
			ctx.globalAlpha = 1;
		}
		// The zero line, where the axis reaches below it.
		if (u.scales.y.min < 0 && u.scales.y.max > 0) {
			const y = u.valToPos(0, 'y', true);
			ctx.setLineDash([]);
			ctx.strokeStyle = css('--soft');
			ctx.lineWidth = ratio;
			ctx.beginPath();
			ctx.moveTo(bbox.left, y);
			ctx.lineTo(right, y);
			ctx.stroke();
		}
		ctx.restore();
	}

	// eras names history and forecast, and the marks, above the curves and clear of them.
	function eras(view, u) {
		const {ctx, bbox} = u, ratio = devicePixelRatio, words = view.spec.text, right = bbox.left + bbox.width;
		const split = u.valToPos(view.spec.snapshot, 'x', true), pad = 4 * ratio;
		ctx.save();
		ctx.font = `${11 * ratio}px system-ui, sans-serif`;
		ctx.textBaseline = 'top';
		ctx.textAlign = 'left';
		const say = (text, x, row) => {
			const width = ctx.measureText(text).width, y = bbox.top + pad + row * 15 * ratio;
			if (!text || x < bbox.left || x + width > right) return;
			ctx.globalAlpha = 0.75;
			ctx.fillStyle = css('--card');
			ctx.fillRect(x - 2 * ratio, y - ratio, width + 4 * ratio, 13 * ratio);
			ctx.globalAlpha = 1;
			ctx.fillStyle = css('--soft');
			ctx.fillText(text, x, y);
		};
		if (split >= bbox.left && split <= right) {
			say(words.history, split - pad - ctx.measureText(words.history).width, 0);
			say(words.forecast, split + pad, 0);
		}
		for (const mark of view.spec.marks || []) say(mark.text, u.valToPos(mark.x, 'x', true) + pad, 1);
		ctx.restore();
	}

	// saving marks the gap between status quo and DirectFIL+ on the day that the readout rests on.
	function saving(view, u) {
		const mark = view.spec.saving, i = view.spec.restEntry;
		if (!mark || !(view.data[mark.upper][i] > 0) || view.data[mark.lower][i] == null) return;
		const {ctx, bbox} = u, ratio = devicePixelRatio;
		const x = u.valToPos(view.data[0][i], 'x', true);
		const from = u.valToPos(view.data[mark.upper][i], 'y', true), to = u.valToPos(view.data[mark.lower][i], 'y', true);
		if (x < bbox.left || x > bbox.left + bbox.width || Math.abs(to - from) < 24 * ratio) return;
		const tip = (to > from ? -5 : 5) * ratio, share = 1 - view.data[mark.lower][i] / view.data[mark.upper][i];
		if (share < 0.005) return; // a rebound may leave nothing saved
		ctx.save();
		ctx.strokeStyle = ctx.fillStyle = colour(view, mark);
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
		const text = app.fill(mark.text, {share: percent(numeral({maximumFractionDigits: 0}, 100 * share))});
		ctx.textAlign = 'left';
		const width = ctx.measureText(text).width, y = (from + to) / 2;
		const left = x + 7 * ratio + width < bbox.left + bbox.width ? x + 7 * ratio : x - 7 * ratio - width;
		ctx.fillStyle = css('--card');
		ctx.globalAlpha = 0.8;
		ctx.fillRect(left - 3 * ratio, y - 9 * ratio, width + 6 * ratio, 18 * ratio);
		ctx.globalAlpha = 1;
		ctx.fillStyle = wordColour(view, mark);
		ctx.fillText(text, left, y);
		ctx.restore();
	}

	// endLabels names each line at its end, spread so that no two names touch.
	// A curve that ends before the days on show do has its name above its end, where others may go on.
	function endLabels(view, u) {
		const {ctx, bbox} = u, ratio = devicePixelRatio, height = 14 * ratio;
		const labels = [];
		view.spec.series.forEach((s, k) => {
			if (!s.end || s.hidden) return;
			const column = view.data[k + 1];
			const [first, last] = u.series[0].idxs;
			for (let i = last; i >= first; i--) {
				const {min, max} = u.scales.y; // a pole leaves through the top: its name would stand beside nothing
				if (column[i] != null) {
					if (column[i] <= max && column[i] >= min) labels.push({text: s.end, within: i < last, x: u.valToPos(view.data[0][i], 'x', true), y: u.valToPos(column[i], 'y', true), colour: wordColour(view, s)});
					break;
				}
			}
		});
		labels.sort((a, b) => a.y - b.y);
		const top = bbox.top + height / 2, bottom = bbox.top + bbox.height - height / 2;
		for (let i = 0; i < labels.length; i++) labels[i].y = Math.max(labels[i].y, i ? labels[i - 1].y + height : top);
		for (let i = labels.length - 1; i >= 0; i--) labels[i].y = Math.min(labels[i].y, i < labels.length - 1 ? labels[i + 1].y - height : bottom);
		ctx.save();
		ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
		ctx.textBaseline = 'middle';
		ctx.strokeStyle = css('--card');
		ctx.lineWidth = 4 * ratio;
		ctx.lineJoin = 'round';
		for (const {text, x, y, colour, within} of labels) {
			ctx.textAlign = within ? 'right' : 'left';
			ctx.fillStyle = colour;
			const at = [text, within ? x : x + 6 * ratio, within ? Math.max(top, y - height) : y];
			if (within) ctx.strokeText(...at);
			ctx.fillText(...at);
		}
		ctx.restore();
	}

	// Zoom: a drag zooms all charts (uPlot's own sync); a button or a double click goes back.
	function noteZoom(view, u) {
		const x = view.data[0], {min, max} = u.scales.x;
		setZoomed(view, min > x[0] || max < x[x.length - 1] ? {min, max} : false);
	}
	function setZoomed(view, zoomed) {
		view.zoomed = zoomed;
		view.back.hidden = !zoomed;
		if (view.table.open) tableSoon(view);
		if (view.id === 'hero' && app.zoomed) app.zoomed(zoomed ? zoomed.min : 0, zoomed ? zoomed.max : 0);
	}
	// zoom shows a part of the days on all charts of the page, as a link asks.
	app.zoom = (min, max) => {
		for (const view of views.values()) {
			if (!view.plot || view.spec.sync) continue;
			const x = view.data[0], from = Math.max(min, x[0]), to = Math.min(max, x[x.length - 1]);
			if (from < to) view.plot.setScale('x', {min: from, max: to});
		}
	};
	function zoomOut(event) {
		// All charts that share a cursor zoom together, so they zoom out together.
		const from = event instanceof Event && [...views.values()].find((view) => view.el.contains(event.target));
		for (const view of views.values()) {
			if (!view.plot || from && view.spec.sync !== from.spec.sync) continue;
			const x = view.data[0];
			view.plot.setScale('x', {min: x[0], max: x[x.length - 1]});
		}
	}

	function hideCursor() {
		for (const view of views.values()) if (view.plot) view.plot.setCursor({left: -10, top: -10}, false);
		for (const view of views.values()) if (view.plot) readout(view);
	}

	// A finger that moves sideways moves the cursor; up and down still scrolls the page.
	function touch(view, over) {
		const follow = (event) => {
			if (event.type === 'pointerdown') [view.pressed, view.pointer] = [event.clientX, event.pointerType];
			if (event.pointerType === 'mouse') return;
			const box = over.getBoundingClientRect();
			view.plot.setCursor({left: event.clientX - box.left, top: event.clientY - box.top}, true, true);
		};
		over.addEventListener('pointerdown', follow);
		over.addEventListener('pointermove', follow);
	}

	// Arrow keys step the cursor by a day; Page Up and Page Down, or Shift, by thirty; Home and End jump. Plus and minus
	// zoom about the cursor.
	const steps = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30};
	function keyboard(view, event) {
		if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own
		const u = view.plot, [first, last] = u.series[0].idxs, key = event.key;
		const now = u.cursor.left >= 0 && u.cursor.idx != null ? u.cursor.idx : Math.min(view.spec.restEntry, last);
		const step = steps[key] * (event.shiftKey && Math.abs(steps[key]) === 1 ? 30 : 1);
		const to = {Home: first, End: last}[key] ?? now + step;
		if (key === 'Escape') return void (view.keys.classList.add('dismissed'), zoomOut(event));
		if (key === 'Enter') return void explain(view);
		if (key === '+' || key === '=') zoomBy(view, now, 0.5);
		else if (key === '-') zoomBy(view, now, 2);
		else if (Number.isFinite(to)) setDay(view, Math.min(last, Math.max(first, to)));
		else return;
		event.preventDefault();
	}
	function setDay(view, i) {
		const u = view.plot;
		u.setCursor({left: u.valToPos(view.data[0][i], 'x'), top: 10}, true, true);
	}

	const LEAST_DAYS = 14;
	function zoomBy(view, now, factor) {
		const x = view.data[0], low = x[0], high = x[x.length - 1], {min, max} = view.plot.scales.x;
		const span = Math.min(high - low, Math.max(LEAST_DAYS * 86400, (max - min) * factor));
		const from = Math.max(low, Math.min(high - span, x[now] - span * (x[now] - min) / (max - min || 1)));
		for (const other of views.values()) {
			if (other.plot && other.spec.sync === view.spec.sync) other.plot.setScale('x', {min: from, max: from + span});
		}
		queueMicrotask(() => setDay(view, now)); // once uPlot has taken the scale up
	}

	// The table repeats the numbers on show, a row a day, and marks the day of the readout; it is filled when opened, and
	// again once a change has come to rest.
	function fillTable(view) {
		if (!view.table.open) return void (view.scroll.replaceChildren(), view.markedAt = null);
		const {spec, data} = view;
		const cell = (text, tag = 'td') => `<${tag}>${text}</${tag}>`;
		const escape = (text) => text.replace(/[&<>]/g, (c) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'}[c]));
		const shown = spec.series.map((s, k) => k + 1).filter((k) => !spec.series[k - 1].hidden); // columns of curves on show
		const head = [spec.text.day, ...shown.map((k) => spec.series[k - 1].label)].map((t) => `<th scope="col">${escape(t)}</th>`).join('');
		let [first, last] = view.plot.series[0].idxs;
		while (first < last && shown.every((k) => data[k][first] == null)) first++; // means start later than the days
		let rows = '';
		for (let i = first; i <= last; i++) rows += `<tr><th scope="row">${isoDay(data[0][i])}</th>` + shown.map((k) => cell(precise(spec.format, data[k][i]))).join('') + '</tr>';
		view.scroll.innerHTML = `<table><caption>${escape(spec.text.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
		view.firstRow = first;
		markRow(view);
	}
	function markRow(view) {
		const {scroll} = view, former = scroll.querySelector('[aria-current]'), row = scroll.querySelector('tbody')?.rows[view.at - view.firstRow];
		if (former) former.removeAttribute('aria-current');
		if (!row) return;
		row.setAttribute('aria-current', 'date');
		const top = row.offsetTop - scroll.clientHeight / 2;
		if (top !== view.markedAt) scroll.scrollTop = view.markedAt = top; // else the reader may have scrolled
	}
	function precise(kind, value) {
		if (value == null) return '–';
		const text = numeral({maximumSignificantDigits: kind === 'fil' ? 7 : 5}, value);
		return kind === 'percent' ? percent(text) : text;
	}
	// Open tables are filled again when nothing has changed for a while, one an idle moment: a long
	// one takes a tenth of a second.
	const stale = new Set();
	let resting = 0;
	const idle = window.requestIdleCallback || ((work) => setTimeout(work, 30));
	function tableSoon(view) {
		stale.add(view);
		clearTimeout(resting);
		resting = setTimeout(function next() {
			const [view] = stale;
			if (!view) return;
			stale.delete(view);
			fillTable(view);
			idle(next);
		}, 300);
	}

	const CLICK_PX = 4; // between press and release of what is still a click

	// pointed is the entry under the mouse, and which curve is nearest to it there: kind and number among those of the kind.
	// It is taken from the event: the chart's own cursor knows nothing of what moved under a resting mouse.
	function pointed(view, event) {
		const {plot: u, spec, data} = view, box = u.over.getBoundingClientRect(), kinds = {};
		const x = event.clientX - box.left, left = x <= 1 ? 0 : x >= box.width - 1 ? box.width : x, top = event.clientY - box.top, i = u.posToIdx(left); // as uPlot snaps to the ends
		u.setCursor({left, top}, true, true);
		let best, least = Infinity;
		spec.series.forEach((s, k) => {
			const n = kinds[s.kind] = (kinds[s.kind] || 0) + 1, value = data[k + 1][i];
			if (s.hidden || value == null || s.kind === 'edge' || s.kind.startsWith('pin') && !app.request().pinned) return;
			const away = Math.abs(u.valToPos(value, 'y') - top);
			if (away < least) [best, least] = [{kind: s.kind, n}, away];
		});
		return [i, best];
	}

	// explain shows the steps behind a day's numbers: that of an entry, or that which the readout shows.
	let clicked = 0;
	function explain(view, i = entry(view)[0], curve = {}) {
		if (!view.spec.text.explain || !app.lazy.explore) return;
		const on = isoDay(view.data[0][i]), {kind = '', n = 0} = curve;
		app.lazy.explore.load().then(() => app.showSteps(on, {chart: view.id, curve: kind, rate: n}));
	}

	const sizes = new ResizeObserver((entries) => {
		for (const entry of entries) {
			for (const view of views.values()) {
				if (view.canvas !== entry.target || !view.plot) continue;
				const width = Math.floor(view.canvas.clientWidth), height = view.canvas.clientHeight;
				if (width > 0 && (width !== view.plot.width || height !== view.plot.height)) view.plot.setSize({width, height});
			}
		}
	});
	for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) matchMedia(query).addEventListener('change', app.recolour);
})();
