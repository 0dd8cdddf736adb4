// Elements of the page.

/**
 * byId gives an element of the page that may be missing.
 * @param {string} id
 */
export const byId = (id) => document.getElementById(id);

/**
 * find gives the element of a kind that a selector names, which must be there.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new (...rest: any[]) => T} kind
 * @returns {T}
 */
export function find(root, selector, kind) {
	const el = root.querySelector(selector);
	if (el instanceof kind) return el;
	throw new Error(`there is no ${kind.name} ${selector}`);
}

/**
 * element adds one at the end of another.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Element} parent
 * @param {Tag} tag
 * @param {string} [className]
 * @param {string | null} [text]
 */
export function element(parent, tag, className, text) {
	const el = document.createElement(tag);
	if (className) el.className = className;
	if (text != null) el.textContent = text;
	parent.append(el);
	return el;
}

/**
 * write puts a text into an element that has another one: any text put there has the page laid out again.
 * @param {Element} el
 * @param {string} text
 */
export function write(el, text) {
	if (el.textContent !== text) el.textContent = text;
}

/**
 * hide hides an element or shows it, where it is not so already: to hide it twice has its styles found again.
 * @param {HTMLElement} el
 * @param {boolean} hidden
 */
export function hide(el, hidden) {
	if (el.hidden !== hidden) el.hidden = hidden;
}
