// What is said to the reader.
import {app} from './shared.js';

/** @import {Fault} from './ask.js' */

/**
 * fill puts values in place of the names in braces.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text, values) =>
	text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));

/**
 * fault is an error in the reader's words.
 * @param {string} text
 * @param {Record<string, string | number>} [values]
 * @returns {Fault}
 */
export const fault = (text, values = {}) => Object.assign(new Error(fill(text, values)), {said: true});

/**
 * messageOf is what an error says, in whoever's words.
 * @param {unknown} error
 */
export const messageOf = (error) => error instanceof Error && error.message || String(error);

/**
 * explain is an error in the reader's words; what the browser said of it goes to the console.
 * @param {unknown} error
 */
export function explain(error) {
	const {said, message, name} = /** @type {Partial<Fault>} */ (error);
	if (said) return message || '';
	console.warn(error);
	const {words} = app;
	if (name === 'NotAllowedError') return words.NotAllowed;
	if (name === 'NotReadableError' || name === 'NotFoundError') return words.NotReadable;
	return fill(words.Unexpected, {said: messageOf(error)});
}

/**
 * note says in a section what keeps its contents away; without an error, that nothing does any more.
 * @param {Element} section
 * @param {string} [text]
 * @param {unknown} [error]
 */
export function note(section, text = '', error) {
	const old = section.querySelector(':scope > .error');
	if (old) old.remove();
	if (!error) return;
	const said = document.createElement('p');
	said.className = 'error';
	said.setAttribute('role', 'alert');
	said.textContent = fill(text, {error: explain(error)});
	section.prepend(said);
}
