// Numbers and days as axes, readouts and tables write them. All charts speak one language, that of the last spec.

/** @import {SpecLocale} from '../types' */

/** @type {SpecLocale} */
let locale = {
	numbers: 'en',
	dates: 'en-GB',
	percent: '{n} %',
	under: 'under 0.0001 %',
	months: [],
	axis: ['{YYYY}', '{MMM}', '{D} {MMM}'],
};

/**
 * speak changes the language, if there is one to change to, and gives the one that is spoken.
 * @param {SpecLocale} [next]
 */
export const speak = (next) => locale = next || locale;

/** @type {Map<string, Intl.NumberFormat>} */
const formatters = new Map();

/**
 * numeral writes a number as the sentences do.
 * @param {Intl.NumberFormatOptions} options
 * @param {number} value
 */
export function numeral(options, value) {
	const key = locale.numbers + JSON.stringify(options);
	const formatter = formatters.get(key) || new Intl.NumberFormat(locale.numbers, options);
	formatters.set(key, formatter);
	return formatter.format(value).replace('-', '−');
}

/** @param {string} text */
export const percent = (text) => locale.percent.replace('{n}', text);

/** @param {number} step */
function decimals(step) {
	const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)), shown = step * 10 ** digits;
	return Math.min(8, Math.abs(shown - Math.round(shown)) > 1e-6 ? digits + 1 : digits); // 2.5 needs one more than 2
}

/**
 * tick writes a number of an axis.
 * @param {string} kind
 * @param {number} value
 * @param {number} step from it to the next one
 */
export function tick(kind, value, step) {
	if (step < 1e-7) { // so many zeros tell nothing
		const digits = Math.floor(Math.log10(Math.abs(value)) + 1e-9) - Math.floor(Math.log10(step) + 1e-9);
		const maximumFractionDigits = Math.max(0, digits) + 1;
		const short = value ? numeral({notation: 'scientific', maximumFractionDigits}, value) : '0';
		return kind === 'percent' ? percent(short) : short;
	}
	if (kind === 'percent')
		return percent(numeral({minimumFractionDigits: decimals(step), maximumFractionDigits: decimals(step)}, value));
	if (kind === 'fil' && Math.abs(value) >= 1000) return numeral({notation: 'compact', maximumFractionDigits: 2},
		value);
	return numeral({maximumFractionDigits: decimals(step)}, value);
}

const LITTLE = 1e-4; // percent, as the headline has it

/**
 * figure writes a number of a readout.
 * @param {string} kind
 * @param {number} value NaN where there is none
 */
export function figure(kind, value) {
	if (Number.isNaN(value)) return '–';
	// as the headline has it; what gas costs spans ten powers of ten
	const two = numeral(
		Math.abs(value) >= 9.95 || !value
			? {maximumFractionDigits: 0}
			: {minimumSignificantDigits: 2, maximumSignificantDigits: 2},
		value,
	);
	if (kind === 'percent') return value > 0 && value < LITTLE ? locale.under : percent(two);
	if (kind === 'fil') return two;
	if (value && Math.abs(value) < 0.1) return two; // else nothing of it is left
	return numeral({minimumFractionDigits: 2, maximumFractionDigits: 2}, value);
}

/**
 * precise writes a number of a table.
 * @param {string} kind
 * @param {number} value NaN where there is none
 */
export function precise(kind, value) {
	if (Number.isNaN(value)) return '–';
	const text = numeral({maximumSignificantDigits: kind === 'fil' ? 7 : 5}, value);
	return kind === 'percent' ? percent(text) : text;
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const dayFormats = new Map();
/**
 * day writes a date as sentences have it: 19 October 2026.
 * @param {number} seconds since 1970
 */
export function day(seconds) {
	const format =
		dayFormats.get(locale.dates) ||
		new Intl.DateTimeFormat(locale.dates, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
	dayFormats.set(locale.dates, format);
	return format.format(new Date(seconds * 1e3));
}
export const isoDay = (/** @type {number} */ seconds) => new Date(seconds * 1e3).toISOString().slice(0, 10);
