// A term is explained where it stands: its button opens a box, one for all of them, and the program says what is in it.
import {byId} from './dom.js';
import {app} from './shared.js';

const box = byId('term'), said = byId('term-said');
// Browsers of before 2024 know no popovers: there the box is shown by a class, and closed from here.
const native = Boolean(box && box.popover);
/** @type {HTMLElement | null} the button that the box belongs to */
let asked = null;

const isOpen = () => Boolean(box && box.matches(native ? ':popover-open' : '.shown'));

const close = () => {
	if (!box) return;
	if (native) return box.hidePopover(); // which gives the focus back
	const inside = box.contains(document.activeElement);
	box.classList.remove('shown');
	if (inside && asked) asked.focus();
};

// The box stands below its button, or above it where there is more room, and goes with it as the page scrolls.
const ROOM_PX = 280, GAP_PX = 6;
let above = false;
// It leaves the control's slider free: what is explained can be tried meanwhile.
/** @param {HTMLElement} button */
const around = (button) => {
	const {left, top, bottom} = button.getBoundingClientRect();
	const slider = button.closest('.control')?.querySelector('[type=range]');
	return {left, top, bottom: slider ? Math.max(bottom, slider.getBoundingClientRect().bottom) : bottom};
};
/** @param {HTMLElement} el */
const place = (el) => {
	if (!asked) return;
	const at = around(asked);
	el.style.setProperty('--x', `${Math.round(at.left)}px`);
	el.style.setProperty('--y', `${Math.round(above ? at.top - GAP_PX : at.bottom + GAP_PX)}px`);
	if (at.bottom < 0 || at.top > innerHeight) close();
};

if (box && said) {
	box.autofocus = true; // once it is shown, it has the focus
	addEventListener('click', ({target}) => {
		const button = target instanceof Element && target.closest('.term');
		if (!(button instanceof HTMLElement)) return;
		const again = isOpen() && asked === button;
		if (isOpen() && (!again || !native)) close();
		if (again) return; // the browser closes it
		asked = button;
		said.innerHTML = app.term?.(button.dataset.term || '') || '';
		box.setAttribute('aria-label', button.getAttribute('aria-label') || '');
		if (self !== top) for (const link of said.querySelectorAll('a')) link.target = '_blank'; // out of the frame
		const {top: over, bottom} = around(button), under = innerHeight - bottom;
		above = under < ROOM_PX && over > under;
		box.classList.toggle('above', above);
		box.style.setProperty('--room', `${Math.round((above ? over : under) - 2 * GAP_PX)}px`);
		button.focus({preventScroll: true}); // Safari focuses no button that is clicked, and the focus is to come back
		place(box);
		if (native) return; // the browser opens it
		box.classList.add('shown');
		box.focus({preventScroll: true});
	}, true);
	// Tab goes on from the button, wherever in the page the box is.
	box.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && !native) close();
		if (event.key !== 'Tab') return;
		const links = said.querySelectorAll('a'), at = document.activeElement;
		if (event.shiftKey ? at !== box && at !== links[0] : at !== links[links.length - 1]) return;
		if (event.shiftKey) event.preventDefault(); // back to the button itself
		close();
	});
	addEventListener('pointerdown', ({target}) => {
		const own = target instanceof Element && target.closest('#term, .term');
		if (!native && !own && isOpen()) close();
	}, true);
	for (const type of ['scroll', 'resize']) addEventListener(type, () => { if (isOpen()) place(box); },
		{capture: true, passive: true});
}
