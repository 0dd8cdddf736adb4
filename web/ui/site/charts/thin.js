// Curves with more days than pixels. uPlot draws every day of them, up to four a pixel; here a pixel has two at most,
// the lowest and the highest of its days, and one where these cannot be told apart.
import uPlot from 'uplot';

/** @import {Columns} from '../types' */

const linear = /** @type {() => uPlot.Series.PathBuilder} */ (uPlot.paths.linear)();

/** What is drawn of the curve at hand: kept, since each of a frame would take another. */
let days = new Float64Array(0), values = new Float64Array(0);

/**
 * thin builds the path of a curve as uPlot does.
 * @type {uPlot.Series.PathBuilder}
 */
export function thin(u, column, first, last) {
	const [x, y] = /** @type {Columns} */ ([u.data[0], u.data[column]]);
	while (first < last && Number.isNaN(y[first])) first++; // the days before a result
	while (first < last && Number.isNaN(y[last])) last--;
	const wide = u.valToPos(x[last], 'x', true) - u.valToPos(x[first], 'x', true);
	const every = Math.floor((last - first) / wide), alike = likeness(u);
	if (days.length < x.length) [days, values] = [new Float64Array(x.length), new Float64Array(x.length)];
	let n = 0;
	const put = (/** @type {number} */ i) => {
		days[n] = x[i];
		values[n++] = y[i];
	};
	for (let i = first; i <= last; i += every) {
		const end = i + every;
		if (!(every > 1) || end > last + 1) { // the last day is where the curve ends
			days.set(x.subarray(i, last + 1), n);
			values.set(y.subarray(i, last + 1), n);
			n += last + 1 - i;
			break;
		}
		let low = i, high = i, least = y[i], most = least, whole = least === least;
		for (let k = i + 1; k < end; k++) {
			const v = y[k];
			if (v < least) [low, least] = [k, v];
			else if (v > most) [high, most] = [k, v];
			else if (v !== v) whole = false; // days beside a gap are where it breaks off
		}
		if (!whole) for (let k = i; k < end; k++) put(k);
		else if (alike(least, most)) put(i);
		else {
			put(Math.min(low, high));
			put(Math.max(low, high));
		}
	}
	const drawn = values.subarray(0, n), whole = /** @type {{_data: object}} */ (/** @type {unknown} */ (u));
	const {_data: all} = whole; // where uPlot looks
	// To uPlot null is a gap.
	whole._data = {0: days, [column]: drawn.includes(NaN) ? Array.from(drawn, (v) => v === v ? v : null) : drawn};
	try {
		return linear(u, column, 0, n - 1);
	} finally {
		whole._data = all;
	}
}

/**
 * likeness tells whether two values lie less than half a pixel apart.
 * @param {uPlot} u
 * @returns {(low: number, high: number) => boolean}
 */
function likeness({scales: {y: {min = 0, max = 1, distr}}, bbox}) {
	if (distr === 1) return (low, high) => (high - low) * bbox.height < 0.5 * (max - min);
	const share = Math.log(max / min) * 0.5 / bbox.height; // of a logarithmic axis
	return (low, high) => high - low < share * Math.max(low, min);
}
