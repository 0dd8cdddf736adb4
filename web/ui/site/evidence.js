// Draws the section on how well the models hold, once the reader comes near it. Its figures and words come with
// data/evidence.json, made when the site was built.
import {element, find} from './dom.js';
import {showChart} from './data.js';
import {app} from './shared.js';
import {fill, note} from './words.js';

/** @import {SentChart} from './data.js' */
/** @import {FromEvidence} from './types' */

/**
 * Charts, and what the drawings show.
 * @typedef {object} Evidence
 * @property {SentChart[]} charts
 * @property {Record<string, string>} text
 * @property {Scatter} scatter
 * @property {GasMap[]} maps
 * @property {Record<string, string>} figures SVG by the id of its place
 *
 * The days that the study's model was trained on, by deal power and gas; high says which regime each is of.
 * @typedef {{high: boolean[], lines: Point[][], means: Point[]}} Regimes
 * @typedef {Regimes & {deal: number[], gas: number[]}} Scatter
 *
 * Gas that a model predicts, by row of deal power and column of the ratio; both axes have as many values.
 * @typedef {{model: string, negative: number, deal: Point, ratio: Point, hull: Point[], days?: Point[]}} Grid
 * @typedef {Grid & {gas: number[][]}} GasMap
 *
 * data/evidence.json, see web/evidence: the same with its values as curves.
 * @typedef {{decimals: number, deltas: (number | null)[]}} Curve
 * @typedef {Omit<SentChart, 'columns'> & {columns: Curve[]}} CurveChart
 * @typedef {Omit<Evidence, 'charts' | 'scatter' | 'maps'> & {charts: CurveChart[], scatter: Regimes,
 *   maps: (Grid & {gas: Curve})[]}} Sent
 *
 * @typedef {[number, number]} Point
 */

const css = (/** @type {string} */ name) => app.colour(name);
const compact = (/** @type {number} */ value) =>
	new Intl.NumberFormat(app.language, {maximumSignificantDigits: 3}).format(value);
const low = '--rate-3-1',
	high = '--rate-3-3'; // the study's two regimes

/** @type {Evidence | null} */
let figures = null;
const load = async () => unpack(JSON.parse(new TextDecoder().decode(await app.load('data/evidence.json'))));

/**
 * @param {Sent} sent
 * @returns {Evidence}
 */
function unpack({charts, scatter, maps, ...rest}) {
	const numbers = (/** @type {Curve} */ {decimals, deltas}) => {
		let sum = 0;
		return deltas.map((delta) => delta == null ? NaN : (sum += delta) / 10 ** decimals);
	};
	const drawn = charts.map((chart) => ({...chart, columns: chart.columns.map(numbers)}));
	const trained = (/** @type {string} */ id) =>
		drawn.filter((chart) => chart.id === id)[0].columns[0].slice(0, scatter.high.length);
	return {...rest, charts: drawn, scatter: {...scatter, deal: trained('input-deal'), gas: trained('input-gas')},
		maps: maps.map((map) => {
			const all = numbers(map.gas), n = Math.sqrt(all.length);
			return {...map, gas: Array.from({length: n}, (_, i) => all.slice(i * n, (i + 1) * n))};
		})};
}

/** @type {ResizeObserver | null} */
let sized = null;
/** @type {() => void} */
let themed = () => {};
/** @type {FromEvidence['showEvidence']} */
const showEvidence = async (section) => {
	/** @type {Evidence} */
	let data;
	try {
		data = figures = figures || await load();
		const words = await app.speakEvidence(section);
		if (words)
			data = {...figures, text: words.text, figures: words.figures,
				charts: figures.charts.map((chart, i) => ({...chart, spec: words.specs[i]}))};
	} catch (error) {
		note(section, app.words.EvidenceFailed, error);
		return;
	}
	for (const chart of data.charts) showChart(chart, find(section, `#evidence-${chart.id} .plot`, HTMLElement));
	for (const id in data.figures) find(section, `#evidence-${id} .plot`, HTMLElement).innerHTML = data.figures[id];
	const drawings = [scatter(section, data), map(section, data), stops(section)];
	const again = () => drawings.forEach((draw) => draw());
	again();
	if (sized) sized.disconnect();
	sized = new ResizeObserver(again);
	sized.observe(section);
	app.recoloured.delete(themed);
	themed = again;
	app.recoloured.add(again);
	app.evidence = data; // for tests
	app.evidenceSpoken = () => showEvidence(section);
};
Object.assign(app, {showEvidence});

/**
 * stops makes the box of each table a stop of the Tab key where it scrolls, and only there.
 * @param {HTMLElement} section
 */
function stops(section) {
	const boxes = /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll('.errors'));
	return () => {
		for (const box of boxes) {
			if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
			else box.removeAttribute('tabindex');
		}
	};
}

/**
 * plane prepares a canvas with axes and returns what places points on it.
 * @param {HTMLCanvasElement} canvas
 * @param {Point} x first and last value
 * @param {Point} y
 * @param {string[]} names of the axes
 */
function plane(canvas, x, y, names) {
	const ratio = devicePixelRatio, width = canvas.clientWidth, height = canvas.clientHeight;
	canvas.width = width * ratio;
	canvas.height = height * ratio;
	const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
	ctx.scale(ratio, ratio);
	const left = names[1] ? 46 : 34, right = width - 10, top = 10, bottom = height - 34;
	const px = (/** @type {number} */ v) => left + (v - x[0]) / (x[1] - x[0]) * (right - left);
	const py = (/** @type {number} */ v) => bottom - (v - y[0]) / (y[1] - y[0]) * (bottom - top);
	ctx.font = '12px system-ui, sans-serif';
	const axes = () => {
		ctx.fillStyle = css('--soft');
		ctx.strokeStyle = css('--grid');
		ctx.lineWidth = 1;
		ctx.textAlign = 'center';
		ctx.textBaseline = 'top';
		for (let v = Math.ceil(x[0]); v <= x[1]; v++) ctx.fillText(String(v), px(v), bottom + 4);
		ctx.fillText(names[0], (left + right) / 2, bottom + 19);
		if (names[1]) {
			ctx.save();
			ctx.translate(10, (top + bottom) / 2);
			ctx.rotate(-Math.PI / 2);
			ctx.textBaseline = 'middle';
			ctx.fillText(names[1], 0, 0);
			ctx.restore();
		}
		ctx.textAlign = 'right';
		ctx.textBaseline = 'middle';
		const step = y[1] - y[0] > 12 ? 5 : 1;
		for (let v = Math.ceil(y[0] / step) * step; v <= y[1]; v += step) ctx.fillText(String(v), left - 6, py(v));
	};
	const lines = () => {
		ctx.strokeStyle = css('--grid');
		for (let v = Math.ceil(x[0]); v <= x[1]; v++) ctx.strokeRect(px(v), top, 0, bottom - top);
		const step = y[1] - y[0] > 12 ? 5 : 1;
		for (let v = Math.ceil(y[0] / step) * step; v <= y[1]; v += step) ctx.strokeRect(left, py(v), right - left, 0);
	};
	return {ctx, px, py, axes, lines, left, right, top, bottom};
}

/**
 * @param {HTMLElement} host
 * @param {[className: string, colour: string, text: string][]} entries
 */
function key(host, entries) {
	const el = element(host, 'p', 'key');
	for (const [className, colour, text] of entries) {
		const span = element(el, 'span');
		const i = element(span, 'i', className);
		if (colour) i.style.cssText = `border-color: var(${colour})`;
		span.append(text);
	}
}

/**
 * @param {HTMLElement} section
 * @param {Evidence} data
 */
function scatter(section, {scatter: s, text}) {
	const host = find(section, '#evidence-scatter .plot', HTMLElement);
	key(host, [['dots', low, text.low], ['dots', high, text.high], ['cross', '', text.mean]]);
	const canvas = element(host, 'canvas', 'drawing');
	canvas.setAttribute('role', 'img');
	canvas.setAttribute('aria-label', fill(text.scatterAlt, {rows: s.deal.length}));
	return () => {
		const {ctx, px, py, axes, lines} = plane(
			canvas,
			[0, Math.max(...s.deal) * 1.03],
			[0, Math.max(...s.gas) * 1.05],
			[text.deal],
		);
		lines();
		s.deal.forEach((deal, i) => {
			ctx.fillStyle = css(s.high[i] ? high : low);
			ctx.globalAlpha = 0.5;
			// The regimes differ in shape as well as in colour.
			if (s.high[i]) ctx.fillRect(px(deal) - 2, py(s.gas[i]) - 2, 4, 4);
			else {
				ctx.beginPath();
				ctx.arc(px(deal), py(s.gas[i]), 2, 0, 7);
				ctx.fill();
			}
		});
		ctx.globalAlpha = 1;
		s.lines.forEach((line, k) => {
			ctx.strokeStyle = css(k ? high : low);
			ctx.lineWidth = 2;
			ctx.beginPath();
			line.forEach(([deal, gas]) => ctx.lineTo(px(deal), py(gas)));
			ctx.stroke();
		});
		ctx.strokeStyle = css('--ink');
		for (const [deal, gas] of s.means) {
			ctx.beginPath();
			ctx.moveTo(px(deal) - 6, py(gas) - 6);
			ctx.lineTo(px(deal) + 6, py(gas) + 6);
			ctx.moveTo(px(deal) - 6, py(gas) + 6);
			ctx.lineTo(px(deal) + 6, py(gas) - 6);
			ctx.stroke();
		}
		axes();
	};
}

/**
 * @param {HTMLElement} section
 * @param {Evidence} data
 */
function map(section, {maps, text}) {
	const host = find(section, '#evidence-map .plot', HTMLElement);
	const bar = element(host, 'p', 'view');
	const label = element(bar, 'label', '', text.mapModel);
	const choice = element(bar, 'select');
	label.htmlFor = choice.id = 'evidence-map-model';
	for (const m of maps) element(choice, 'option', '', text[m.model]).value = m.model;
	const said = element(bar, 'span');
	key(host, [['hatch', '', text.negative], ['', '--ink', text.hull], ['dots', '--bad', text.negativeDays]]);
	const canvas = element(host, 'canvas', 'drawing');
	canvas.setAttribute('role', 'img');
	let shown = maps[0];
	const draw = () => {
		canvas.setAttribute('aria-label', fill(text.mapAlt, {negative: shown.negative}));
		const {ctx, px, py, axes} = plane(canvas, [0, 6.2], [0.6, 5.4], [text.deal, text.ratio]);
		const n = shown.gas.length,
			step = (shown.deal[1] - shown.deal[0]) / (n - 1),
			most = 24;
		const base = css('--rate-3-3'),
			paper = css('--card');
		shown.gas.forEach((row, i) =>
			row.forEach((gas, j) => {
				const deal = shown.deal[0] + (i - 0.5) * step,
					ratio = shown.ratio[0] + (j - 0.5) * step;
				const x = px(deal),
					y = py(ratio + step),
					w = px(deal + step) - x + 0.6,
					h = py(ratio) - y + 0.6;
				ctx.fillStyle =
					gas < 0 ? paper : `color-mix(in oklab, ${base} ${Math.round(8 + 88 * Math.min(1, gas / most))}%, ${paper})`;
				ctx.fillRect(x, y, w, h);
				if (gas < 0) {
					ctx.strokeStyle = css('--bad');
					ctx.lineWidth = 1;
					ctx.beginPath();
					ctx.moveTo(x, y + h);
					ctx.lineTo(x + w, y);
					ctx.stroke();
				}
			}),
		);
		ctx.strokeStyle = css('--ink');
		ctx.lineWidth = 1.5;
		ctx.beginPath();
		shown.hull.forEach(([deal, ratio]) => ctx.lineTo(px(deal), py(ratio)));
		ctx.closePath();
		ctx.stroke();
		ctx.fillStyle = css('--bad');
		for (const [deal, ratio] of shown.days || []) {
			ctx.beginPath();
			ctx.arc(px(deal), py(ratio), 3, 0, 7);
			ctx.fill();
		}
		axes();
	};
	choice.addEventListener('change', () => {
		shown = maps.find((m) => m.model === choice.value) || shown;
		draw();
	});
	canvas.addEventListener('pointermove', (event) => {
		const box = canvas.getBoundingClientRect();
		const deal = (6.2 * (event.clientX - box.left - 46)) / (box.width - 56);
		const ratio = 0.6 + (4.8 * (box.bottom - 34 - event.clientY)) / (box.height - 44);
		const n = shown.gas.length,
			i = Math.round(((deal - 1) / 4) * (n - 1)),
			j = Math.round(((ratio - 1) / 4) * (n - 1));
		said.textContent =
			shown.gas[i] && shown.gas[i][j] != null
				? fill(text.at, {deal: compact(deal), ratio: compact(ratio), gas: compact(shown.gas[i][j])})
				: '';
	});
	return draw;
}
