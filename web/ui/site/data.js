// Charts whose numbers arrive as JSON: of the evidence and of the answers.
import {app} from './shared.js';

/** @import {Spec} from './types' */

/**
 * A chart with its numbers. first is the first day, seconds since 1970; each column has one number a day, null a gap.
 * @typedef {{id: string, spec: Spec, first: number, columns: (number | null)[][], limit?: number}} SentChart
 */

/**
 * showChart draws a chart in an element.
 * @param {SentChart} chart
 * @param {HTMLElement} home
 */
export function showChart({id, spec, first, columns, limit}, home) {
	app.mount(id, home);
	const rows = columns[0].length, all = new Float64Array(rows * (1 + columns.length));
	for (let i = 0; i < rows; i++) all[i] = first + i * 86400;
	columns.forEach((column, k) => column.forEach((v, i) => { all[(k + 1) * rows + i] = v == null ? NaN : v; }));
	app.draw(id, JSON.stringify(spec), new Uint8Array(all.buffer), rows, limit);
}
