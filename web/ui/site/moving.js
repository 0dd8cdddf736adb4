// What follows a slider on the move, which waits for no render of the page.
import {become, byId, write} from './dom.js';

const scrap = document.createElement('template');

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
		if (what === 'textContent') write(el, text);
		else if (what === 'innerHTML') {
			scrap.innerHTML = text;
			become(el, scrap.content);
		} else if (what === 'style') el.style.cssText = text;
		else if (what === 'data-shown') {
			if (el.dataset.shown !== text) el.dataset.shown = text;
		} else if (el instanceof HTMLInputElement && el.value !== text) el.value = text;
	}
}
