// What the section "What would change it?" needs of the browser, once the reader comes near it: its styles, which
// question is in sight, the focus, the dialog, the marks on the page's charts. The program knows and shows all else.
import {find} from './dom.js';
import * as marks from './marks.js';
import {app} from './shared.js';
import {note} from './words.js';

/** @import {FromExplore} from './types' */

const utf8 = new TextDecoder();

/** @type {Promise<void> | null} once asked for; after a failure it may be asked for again */
let styled = null;
const styles = () => {
	const asked = styled = styled || app.load('data/explore.css').then((rules) => {
		const style = document.createElement('style');
		style.textContent = utf8.decode(rules);
		document.head.append(style);
	});
	asked.catch(() => { styled = null; });
	return asked;
};

/** @type {FromExplore['showExplore']} */
const showExplore = async (section) => {
	try {
		await styles();
	} catch (error) {
		return note(section, app.words.ExploreFailed, error);
	}
	app.showQuestions?.();
};

/** @type {FromExplore['showSteps']} */
const showSteps = async (on, {chart = '', curve = '', rate = 0} = {}) => {
	await styles();
	app.explainDay?.(on, chart, curve, rate);
};

const inSight = new IntersectionObserver((entries) => {
	for (const {target, isIntersecting} of entries) {
		if (target instanceof HTMLElement) app.nearQuestion?.(target.dataset.question || '', isIntersecting);
	}
}, {rootMargin: '200px'});
/** @type {WeakSet<Element>} */
const watched = new WeakSet();
/** @type {FromExplore['watchQuestion']} */
const watchQuestion = (el) => {
	if (!watched.has(el)) inSight.observe(el);
	watched.add(el);
};

const cardOf = (/** @type {string} */ question) => find(document, `#explore-${question}`, HTMLElement);
/** @type {FromExplore['formWidth']} */
const formWidth = (question) => Math.floor(find(cardOf(question), 'form', HTMLElement).clientWidth);

// The button that ends the work goes with it. What takes the focus from it may come only with the next render.
/** @type {FromExplore['focusIn']} */
const focusIn = (question, selector) => {
	const card = cardOf(question);
	if (!find(card, '.work', HTMLElement).contains(document.activeElement)) return;
	let frames = 30;
	const go = () => {
		const to = find(card, selector, HTMLElement);
		if (to.checkVisibility()) to.focus({preventScroll: true});
		else if (frames--) requestAnimationFrame(go);
	};
	go();
};

// A table that fits its box is no place to stop at with the Tab key.
const stop = (/** @type {Element} */ box) => {
	if (box instanceof HTMLElement) box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
};
const scrolls = new ResizeObserver((entries) => entries.forEach(({target}) => stop(target)));

/**
 * Where the reader was in what is made anew: the place of the focus, and which tables and groups were open.
 * @typedef {object} Left
 * @property {(() => HTMLElement | null | undefined) | null} focus
 * @property {string[]} tables by chart
 * @property {Map<string, boolean>} groups by title
 */
/** @type {WeakMap<Element, Left>} */
const left = new WeakMap();

/** @type {(root: ParentNode, selector: string) => HTMLElement[]} */
const all = (root, selector) => Array.from(root.querySelectorAll(selector));
const folds = (/** @type {ParentNode} */ root) => /** @type {HTMLDetailsElement[]} */ (all(root, 'details.chain-part'));
const titleOf = (/** @type {Element} */ group) => group.querySelector('h3')?.textContent || '';
const FOCUSABLE = 'button, select, input, a[href], [tabindex]';

/**
 * placeOf is where an element of an answer is found again in the next one, whose rows may stand in another order: by
 * the key of what it sets or shows, the chart that it is of.
 * @param {HTMLElement} answer
 * @param {Element} at
 */
function placeOf(answer, at) {
	const near = at.closest('[data-key], [data-chart]');
	if (!(near instanceof HTMLElement) || !answer.contains(near)) return () => null;
	const {key, chart} = near.dataset;
	const own = key ? `[data-key="${CSS.escape(key)}"]` : `[data-chart="${CSS.escape(chart || '')}"]`;
	const row = key && `[data-key^="${CSS.escape(key.split(':')[0])}:"]`;
	const n = all(near, FOCUSABLE).findIndex((el) => el === at);
	return () => {
		const found = answer.querySelector(own);
		// Where the end of a row is nothing to set any more, the row's other one is next to it.
		const to = found ? n < 0 ? found : all(found, FOCUSABLE)[n] : row && answer.querySelector(row);
		return to instanceof HTMLElement ? to : null;
	};
}

/** @type {FromExplore['emptyAnswer']} */
const emptyAnswer = (el) => {
	const at = document.activeElement, inside = at && el.contains(at);
	left.set(el, {
		focus: inside ? at === el ? () => null : placeOf(el, at) : left.get(el)?.focus || null,
		tables: all(el, '[data-chart]').filter((home) => home.querySelector('details[open]'))
			.map(({dataset}) => dataset.chart || ''),
		groups: new Map(folds(el).map((group) => [titleOf(group), group.open])),
	});
	for (const {dataset} of all(el, '[data-chart]')) app.unmount(dataset.chart || '');
	el.replaceChildren();
};

/** @type {FromExplore['fillAnswer']} */
const fillAnswer = (el, first) => {
	const was = left.get(el);
	left.delete(el);
	for (const box of all(el, '.wide-table')) {
		stop(box);
		scrolls.observe(box);
	}
	if (!was) return;
	// Groups stay as the reader left them; a curve that was pointed at opens its own besides.
	for (const group of folds(el)) {
		const open = was.groups.get(titleOf(group));
		if (open !== undefined) group.open = open || Boolean(first) && group.open;
	}
	for (const chart of was.tables) {
		const table = el.querySelector(`[data-chart="${chart}"] details`);
		if (table instanceof HTMLDetailsElement) table.open = true;
	}
	if (!was.focus) return;
	const problem = el.childElementCount ? null : el.parentElement?.querySelector(':scope > .error');
	const found = was.focus() || problem || el;
	if (!(found instanceof HTMLElement)) return;
	if (found.closest('.rest[hidden]')) {
		left.set(el, {...was, groups: new Map(), tables: []}); // it is there once all rows are
		setTimeout(() => app.unfoldRows?.());
	}
	found.focus({preventScroll: true});
};

/** @type {FromExplore['openSteps']} */
const openSteps = (el, open, day) => {
	const dialog = /** @type {HTMLDialogElement} */ (el);
	if (!watched.has(dialog)) {
		watched.add(dialog);
		dialog.addEventListener('close', () => app.stepsClosed?.());
		dialog.addEventListener('click', ({target}) => {
			// Beside the dialog is the dialog itself.
			if (target === dialog || target instanceof Element && target.closest('[data-close]')) return dialog.close();
			const to = target instanceof Element && target.closest('[data-group]');
			const group = to instanceof HTMLElement && document.getElementById(to.dataset.group || '');
			if (!(group instanceof HTMLDetailsElement)) return;
			group.open = true;
			group.scrollIntoView({block: 'start'});
			find(group, 'summary', HTMLElement).focus({preventScroll: true});
		});
	}
	if (!open) return dialog.close();
	find(dialog, '[name=on]', HTMLInputElement).value = day;
	if (!dialog.open) dialog.showModal();
	find(dialog, 'h2', HTMLElement).focus();
};

/** @type {Omit<FromExplore, 'reach' | 'drawMark' | 'marked'>} which marks.js sets */
const own = {
	showExplore, showSteps, watchQuestion, formWidth, focusIn, emptyAnswer, fillAnswer, openSteps,
	putMarks: marks.put, seeMark: marks.see,
};
Object.assign(app, own);
