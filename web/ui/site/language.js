// The reader's language. English stands in the program and in the page, or in its twin; another one is a catalogue
// that is fetched when it is used: the words of the page's frame are exchanged here, those of the program by the
// program.
import {entitle, isAway, mainPage, replace, stateOf} from './address.js';
import {byId, find} from './dom.js';
import {load} from './files.js';
import * as settings from './settings.js';
import {app} from './shared.js';
import {explain, fill} from './words.js';

/** @import {EvidenceWords, Words} from './types' */

/**
 * A catalogue of another language: data/text-*.json. What the page's elements name in data-text lies anywhere in it.
 * @typedef {{Start: Words, Pages: Record<string, {Title: string, Description: string}>}} Catalogue
 */

const root = document.documentElement;
const sent = root.lang; // what the page was sent in
app.words = settings.words;
app.language = sent;

/** known is the catalogue for a tag: of its language, if not of its region. */
const primary = (/** @type {string} */ tag) => tag.toLowerCase().split('-')[0];
const known = (/** @type {string} */ tag) =>
	['en', ...settings.catalogues].find((name) => primary(name) === primary(tag));
const linked = () => {
	const found =
		/(?:[?&#;]|%(?:25)*26)lang(?:=|%(?:25)*3d)([\w-]+)/i.exec(location.search + location.hash) ||
		/\blang=([\w-]+)/.exec(settings.start);
	return found ? known(found[1]) : undefined;
};
const preferred = () => (navigator.languages || [navigator.language || 'en']).map(known).find(Boolean) || 'en';

/**
 * What the frame says in English, by the name in the catalogue.
 * @typedef {{said: Record<string, string>, title: string, about: string, words: Words, section: string}} English
 */

const about = (/** @type {Document} */ page) => find(page, 'meta[name=description]', HTMLMetaElement);
const frameOf = (/** @type {Document} */ page) =>
	/** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll('[data-text], [data-label]'));

/**
 * hold takes up what a page in English says.
 * @param {Document} page
 * @returns {English}
 */
function hold(page) {
	/** @type {Record<string, string>} */
	const said = {}, section = page.getElementById('evidence');
	for (const el of frameOf(page)) {
		const {text, label} = el.dataset;
		if (text) said[text] = el.innerHTML;
		if (label) said[label] = el.getAttribute('aria-label') || '';
	}
	const words = find(page, 'script[data-words]', HTMLScriptElement).dataset.words || '{}';
	return {
		said,
		title: page.title,
		about: about(page).content,
		words: JSON.parse(words),
		section: section ? section.innerHTML : '',
	};
}
const read = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);
const twin = async () => new DOMParser().parseFromString(read(await load(settings.english)), 'text/html');

/** @type {English | null} held before the page first says something else */
let held = null;

/**
 * exchange gives the page's frame its words, those of English without a catalogue.
 * @param {English | null} english
 * @param {Catalogue | null} text
 */
function exchange(english, text) {
	/** @returns {string | undefined} */
	const at = (/** @type {string} */ path) => text
		? path.split('.').reduce((/** @type {any} */ value, name) => value && value[name], text)
		: english?.said[path];
	const page = text?.Pages[settings.preset];
	about(document).content = page?.Description ?? english?.about ?? '';
	for (const el of frameOf(document)) {
		if (app.ready && el.closest('#app')) continue; // the program's
		const {text: words, label} = el.dataset, said = words && at(words), named = label && at(label);
		// The answer marks its figures; all else is plain.
		if (said && text && !el.hasAttribute('data-marked')) el.textContent = said; else if (said) el.innerHTML = said;
		if (named) el.setAttribute('aria-label', named);
	}
	entitle(page?.Title ?? english?.title);
	app.partly();
}

/** @param {string} tag */
function choose(tag) {
	const choice = byId('language');
	if (choice instanceof HTMLSelectElement) choice.value = tag;
}

/**
 * speak changes the page's language and gives the catalogue's bytes, null for English. It rejects where there is none.
 * @param {string} tag
 */
async function speak(tag) {
	/** @type {Catalogue | null} */
	let text = null;
	/** @type {Uint8Array<ArrayBuffer> | null} */
	let bytes = null;
	if (!held && sent === 'en') held = hold(document);
	else if (!held && tag === 'en') held = hold(await twin());
	if (tag !== 'en') {
		bytes = await load(`data/text-${tag}.json`);
		text = /** @type {Catalogue} */ (JSON.parse(read(bytes)));
	}
	app.language = root.lang = tag;
	app.words = text ? text.Start : held ? held.words : settings.words;
	exchange(held, text);
	for (const el of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-language-page]'))) {
		// Pages that exist in each language; a page from a disk names the published site.
		const place = (el.getAttribute('href') || '').replace(/[^/]*$/, '');
		el.setAttribute('href', place + el.dataset.languagePage + (tag === 'en' ? '' : '-' + tag) + '.html');
	}
	choose(tag);
	const section = byId('evidence');
	if (app.evidenceSpoken) app.evidenceSpoken();
	else if (section) speakEvidence(section).catch((error) => console.warn(String(error)));
	return bytes;
}

// The section of evidence has words of its own: its HTML, which is exchanged here, and those of its charts.
/** @type {Map<string, EvidenceWords>} */
const evidence = new Map();
let shown = sent;
/**
 * speakEvidence gives the section of evidence the words of the page's language.
 * @param {HTMLElement} section
 * @returns {Promise<EvidenceWords | null>} those of its charts; null for English
 */
export async function speakEvidence(section) {
	const tag = app.language;
	if (tag !== 'en' && !evidence.has(tag)) {
		evidence.set(tag, JSON.parse(read(await load(`data/evidence-${tag}.json`))));
	}
	const words = evidence.get(tag) || null;
	if (shown !== tag) section.innerHTML = words ? words.html : held ? held.section : '';
	shown = tag;
	return words;
}

/**
 * startSpeaking begins with the language of the link, or else of the reader. The program takes it, and then follows
 * changes by app.spoke. The tag is "" unless the link names it.
 * @returns {Promise<{tag: string, bytes: Uint8Array<ArrayBuffer> | null}>}
 */
export function startSpeaking() {
	const asked = linked(), tag = asked || preferred();
	return speak(tag).then((bytes) => ({tag: asked ? tag : '', bytes}), async (error) => {
		console.warn(String(error)); // English will do
		if (sent !== 'en') await speak('en').catch(() => {});
		return {tag: '', bytes: null};
	});
}

/** @param {string} tag */
async function change(tag) {
	if (tag === app.language) return;
	const said = byId('language-status');
	if (said) said.textContent = '';
	try {
		const bytes = await speak(tag);
		if (app.spoke) app.spoke(tag, bytes); else app.spoken = Promise.resolve({tag, bytes});
		settle(tag);
	} catch (error) {
		choose(app.language);
		if (said) said.textContent = fill(app.words.LanguageFailed, {error: explain(error)});
	}
}

/**
 * settle moves the address to the page that was made in the language: its preview speaks it where a link is posted.
 * @param {string} tag
 */
function settle(tag) {
	const page = document.querySelector(`link[hreflang="${tag}"]`);
	if (page instanceof HTMLLinkElement)
		replace((isAway() ? mainPage() : page.href.replace(/.*\//, './')) + location.search + location.hash);
}
document.addEventListener('change', ({target}) => {
	if (target instanceof HTMLSelectElement && target.id === 'language') change(target.value);
});
addEventListener('hashchange', () => {
	const tag = stateOf() ? undefined : linked();
	if (tag) change(tag);
});
