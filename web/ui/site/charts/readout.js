// The readout above a plot, and what of it is spoken.
import {element, hide, write} from '../dom.js';
import {app} from '../shared.js';
import {token} from './colour.js';
import {day, figure} from './format.js';
import {markRow} from './table.js';
import {BAND, drawn, isDrawn} from './views.js';

/** @import {Drawn, View} from '../types' */

/**
 * fillChips makes a chip for each FIL+ rate: its colour, its name, status quo and, where there is one, DirectFIL+.
 * @param {View} view
 */
export function fillChips(view) {
	let layers = view.spec.chips.filter((chip) => chip.band).length; // bands lie within each other, the narrowest first
	view.chips.replaceChildren();
	view.chipValues = view.spec.chips.map((chip) => {
		const el = element(view.chips, 'span', chip.dots ? 'chip dotted' : 'chip');
		const swatch = element(
			el,
			'i',
			chip.band ? 'swatch band' : chip.series.length > 1 ? 'swatch both' : chip.dots ? 'swatch dots' : 'swatch',
		);
		const {kind} = view.spec.series[chip.series[0] - 1];
		if (kind === 'layer' || kind === 'ghost') swatch.className = `swatch ${kind}`;
		const of = chip.dots ? '--dots' : kind === 'mean' ? '--ink' : token(view, {color: chip.color, kind});
		swatch.style.setProperty('--c', `var(${of})`);
		if (chip.band) swatch.style.setProperty('--shade', `${100 - 100 * (1 - BAND) ** layers--}%`);
		element(el, 'span', 'chip-name', chip.label);
		return {chip: el, value: element(el, 'b')};
	});
}

/**
 * entry is that of the day which the readout shows, and whether the cursor chose it.
 * @param {Drawn} view
 * @returns {[entry: number, live: boolean]}
 */
export function entry({spec, data, plot}) {
	const {idx, left = -10} = plot.cursor;
	return idx != null && idx < data[0].length && left >= 0
		? [idx, true]
		: [Math.min(spec.restEntry, data[0].length - 1), false];
}

/**
 * readout shows the numbers of a day.
 * @param {View} view
 */
export function readout(view) {
	if (!isDrawn(view)) return;
	const {spec, data} = view, [i, live] = entry(view), date = day(data[0][i]);
	hide(view.ask, !spec.text.explain || !app.lazy.explore || i < (spec.lead?.rows || 0));
	if (!view.ask.hidden) write(view.ask, spec.text.explain.replace('{day}', date));
	write(view.when, date);
	view.chips.classList.toggle('live', live);
	spec.chips.forEach((chip, k) => {
		let columns = chip.series.filter((s) => !spec.series[s - 1].hidden);
		// Of a layer what is drawn: simulated from the snapshot on, published before.
		if (spec.series[chip.series[0] - 1].kind === 'layer')
			columns = columns.filter((s, n) => n === columns.length - 1 || !Number.isNaN(data[s][i])).slice(0, 1);
		const shown = columns.map((s) => figure(spec.format, data[s][i]));
		const {chip: el, value} = view.chipValues[k];
		const text = shown.every((v) => v === '–') ? '–' : shown.join(chip.band ? ' … ' : ' → ');
		write(value, text);
		hide(el, !shown.length || !!spec.lead && text === '–'); // of so many days most lack something
	});
	view.at = i;
	if (view.table.open) markRow(view);
	clearTimeout(view.speaking);
	view.speaking = setTimeout(speak, SPEAK_MS, view);
}

// To a screen reader the plot is a slider over the days. Of the roles that let arrow keys through to a page, it is
// the one whose use needs no explaining: its value is spoken when it takes the focus and whenever it changes, a newer
// one cuts off an older, and it has an end on either side. "application" would take away all reading keys and say
// nothing by itself; "img" gives the arrow keys to the reader's own cursor. The value is a sentence, and changes only
// when the cursor has come to rest: not for each day it passes.
const SPEAK_MS = 250;
/** @param {View} view */
function speak(view) {
	if (!isDrawn(view)) return;
	const {plot: {over}, spec, data} = view, words = spec.text;
	const i = Math.min(view.at, data[0].length - 1);
	/** @type {string[]} */
	const values = [];
	spec.series.forEach((s, k) => {
		const value = data[k + 1][i];
		if (!s.hidden && !Number.isNaN(value))
			values.push(
				words.spokenValue
					.replace('{name}', s.label)
					.replace('{value}', words.unit.replace('{value}', figure(spec.format, value))),
			);
	});
	const text = words.spoken
		.replace('{day}', day(data[0][i]))
		.replace('{values}', values.join(words.spokenMark) || words.spokenNone);
	if (over.getAttribute('aria-valuetext') === text) return;
	over.setAttribute('aria-valuemax', String(data[0].length - 1));
	over.setAttribute('aria-valuenow', String(i));
	over.setAttribute('aria-valuetext', text);
}

/** hideCursor takes the cursor off all charts. */
export function hideCursor() {
	for (const {plot} of drawn()) plot.setCursor({left: -10, top: -10}, false);
	for (const view of drawn()) readout(view);
}
