// marks draws the target of a break-even on the page's own charts, while they show what it is a value of. The answer
// brings value and words; charts.js asks for the reach of its axis, and draws.
const marks = (() => {
	let answer = []; // the marks of the answer on show
	let wanted = null; // by the reader, who may take them away again; null before any question of the reader's own
	const mostEmpty = 2; // an axis grows for a target by twice what its curves span; beyond, the target is named at the edge

	// The page's controls are rendered before its charts are drawn.
	const chosen = (selector, value) => !value || (document.querySelector(selector) || {}).value === value;
	const holds = ({chart, by, unit, days}) => {
		const u = app.charts[chart];
		return u && chosen('[name=denominator]:checked', by) && chosen('#view-unit', unit) && (!days || u.data[0].length === days);
	};
	const markOf = (id) => wanted && answer.find((mark) => mark.chart === id && holds(mark));

	// reach is how far the axis of a chart goes that would go from low to high.
	app.reach = ({id, spec}, low, high) => {
		const mark = markOf(id);
		if (!mark) return null;
		const bottom = spec.fromZero ? Math.min(0, low) : low, most = mostEmpty * (high - bottom || Math.abs(high) || 1);
		return mark.value > high + most || mark.value < bottom - most ? null : [Math.min(low, mark.value), Math.max(high, mark.value)];
	};

	app.marked = {}; // what is drawn, for tests
	app.drawMark = (view, u) => {
		const mark = markOf(view.id), {min, max} = u.scales.y;
		delete app.marked[view.id];
		if (!mark || min == null) return say(view, u, '');
		const side = mark.value > max ? 1 : mark.value < min ? -1 : 0, {ctx, bbox} = u, ratio = devicePixelRatio;
		say(view, u, mark.said[1 + side]);
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
		const [left, top] = place(view, u, y, side, width, height, 3 * ratio);
		ctx.globalAlpha = 0.85;
		ctx.fillStyle = app.colour('--card');
		ctx.fillRect(left - 3 * ratio, top, width + 6 * ratio, height);
		ctx.globalAlpha = 1;
		ctx.fillStyle = app.colour('--ink');
		rows.forEach((text, i) => ctx.fillText(text, left, top + (i + 0.5) * row));
		ctx.restore();
		app.marked[view.id] = {value: mark.value, side, rows, y, box: [left, top, width, height]};
	};

	// place is where a label covers least of what is drawn: over or under the line, or near the edge, from right to left.
	function place(view, u, y, side, width, height, gap) {
		const {bbox} = u, ratio = devicePixelRatio, [first, last] = u.series[0].idxs, step = Math.max(1, Math.floor((last - first) / 90)), points = [];
		const words = (x, y) => { for (let n = 0; n < 6; n++) points.push([x * ratio, y * ratio]); }; // covering them is worse
		const at = (k, i) => u.data[k][i] != null && points.push([u.valToPos(u.data[0][i], 'x', true), u.valToPos(u.data[k][i], 'y', true)]);
		for (let k = 1; k < u.series.length; k++) {
			if (u.series[k].show && view.spec.series[k - 1].kind !== 'edge') for (let i = first; i <= last; i += step) at(k, i);
		}
		// The names of history and forecast stand at the top, what is saved beside the arrow for it.
		const split = u.valToPos(view.spec.snapshot, 'x', true);
		for (let dx = -64; dx <= 64; dx += 8) words(split / ratio + dx, bbox.top / ratio + 10);
		const {saving, restEntry: rest} = view.spec;
		if (saving && u.data[saving.upper][rest] != null && u.data[saving.lower][rest] != null) {
			const x = u.valToPos(u.data[0][rest], 'x', true), [from, to] = [saving.upper, saving.lower].map((k) => u.valToPos(u.data[k][rest], 'y', true));
			for (let dx = -90; dx <= 90; dx += 10) words(x / ratio + dx, (from + to) / 2 / ratio);
		}
		let best = [bbox.left + gap, bbox.top], least = Infinity;
		const from = side > 0 ? y + gap : y - gap - height;
		const tops = (side ? [0, 1, 2, 3, 4].map((n) => from + side * 16 * ratio * n) : [from, y + gap]).filter((top) => top >= bbox.top && top + height <= bbox.top + bbox.height);
		for (let left = bbox.left + bbox.width - width - 2 * gap; left > bbox.left; left -= 20 * ratio) {
			for (const top of tops) {
				const covered = points.reduce((n, [px, py]) => n + (px > left - gap && px < left + width + gap && py > top - gap && py < top + height + gap), 0);
				if (covered < least) [best, least] = [[left, top], covered];
			}
		}
		return best;
	}

	// say describes the plot, which is a slider to those who hear the page, by the line too.
	function say(view, u, text) {
		if (!view.mark && !text) return;
		if (!view.mark) {
			view.mark = document.createElement('p');
			view.mark.className = 'heard';
			view.mark.id = `mark-${view.id}`;
			view.el.append(view.mark);
		}
		if (view.mark.textContent !== text) view.mark.textContent = text;
		const ids = text ? `${view.keys.id} ${view.mark.id}` : view.keys.id;
		if (u.over.getAttribute('aria-describedby') !== ids) u.over.setAttribute('aria-describedby', ids);
	}

	function redraw(more = []) {
		for (const id of new Set([...answer, ...more].map(({chart}) => chart))) if (app.charts[id]) app.charts[id].redraw();
	}

	return {
		on: () => answer.length > 0,
		// put replaces the marks: an answer's, or none.
		put(next = []) {
			const last = answer;
			answer = next;
			redraw(last);
		},
		// offer gives an answer's box the reader's last choice.
		offer(el) {
			const box = el.querySelector('[data-mark]');
			if (box) box.checked = Boolean(wanted);
		},
		touch() {
			if (wanted === null) wanted = true;
		},
		want(now) {
			wanted = now;
			redraw();
		},
		// see leads to the chart with the line, which the link makes show it if none does.
		see(open) {
			const mark = answer.find(holds) || answer[0];
			if (!holds(mark) && mark.open) open(mark.open);
			const figure = document.getElementById(`chart-${mark.chart}`);
			figure.scrollIntoView({block: 'center'});
			figure.querySelector('.u-over').focus({preventScroll: true});
		},
	};
})();
