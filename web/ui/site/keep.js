// The service worker keeps the site for visits without a network.
import {byId} from './dom.js';
import * as settings from './settings.js';
import {app} from './shared.js';
import {messageOf} from './words.js';

/** @import {KeeperMessage} from './worker/types' */

const HOUR_MS = 3600e3;

/**
 * @param {ServiceWorker} worker
 * @param {KeeperMessage} message
 */
const tell = (worker, message, /** @type {Transferable[]} */ moved = []) => worker.postMessage(message, moved);

// The worker asks which build this window shows, lest it drop that build's files.
// It is absent on plain http, in a page opened from disk, and in a sandbox.
const workers = app.may(() => navigator.serviceWorker);
if (workers) workers.addEventListener('message', ({data, ports}) => {
	if (data && data.ask === 'build') ports[0].postMessage(settings.build);
});

/**
 * keep lets the worker store the site, and says when it has stored a newer build. That one takes over when the reader
 * says so, or once no window shows this one.
 */
export async function keep() {
	if (!workers || !settings.worker || window.top !== window) return;
	/** @type {ServiceWorkerRegistration} */
	let registration;
	try {
		registration = await workers.register(settings.worker, {updateViaCache: 'none'});
	} catch (error) {
		console.info('This page is not kept for visits without a network:', messageOf(error));
		return;
	}
	if (workers.controller) tell(workers.controller, {ask: 'sweep'}); // the page before this one is gone
	follow(registration.waiting);
	follow(registration.installing);
	registration.addEventListener('updatefound', () => follow(registration.installing));
	byId('update-reload')?.addEventListener('click', () => {
		const next = registration.waiting;
		if (!next) return location.reload();
		next.addEventListener('statechange', () => { if (next.state === 'activated') location.reload(); });
		tell(next, {ask: 'take over'});
	});
	byId('update-later')?.addEventListener('click', () => offer(false));
	let asked = Date.now(); // a page may stay open for days
	document.addEventListener('visibilitychange', () => {
		if (document.hidden || Date.now() - asked < HOUR_MS) return;
		asked = Date.now();
		registration.update().catch(() => {});
	});
}

/** @param {boolean} offered */
function offer(offered) {
	const note = byId('update');
	if (note) note.hidden = !offered;
}

/** @param {ServiceWorker | null} worker */
function follow(worker) {
	if (!worker) return;
	const look = () => {
		if (worker.state !== 'installed' && worker.state !== 'activated') return;
		const {port1, port2} = new MessageChannel();
		port1.onmessage = (event) => { if (event.data !== settings.build) offer(true); };
		tell(worker, {ask: 'build'}, [port2]);
	};
	worker.addEventListener('statechange', look);
	look();
}
