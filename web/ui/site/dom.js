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
 * write puts a text into an element in the place of another: into the node that is there, since a new one has styles
 * found and boxes built again.
 * @param {Element} el
 * @param {string} text
 */
export function write(el, text) {
	const {firstChild: node} = el;
	if (!(node instanceof Text) || node.nextSibling || !text) {
		if (el.textContent !== text) el.textContent = text;
	} else if (node.data !== text) node.data = text;
}

/**
 * become gives an element the children of another one, and keeps those that are the same but for their words.
 * @param {Node} el
 * @param {ParentNode & Node} other which may lose them
 */
export function become(el, other) {
	const kept = [...el.childNodes], nodes = [...other.childNodes];
	kept.slice(nodes.length).forEach((node) => node.remove());
	nodes.forEach((node, i) => {
		const old = kept[i];
		if (!old) el.appendChild(node);
		else if (old instanceof Text && node instanceof Text) {
			if (old.data !== node.data) old.data = node.data;
		} else if (node instanceof Element && old.cloneNode().isEqualNode(node.cloneNode())) become(old, node);
		else old.replaceWith(node);
	});
}

/**
 * hide hides an element or shows it, where it is not so already: to hide it twice has its styles found again.
 * @param {HTMLElement} el
 * @param {boolean} hidden
 */
export function hide(el, hidden) {
	if (el.hidden !== hidden) el.hidden = hidden;
}
