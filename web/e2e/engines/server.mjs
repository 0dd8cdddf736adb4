// A static host for the smoke suite.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {once} from 'node:events';
import path from 'node:path';

/** Where the site lives, as on a project page of a static host: an address that is not relative fails. */
export const SUB_PATH = '/some/sub/path/';

const TYPES = {
	html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', json: 'application/json',
		webmanifest: 'application/manifest+json',
	svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv', gz: 'application/octet-stream',
};

/**
 * @typedef {object} Host
 * @property {string} url of the site, ending in /
 * @property {string} origin
 * @property {{name: string, worker: boolean}[]} asked what was asked for below SUB_PATH, queries included, and whether
 * by the
 *   service worker, which stores the site beside the page
 * @property {() => Promise<void>} stop the network is gone
 */

/**
 * Serves a folder below SUB_PATH at a port, and so an origin, of its own.
 *
 * @param {string} folder
 * @param {{cors?: boolean, pages?: Record<string, string>}} [options] cors: whether others may read the files;
 *   pages: documents beside the site, by path
 * @returns {Promise<Host>}
 */
export async function serve(folder, {cors = true, pages = {}} = {}) {
	const asked = [];
	const server = createServer(async (request, response) => {
		const {pathname, search} = new URL(request.url, 'http://host');
		const own = pages[pathname];
		if (own !== undefined) return void response.writeHead(200, {'Content-Type': TYPES.html}).end(own);
		if (!pathname.startsWith(SUB_PATH)) return void response.writeHead(404).end('not here');
		let name = decodeURIComponent(pathname.slice(SUB_PATH.length));
		asked.push({name: name + search, worker: /\/sw\.js\b/.test(request.headers.referer || '')});
		name ||= 'index.html';
		try {
			const bytes = await readFile(path.join(folder, path.normalize('/' + name)));
			response.writeHead(200, {
				'Content-Type': TYPES[name.split('.').pop()] || 'application/octet-stream',
				'Cache-Control': 'no-cache', // not no-store, which would keep a page out of the browsers' page cache
				...(cors && {'Access-Control-Allow-Origin': '*'}),
			}).end(bytes);
		} catch {
			response.writeHead(404).end('no such file');
		}
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const origin = `http://127.0.0.1:${server.address().port}`;
	return {
		url: origin + SUB_PATH, origin, asked,
		async stop() {
			if (!server.listening) return;
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
