// The table repeats the numbers on show, a row a day, and marks the day of the readout; it is filled when opened, and
// again once a change has come to rest.
import {isoDay, precise} from './format.js';
import {isDrawn} from './views.js';

/** @import {View} from '../types' */

/** @type {Record<string, string>} */
const ENTITIES = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};
const escape = (/** @type {string} */ text) => text.replace(/[&<>]/g, (c) => ENTITIES[c]);

/** @param {View} view */
export function fillTable(view) {
	if (!view.table.open || !isDrawn(view)) {
		view.scroll.replaceChildren();
		view.markedAt = null;
		return;
	}
	const {spec, data, plot} = view;
	// The columns of the curves on show.
	const shown = spec.series.map((_, k) => k + 1).filter((k) => !spec.series[k - 1].hidden);
	const head = [spec.text.day, ...shown.map((k) => spec.series[k - 1].label)]
		.map((t) => `<th scope="col">${escape(t)}</th>`)
		.join('');
	let [first, last] = plot.series[0].idxs || [0, -1];
	while (first < last && shown.every((k) => Number.isNaN(data[k][first]))) first++; // means start later than the days
	let rows = '';
	for (let i = first; i <= last; i++) {
		rows +=
			`<tr><th scope="row">${isoDay(data[0][i])}</th>` +
			shown.map((k) => `<td>${precise(spec.format, data[k][i])}</td>`).join('') +
			'</tr>';
	}
	const body = `<thead><tr>${head}</tr></thead><tbody>${rows}</tbody>`;
	view.scroll.innerHTML = `<table><caption>${escape(spec.text.caption)}</caption>${body}</table>`;
	view.firstRow = first;
	markRow(view);
}

/**
 * markRow marks the day of the readout.
 * @param {View} view
 */
export function markRow(view) {
	const {scroll} = view,
		former = scroll.querySelector('[aria-current]'),
		row = scroll.querySelector('tbody')?.rows[view.at - view.firstRow];
	if (former) former.removeAttribute('aria-current');
	if (!row) return;
	row.setAttribute('aria-current', 'date');
	const top = row.offsetTop - scroll.clientHeight / 2;
	if (top !== view.markedAt) scroll.scrollTop = view.markedAt = top; // else the reader may have scrolled
}

// Open tables are filled again when nothing has changed for a while, one an idle moment: a long one takes a tenth of
// a second.
/** @type {Set<View>} */
const stale = new Set();
let resting = 0;
const idle = window.requestIdleCallback || ((/** @type {() => void} */ work) => setTimeout(work, 30));

/**
 * tableSoon fills a table again when nothing has changed for a while.
 * @param {View} view
 */
export function tableSoon(view) {
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
