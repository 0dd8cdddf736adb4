// Draws the section on how well the models hold, once the reader comes near it. Its figures and words come with
// data/evidence.json, made when the site was built.
(() => {
	'use strict';

	const app = window.gasburden;
	const css = app.colour;
	const {fill} = app;
	const compact = (value) => new Intl.NumberFormat(app.language, {maximumSignificantDigits: 3}).format(value);
	const low = '--rate-3-1', high = '--rate-3-3'; // the study's two regimes

	let figures = null;
	const load = async () => JSON.parse(new TextDecoder().decode(await app.load('data/evidence.json')));

	let sized = null, themed = null; // what redraws the drawings
	app.showEvidence = async (section) => {
		let data;
		try {
			data = figures = figures || await load();
			const words = await app.speakEvidence(section);
			if (words) data = {...figures, text: words.text, charts: figures.charts.map((chart, i) => ({...chart, spec: words.specs[i]}))};
		} catch (error) {
			app.note(section, app.words.EvidenceFailed, error);
			return;
		}
		for (const chart of data.charts) {
			app.mount(chart.id, section.querySelector(`#evidence-${chart.id} .plot`));
			const rows = chart.columns[0].length;
			const all = new Float64Array(rows * (1 + chart.columns.length));
			for (let i = 0; i < rows; i++) all[i] = chart.first + i * 86400;
			chart.columns.forEach((column, k) => column.forEach((v, i) => { all[(k + 1) * rows + i] = v == null ? NaN : v; }));
			app.draw(chart.id, JSON.stringify(chart.spec), new Uint8Array(all.buffer), rows);
		}
		const drawings = [scatter(section, data), map(section, data), stops(section)];
		const again = () => drawings.forEach((draw) => draw());
		again();
		if (sized) sized.disconnect();
		sized = new ResizeObserver(again);
		sized.observe(section);
		app.recoloured = app.recoloured.filter((draw) => draw !== themed);
		themed = again;
		app.recoloured.push(again);
		app.evidence = data; // for tests
		app.evidenceSpoken = () => app.showEvidence(section);
	};

	function element(parent, tag, className, text) {
		const el = document.createElement(tag);
		if (className) el.className = className;
		if (text != null) el.textContent = text;
		parent.append(el);
		return el;
	}

	// stops makes the table's box a stop of the Tab key where it scrolls, and only there.
	function stops(section) {
		const box = section.querySelector('.errors');
		return () => {
			if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
			else box.removeAttribute('tabindex');
		};
	}

	// plane prepares a canvas with axes and returns what places points on it.
	function plane(canvas, x, y, names) {
		const ratio = devicePixelRatio, width = canvas.clientWidth, height = canvas.clientHeight;
		canvas.width = width * ratio;
		canvas.height = height * ratio;
		const ctx = canvas.getContext('2d');
		ctx.scale(ratio, ratio);
		const left = names[1] ? 46 : 34, right = width - 10, top = 10, bottom = height - 34;
		const px = (v) => left + (v - x[0]) / (x[1] - x[0]) * (right - left);
		const py = (v) => bottom - (v - y[0]) / (y[1] - y[0]) * (bottom - top);
		ctx.font = '12px system-ui, sans-serif';
		const axes = () => {
			ctx.fillStyle = css('--soft');
			ctx.strokeStyle = css('--grid');
			ctx.lineWidth = 1;
			ctx.textAlign = 'center';
			ctx.textBaseline = 'top';
			for (let v = Math.ceil(x[0]); v <= x[1]; v++) ctx.fillText(v, px(v), bottom + 4);
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
			for (let v = Math.ceil(y[0] / step) * step; v <= y[1]; v += step) ctx.fillText(v, left - 6, py(v));
		};
		const lines = () => {
			ctx.strokeStyle = css('--grid');
			for (let v = Math.ceil(x[0]); v <= x[1]; v++) ctx.strokeRect(px(v), top, 0, bottom - top);
			const step = y[1] - y[0] > 12 ? 5 : 1;
			for (let v = Math.ceil(y[0] / step) * step; v <= y[1]; v += step) ctx.strokeRect(left, py(v), right - left, 0);
		};
		return {ctx, px, py, axes, lines, left, right, top, bottom};
	}

	function key(host, entries) {
		const el = element(host, 'p', 'key');
		for (const [className, colour, text] of entries) {
			const span = element(el, 'span');
			const i = element(span, 'i', className);
			if (colour) i.style.cssText = `border-color: var(${colour})`;
			span.append(text);
		}
	}

	function scatter(section, {scatter: s, text}) {
		const host = section.querySelector('#evidence-scatter .plot');
		key(host, [['dots', low, text.low], ['dots', high, text.high], ['cross', '', text.mean]]);
		const canvas = element(host, 'canvas', 'drawing');
		canvas.setAttribute('role', 'img');
		canvas.setAttribute('aria-label', fill(text.scatterAlt, {rows: s.deal.length}));
		return () => {
			const {ctx, px, py, axes, lines} = plane(canvas, [0, Math.max(...s.deal) * 1.03], [0, Math.max(...s.gas) * 1.05], [text.deal]);
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

	function map(section, {maps, text}) {
		const host = section.querySelector('#evidence-map .plot');
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
			const n = shown.gas.length, step = (shown.deal[1] - shown.deal[0]) / (n - 1), most = 24;
			const base = css('--rate-3-3'), paper = css('--card');
			shown.gas.forEach((row, i) => row.forEach((gas, j) => {
				const deal = shown.deal[0] + (i - 0.5) * step, ratio = shown.ratio[0] + (j - 0.5) * step;
				const x = px(deal), y = py(ratio + step), w = px(deal + step) - x + 0.6, h = py(ratio) - y + 0.6;
				ctx.fillStyle = gas < 0 ? paper : `color-mix(in oklab, ${base} ${Math.round(8 + 88 * Math.min(1, gas / most))}%, ${paper})`;
				ctx.fillRect(x, y, w, h);
				if (gas < 0) {
					ctx.strokeStyle = css('--bad');
					ctx.lineWidth = 1;
					ctx.beginPath();
					ctx.moveTo(x, y + h);
					ctx.lineTo(x + w, y);
					ctx.stroke();
				}
			}));
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
			shown = maps.find((m) => m.model === choice.value);
			draw();
		});
		canvas.addEventListener('pointermove', (event) => {
			const box = canvas.getBoundingClientRect();
			const deal = 6.2 * (event.clientX - box.left - 46) / (box.width - 56);
			const ratio = 0.6 + 4.8 * (box.bottom - 34 - event.clientY) / (box.height - 44);
			const n = shown.gas.length, i = Math.round((deal - 1) / 4 * (n - 1)), j = Math.round((ratio - 1) / 4 * (n - 1));
			said.textContent = shown.gas[i] && shown.gas[i][j] != null ? fill(text.at, {deal: compact(deal), ratio: compact(ratio), gas: compact(shown.gas[i][j])}) : '';
		});
		return draw;
	}
})();
