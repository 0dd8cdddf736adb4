// The address bar: what it asks for, and what the page has come to show.
import {find} from './dom.js';
import {VIEW} from './link.js';
import * as settings from './settings.js';
import {app} from './shared.js';

const isLink = (/** @type {string} */ text) => /=|%(25)*3d/i.test(text); // or the name of a section

/** Where links lead: the folder of this page or, where that is of no use to others, the public site. */
export const base = /^https?:$/.test(location.protocol)
	? new URL('.', location.origin + location.pathname).href
	: settings.site;

// Name and preview of a preset's page are not true of another scenario: that one's address is the main page's. The
// edition of the model is not in the page's own link, which follows the last one.
const scenarioOf = (/** @type {string} */ query) => query.replace(VIEW, '').replace(/&(by|model)=[^&]*/g, '');
let away = !!settings.start && !app.isOwn() && scenarioOf('&' + app.asked().join('&')) !== '';
let ownTitle = document.title;

/** isAway says whether the page shows another scenario than that of the preset that it is the page of. */
export const isAway = () => away;
/** mainPage is the address of the page that is of no preset. */
export const mainPage = () => './' + (app.language === 'en' ? '' : `index-${app.language}.html`);

/**
 * entitle gives the page its title, in the language that it speaks.
 * @param {string} [title] of the page when it shows its own preset
 */
export function entitle(title = ownTitle) {
	ownTitle = title;
	document.title = away ? find(document, 'h1[data-text]', HTMLElement).textContent + ' · gasburden' : title;
}

/** @param {string} query */
function leave(query) {
	away = !!settings.start && scenarioOf(query) !== scenarioOf(settings.start);
	entitle();
	return away ? mainPage() : location.pathname;
}

// The browser's history has an entry for each of the page's steps, as far as it takes them. An entry's state says which
// document wrote it, its place among those of that document, and the step that it shows. A page in a frame adds none:
// Back is the host's there, and the program goes through its steps by itself.
const by = performance.timeOrigin, framed = window.parent !== window;
/** steps of this document's entries, by place */
let steps = [0];
/** stands in the place of a step whose entry the browser has let go of */
const GONE = -1;
let place = 0, newest = 0;
// The entry is not the program's: an address that was edited, or a former document. What is shown next is its step.
let strange = false;
/** @type {{query: string, step: number} | null} what is shown while the browser is on its way to its entry */
let ahead = null;
// Browsers keep so many entries, and let go of others in silence. One that is given up too early comes all the same,
// and takes the page back from what the reader has done since: under load it may be away for a second.
const LATE_MS = 1500;
let late = 0;

/**
 * stateOf is what the present entry holds, null for one that a link to a place on the page has made, or the reader.
 * @returns {{by: number, place: number, step: number} | null | undefined}
 */
export const stateOf = () => app.may(() => history.state);

/**
 * @param {'pushState' | 'replaceState'} put
 * @param {string} to
 */
const write = (put, to) => app.may(() => (history[put]({by, place, step: steps[place]}, '', to), true));
/**
 * replace shows an address, where the browser allows it.
 * @param {string} to
 */
export const replace = (to) => write('replaceState', to);
replace(location.href);

/**
 * show shows the link to the picture, of a new step as a new entry: the browser's Back leads to the one before. Some
 * browsers keep the query of a page opened from disk, or in a sandbox the whole address: the page works without.
 * @param {string} query
 * @param {number} [step]
 */
export function show(query, step = steps[place]) {
	const anchor = isLink(location.hash) ? '' : location.hash, to = leave(query) + '?' + query + anchor;
	const put = (/** @type {'pushState' | 'replaceState'} */ how) => write(how, to) || write(how, '#' + query);
	const known = step < steps[place] ? steps.lastIndexOf(step) : steps.indexOf(step);
	if (ahead) {
		ahead = {query, step};
		return;
	}
	if (step > newest && !strange && !framed) {
		steps.splice(++place, Infinity, step);
		if (!put('pushState')) { // browsers take so many in half a minute, and in some places none
			steps.splice(--place, Infinity, step);
			put('replaceState');
		}
	} else if (known < 0 || strange || step === steps[place]) {
		steps[place] = step;
		put('replaceState');
		strange = false;
	} else {
		ahead = {query, step};
		late = setTimeout(() => {
			if (known < place) steps.fill(GONE, 0, known + 1); else steps.splice(known); // and those beyond it
			arrived(step);
		}, LATE_MS);
		history.go(known - place);
	}
	newest = Math.max(newest, step);
	dispatchEvent(new Event('gasburden:change'));
}

/**
 * arrived shows what was ahead, in the present entry if that is of its step.
 * @param {number} step of the entry
 */
function arrived(step) {
	clearTimeout(late);
	steps[place] = step;
	const to = ahead;
	ahead = null;
	if (to) show(to.query, to.step);
}

/** reopen shows what the address asks for. */
function reopen() {
	strange = true;
	const link = [location.search, location.hash].find((text) => /[?#&]v=\d/.test(text));
	if (link && app.open) app.open(link); else location.reload(); // it may be of the page of another preset
}

addEventListener('popstate', () => {
	const state = stateOf();
	if (document.documentElement.classList.contains('failed')) return location.reload();
	if (state && state.by === by) {
		({place} = state);
		strange = false;
		if (ahead) return arrived(state.step);
		steps[place] = state.step;
		if (app.walked && !app.walked(state.step)) reopen();
	} else if (state) {
		steps = [], place = 0;
		reopen();
	} else {
		const to = ahead; // the browser is on another way now, and may never come there
		clearTimeout(late);
		ahead = null;
		steps.splice(++place, Infinity, steps[place - 1]);
		if (strange = isLink(location.hash)) return; // which is opened
		replace(location.href);
		if (to) show(to.query, to.step);
	}
});
addEventListener('hashchange', () => {
	if (isLink(location.hash) && !stateOf() && app.open) app.open(location.hash);
});

// What the reader does with a control under one press is one step, and so is what is typed there at one go.
app.turns = 0;
app.pressed = false;
addEventListener('focusin', () => {
	if (!app.pressed) app.turns++;
	app.entered?.();
});
addEventListener('change', () => app.entered?.(), true);
// A slider's movement goes to the program past the renderer's listeners, which copy every property of an event and of
// its element: they lay out the page and take a fifth of the frame.
addEventListener('input', ({target}) => {
	if (target instanceof HTMLInputElement && target.type === 'range')
		app.slid?.(target.id.replace(/^range-/, ''), target.value);
});
addEventListener('pointerdown', () => {
	app.turns++;
	app.pressed = true;
}, true);
const release = () => { app.pressed = false; };
for (const type of ['pointerup', 'pointercancel']) addEventListener(type, release, true);
addEventListener('blur', release); // of the window: that of an element comes while the next one is pressed

const TEXT = 'input:not([type=range], [type=checkbox], [type=radio]), textarea, [contenteditable]';
addEventListener('keydown', (event) => {
	const {key, target} = event, command = event.ctrlKey || event.metaKey;
	if (!app.undo || !command || event.altKey || key.toLowerCase() !== 'z') return;
	if (target instanceof Element && target.closest(TEXT)) return; // which has an undo of its own
	event.preventDefault();
	app.undo(event.shiftKey);
});
