// What follows a slider on the move, which waits for no render of the page.
import {byId} from './dom.js';

/**
 * tell puts texts where other ones stand.
 * @param {string} news JSON: element, property and text, one after another
 */
export function tell(news) {
	/** @type {string[]} */
	const parts = JSON.parse(news);
	for (let i = 0; i < parts.length; i += 3) {
		const [id, what, text] = parts.slice(i, i + 3), el = byId(id);
		if (!el) continue; // an embedded chart has few of them
		if (el.closest('details:not([open]) > :not(summary)')) continue; // it is rendered once the slider rests
		if (what === 'innerHTML' || what === 'textContent') el[what] = text;
		else if (what === 'style') el.style.cssText = text;
		else if (what === 'shown') el.dataset.shown = text;
		else if (el instanceof HTMLInputElement && el.value !== text) el.value = text;
	}
}
