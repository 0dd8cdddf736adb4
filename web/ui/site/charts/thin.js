// Curves with more days than pixels. uPlot draws every day of them, up to four a pixel; here a pixel has two at most,
// the lowest and the highest of its days, and one where these cannot be told apart.
import uPlot from 'uplot';

const linear = /** @type {() => uPlot.Series.PathBuilder} */ (uPlot.paths.linear)();

/**
 * thin builds the path of a curve as uPlot does.
 * @type {uPlot.Series.PathBuilder}
 */
export function thin(u, column, first, last) {
	const x = u.data[0], y = u.data[column];
	const wide = u.valToPos(x[last], 'x', true) - u.valToPos(x[first], 'x', true);
	const every = Math.floor((last - first) / wide), alike = likeness(u);
	if (!(every > 1)) return linear(u, column, first, last);
	/** @type {number[]} */
	const days = [];
	/** @type {(number | null | undefined)[]} */
	const values = [];
	const put = (/** @type {number} */ i) => {
		days.push(x[i]);
		values.push(y[i]);
	};
	for (let i = first; i <= last; i += every) {
		const end = Math.min(i + every, last + 1);
		let low = i, high = i, whole = end <= last; // the last day is where the curve ends
		for (let k = i; k < end; k++) {
			const v = y[k];
			if (v == null) whole = false; // as days beside a gap are where it breaks off
			else if (v < Number(y[low])) low = k;
			else if (v > Number(y[high])) high = k;
		}
		if (!whole) for (let k = i; k < end; k++) put(k);
		else if (alike(Number(y[low]), Number(y[high]))) put(i);
		else for (const k of [Math.min(low, high), Math.max(low, high)]) put(k);
	}
	const thinned = Object.create(u, {_data: {value: {0: days, [column]: values}}}); // where uPlot looks
	return linear(thinned, column, 0, days.length - 1);
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
