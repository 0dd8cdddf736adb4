// Extensions put nodes of their own among the program's, whose renderer finds its own by their places. Theirs are set
// aside while it renders, and come back to where they stood if that is a box of other elements; words among the
// program's words do not: a translator's would be those of the last picture. Charts look after their own, and the
// section Explore is rendered only when it changes.
import {find} from './dom.js';

const root = () => find(document, '#app', HTMLElement);
const OURS = '.plot, .plot *, #explore, #explore *, #headline, #material, #mini, #sheet-date, dd';
/** @type {Set<Node>} */
const guests = new Set();
/** @type {{node: Node, parent: Element, next: Node | null}[] | null} of guests; null before the first rendering */
let places = null;

/** @param {MutationRecord[]} records */
const note = (records) => {
	for (const {target, addedNodes} of records) {
		if (!(target instanceof Element) || target.matches(OURS)) continue;
		for (const node of addedNodes) if (node.nodeType !== Node.TEXT_NODE ||
			target.firstElementChild) guests.add(node);
	}
};
const watcher = new MutationObserver(note);

/** aside is called before the program renders. */
export function aside() {
	if (!places) return root().replaceChildren(); // what the page was sent with, and whatever lies between
	note(watcher.takeRecords());
	for (const node of guests) {
		if (!root().contains(node) || !node.parentElement) continue;
		places.push({node, parent: node.parentElement, next: node.nextSibling});
		node.parentElement.removeChild(node);
	}
	guests.clear();
}

/** back is called after it. */
export function back() {
	for (const {node, parent, next} of (places || []).reverse()) {
		if (!parent.isConnected || !parent.matches('div, section, figure, fieldset, label')) continue;
		if (!Array.from(parent.children).some((el) => !guests.has(el))) continue; // a box of words, such as a label
		parent.insertBefore(node, next && next.parentNode === parent ? next : null);
		guests.add(node);
	}
	if (!places) watcher.observe(root(), {childList: true, subtree: true});
	places = [];
	watcher.takeRecords();
}
