// For those who hear the page, who use it by keyboard, who read on, and who print it.
import './terms.js';
import {byId, find} from './dom.js';
import {app} from './shared.js';
import {fault, note} from './words.js';

/** @import uPlot from 'uplot' */
/** @import {FromAccess} from './types' */

// The headline changes with every movement of a slider. It is spoken from a place of its own, once it has stood still
// for a while, nothing is held down any more, and it says something else than it last did. What the page opens with
// is not a change.
const REST_MS = 1000;
const speakHeadline = () => {
	const headline = byId('headline'), spoken = byId('spoken');
	if (!headline || !spoken) return;
	let said = headline.textContent, seen = said, timer = 0, held = false;
	const rest = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			// How a field in use was read comes first.
			const read = document.querySelector('.control:focus-within .read'),
				text = read ? read.textContent + ' ' + seen : seen;
			if (held || text === said) return;
			spoken.textContent = said = text;
		}, REST_MS);
	};
	new MutationObserver(() => {
		if (headline.textContent === seen) return; // a render writes all texts again
		seen = headline.textContent;
		rest();
	}).observe(headline, {childList: true, characterData: true, subtree: true});
	addEventListener('input', rest);
	addEventListener('pointerdown', () => { held = true; }, true);
	for (const type of ['pointerup', 'pointercancel', 'blur']) addEventListener(type, (event) => {
		if (type === 'blur' && event.target !== window) return;
		held = false;
		if (seen !== said) rest();
	}, true);
};

// A button may vanish or be switched off by what it does. The focus then goes to the nearest control before it in the
// same group, else to the next one after it, and not to the top of the page.
// What explains a term is none of these.
const FOCUSABLE = 'a[href], button:not(.term), input, select, textarea, summary, [tabindex="0"]';
const usable = (/** @type {HTMLElement} */ el) =>
	el.isConnected && !('disabled' in el && el.disabled) && el.checkVisibility({visibilityProperty: true});
addEventListener('click', ({target}) => {
	const button = target instanceof Element && target.closest('button');
	if (!button || document.activeElement !== button) return; // some browsers focus no button that is clicked
	const group = button.closest('.rates, .control, figure, section');
	let frames = 30; // until the program has answered
	const look = () => {
		const now = document.activeElement;
		if (now !== button && now !== document.body && now !== null) return; // the reader is elsewhere
		if (usable(button)) {
			if (frames--) requestAnimationFrame(look);
			return;
		}
		const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(FOCUSABLE));
		const others = Array.from(places).filter((el) => el !== button && usable(el));
		const follows = (/** @type {HTMLElement} */ el) =>
			button.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING;
		const before = others.filter((el) => !follows(el)).pop(), after = others.find(follows);
		const next = before && group && group.contains(before) ? before : after || before;
		if (next) next.focus();
	};
	requestAnimationFrame(look);
}, true);

// A slider that is held stays under the finger while texts above it change their height; and after that until the
// reader does something else, for the last change may be drawn when the finger has gone. Browsers that see to it
// themselves do so for another element, or not at all.
{
	/** @type {HTMLInputElement | null} */
	let held = null;
	let pressed = false, top = 0;
	const placeOf = (/** @type {Element} */ el) => el.getBoundingClientRect().top;
	const hold = (/** @type {HTMLInputElement | null} */ slider) => {
		held = slider;
		document.documentElement.style.setProperty('overflow-anchor', held ? 'none' : 'auto');
	};
	const listen = (/** @type {string[]} */ types, /** @type {(event: Event) => void} */ heard) => {
		for (const type of types) addEventListener(type, heard, {capture: true, passive: true});
	};
	listen(['pointerdown'], ({target}) => {
		hold(target instanceof HTMLInputElement && target.type === 'range' ? target : null);
		pressed = held !== null;
		if (held) top = placeOf(held);
	});
	listen(['pointerup', 'pointercancel'], () => { pressed = false; });
	listen(['wheel', 'keydown'], () => { hold(null); });
	listen(['scroll'], () => { if (held && !pressed) top = placeOf(held); });
	new ResizeObserver(() => { if (held) scrollBy(0, placeOf(held) - top); }).observe(document.body);
}

// WebKit, as it brings a page back from its cache, resets the fields that are not to be completed to what the markup
// says.
addEventListener('pagehide', () => {
	/** @type {NodeListOf<HTMLInputElement>} */
	const fields = document.querySelectorAll('input[autocomplete=off]');
	for (const field of fields)
		field.defaultValue = field.value;
});
// A link to a part of the page opens it, and a preset that is chosen closes their list.
addEventListener('click', ({target}) => {
	const list = target instanceof Element && target.closest('.preset-list button') && target.closest('details');
	if (list) list.open = false;
	const link = target instanceof Element && target.closest('a[href^="#"]'),
		part = link && byId((link.getAttribute('href') || '').slice(1)),
		fold = part && part.closest('.part')?.querySelector('details');
	if (fold) fold.open = true;
});

// A wheel scrolls, and changes nothing that it passes. What has the focus under the pointer some browsers would turn:
// it gives the focus up before they do.
addEventListener('wheel', ({target}) => {
	const turns = 'select, [type=range], [type=number], [type=date]';
	if (target instanceof HTMLElement && target === document.activeElement && target.matches(turns)) target.blur();
}, {capture: true, passive: true});

// Some sections bring their own script and figures, once the reader comes near.
const {lazy} = app;
for (const [id, show, failed] of /** @type {const} */ ([
	['evidence', 'showEvidence', 'EvidenceFailed'],
	['explore', 'showExplore', 'ExploreFailed'],
])) {
	if (!byId(id)) continue;
	const sectionOf = () => find(document, '#' + id, HTMLElement); // the program may have made it anew
	/** @type {Promise<void> | null} */
	let arrived = null;
	/** @returns {Promise<void>} */
	const arrive = () => new Promise((resolve) => {
		if (app[show]) return resolve(); // it is inside a page that is one file
		const script = document.createElement('script');
		script.src = `${id}.js?v=${app.build}`;
		script.onload = () => {
			note(sectionOf());
			resolve();
		};
		script.onerror = () => {
			arrived = null; // whoever needs it next asks again
			note(sectionOf(), app.words[failed], fault(app.words.NoConnection));
			addEventListener('online', () => near.observe(sectionOf()), {once: true});
		};
		document.head.append(script);
	});
	lazy[id] = {section: sectionOf, show: async () => app[show]?.(sectionOf()), load: () => arrived = arrived ||
		arrive()};
}
const near = new IntersectionObserver((entries) => {
	for (const {isIntersecting, target} of entries) {
		if (!isIntersecting) continue;
		near.unobserve(target);
		const part = lazy[target.id];
		if (part) part.load().then(part.show);
	}
}, {rootMargin: '800px'});
// Before the first drawing the page is short, and all of it near.
// The menu of a narrow head closes once it is left, or has changed the language.
const menu = byId('menu');
if (menu?.popover) {
	const close = () => { if (menu.matches(':popover-open')) menu.hidePopover(); };
	menu.addEventListener('change', close);
	menu.addEventListener('click', ({target}) => { if (target instanceof HTMLAnchorElement) close(); });
	menu.addEventListener('focusout', ({relatedTarget: to}) => {
		if (to instanceof Node && !menu.contains(to)) close();
	});
}

// Who comes to a number by a press means to write another one: it is selected, as it is for those who come by Tab. A
// second press sets the caret.
/** @type {EventTarget | null} */
let fresh = null;
addEventListener('focusin', ({target}) => { fresh = target; });
addEventListener('click', ({target}) => {
	if (target === fresh && target instanceof HTMLInputElement && target.matches('.entry input') &&
		target.selectionStart === target.selectionEnd) target.select();
	fresh = null;
});

const whenDrawn = () => Object.values(lazy).forEach((part) => { if (part) near.observe(part.section()); });

/** @type {FromAccess} */
const own = {listen: speakHeadline, whenDrawn};
Object.assign(app, own);

// On paper the page is one sheet in light colours: its chart is redrawn at the sheet's width, the lower the more
// there is to say beside it.
const WIDTH_PX = 690, HEIGHT_PX = 280, LEAST_PX = 140, LINE_PX = 12;
let printing = false, before = {width: 0, height: 0};
function prepare() {
	const plot = app.charts && app.charts.hero; // neither may have come
	if (printing || !plot) return;
	printing = true;
	document.documentElement.classList.add('printing');
	const date = byId('sheet-date');
	const {lang} = document.documentElement;
	const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {dateStyle: 'long'});
	if (date) date.textContent = (date.dataset.words || '').replace('{date}', format.format(new Date()));
	before = {width: plot.width, height: plot.height};
	const count = (/** @type {string} */ selector) => document.querySelectorAll(selector).length;
	const lines =
		Math.max(0, count('.sheet dl div') - 14) / 2 +
			Math.max(0, 1.5 * count('#link-notices li, .hero .notices li') - 3);
	const height = Math.max(LEAST_PX, Math.round(HEIGHT_PX - LINE_PX * lines));
	document.documentElement.style.setProperty('--sheet-chart', `${height}px`);
	resize(plot, {width: WIDTH_PX, height});
}
/**
 * resize draws at once: uPlot would wait for a microtask, and Firefox takes its picture for the paper before that.
 * @param {uPlot} plot
 * @param {{width: number, height: number}} size
 */
const resize = (plot, size) => {
	app.recolour();
	plot.batch(() => plot.setSize(size));
};
function restore() {
	if (!printing) return;
	printing = false;
	document.documentElement.classList.remove('printing');
	if (app.charts.hero) resize(app.charts.hero, before);
}
addEventListener('beforeprint', prepare);
addEventListener('afterprint', restore);
