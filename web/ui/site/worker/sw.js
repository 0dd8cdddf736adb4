// Keeps the site on the reader's machine, so that it opens without a network. Each build has a cache of its own, filled
// as a whole before the build is used: files of two builds never meet in one page.

/** @import {KeeperMessage} from './types' */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/**
 * By name, the SHA-256 of the file in base64.
 * @type {Map<string, string>}
 */
const FILES = new Map(Object.entries(JSON.parse(SITE_FILES)));

const root = new URL('./', location.href);
// An origin may hold several copies of the site in different folders.
const PREFIX = `gasburden ${root.pathname} `;
const OWN = PREFIX + SITE_BUILD;
const ANSWER_WITHIN_MS = 1000;

/** @type {Set<string>} windows that are about to reload */
const leaving = new Set();

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(sweep()));

async function install() {
	const cache = await caches.open(OWN);
	await Promise.all(Array.from(FILES, async ([name, sum]) => {
		const address = new URL(name, root);
		if (await cache.match(address)) return; // from an installation that was cut off: checked then
		await cache.put(address, await fetched(name, sum));
	}));
}

/**
 * fetched gives a file of this build or fails. In the midst of an upload, and behind caches on the way, a host may
 * answer with that of another build.
 * @param {string} name
 * @param {string} sum in base64
 */
async function fetched(name, sum) {
	let said = '';
	for (const cache of /** @type {const} */ (['default', 'reload'])) {
		const response = await fetch(new URL(`${name}?v=${SITE_BUILD}`, root), {cache});
		if (!response.ok) {
			said = `the server answered ${response.status}`;
			continue;
		}
		const bytes = await response.arrayBuffer();
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
		if (btoa(String.fromCharCode(...digest)) === sum) {
			const headers = new Headers(response.headers);
			for (const gone of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding']) headers.delete(gone);
			return new Response(bytes, {headers}); // a new one: one that was redirected must not answer a navigation
		}
		said = 'it is that of another build';
	}
	throw new Error(`gasburden ${SITE_BUILD}: ${name}: ${said}`);
}

worker.addEventListener('fetch', (event) => {
	const {request} = event, url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
	let name = url.pathname.slice(root.pathname.length);
	if (request.mode === 'navigate') { // the query is the reader's
		if (name === '') name = 'index.html';
		if (FILES.has(name + '.html')) name += '.html';
		if (!FILES.has(name)) return;
		event.respondWith(kept(SITE_BUILD, name, request));
		return;
	}
	const build = url.searchParams.get('v') || SITE_BUILD;
	if (build !== SITE_BUILD || FILES.has(name)) event.respondWith(kept(build, name, request));
});

/**
 * kept answers from the cache of a build: a window that still shows the build before this one gets that one's files.
 * What is not there, because the browser made room, comes from the network.
 * @param {string} build
 * @param {string} name
 * @param {Request} request
 */
async function kept(build, name, request) {
	const found = await caches.match(new URL(name, root), {cacheName: PREFIX + build}).catch(() => undefined);
	return found || fetch(request);
}

worker.addEventListener('message', (event) => {
	const {ask} = /** @type {Partial<KeeperMessage>} */ (event.data || {});
	if (ask === 'build') event.ports[0].postMessage(SITE_BUILD);
	if (ask === 'sweep') event.waitUntil(sweep());
	if (ask === 'take over') {
		if (event.source instanceof WindowClient) leaving.add(event.source.id);
		worker.skipWaiting();
	}
});

// sweep deletes the caches of builds that no window shows any more.
async function sweep() {
	if (worker.registration.installing || worker.registration.waiting) return; // one of the others is the next one's
	const others = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== OWN);
	if (others.length === 0) return;
	const windows = await worker.clients.matchAll({type: 'window', includeUncontrolled: true});
	const builds = await Promise.all(
		windows.filter((w) => w.url.startsWith(root.href) && !leaving.has(w.id)).map(buildOf),
	);
	if (builds.includes('')) return; // one does not say, so any may be in use
	const unused = others.filter((key) => !builds.includes(key.slice(PREFIX.length)));
	await Promise.all(unused.map((key) => caches.delete(key)));
}

/**
 * buildOf asks a window which build it shows; '' if it does not answer.
 * @param {WindowClient} client
 * @returns {Promise<string>}
 */
function buildOf(client) {
	return new Promise((resolve) => {
		const {port1, port2} = new MessageChannel();
		port1.onmessage = (event) => resolve(event.data);
		client.postMessage(/** @type {KeeperMessage} */ ({ask: 'build'}), [port2]);
		setTimeout(resolve, ANSWER_WITHIN_MS, '');
	});
}
