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

/**
 * replace shows an address, where the browser allows it.
 * @param {string} to
 */
export const replace = (to) => app.may(() => (history.replaceState(null, '', to), true));

/**
 * show shows the link to the picture. It replaces, so that "back" leaves the page as the reader expects. Some
 * browsers keep the query of a page opened from disk, or in a sandbox the whole address: the page works without.
 * @param {string} query
 */
export function show(query) {
	const anchor = isLink(location.hash) ? '' : location.hash;
	replace(leave(query) + '?' + query + anchor) || replace('#' + query);
	dispatchEvent(new Event('gasburden:change'));
}

addEventListener('hashchange', () => {
	if (isLink(location.hash) && app.open) app.open(location.hash);
});
