// Files of the site. The page that is one file has the others inside.
import * as settings from './settings.js';
import {app} from './shared.js';
import {fault} from './words.js';

/**
 * request answers like fetch. A page that is one file has the others inside: xz in base64, by name.
 * @param {string} name
 * @returns {Promise<Response>}
 */
export function request(name) {
	const early = app.early[name]; // asked for by first.js
	delete app.early[name];
	if (early) return early;
	const inside = document.querySelector(`script[data-file="${name}"]`);
	if (!inside) return fetch(`${name}?v=${settings.build}`);
	const text = atob(inside.textContent || ''), bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	return Promise.resolve(new Response(bytes));
}

/**
 * bodyOf is what a response brings, chunk by chunk.
 * @param {Response} response
 */
export function bodyOf({body}) {
	if (!body) throw new Error('an answer without a body');
	return body;
}

/**
 * load gets a file of the site. It rejects with a fault.
 * @param {string} name
 */
export async function load(name) {
	let status = 0, bytes;
	try {
		const response = await request(name);
		if (response.ok) bytes = new Uint8Array(await response.arrayBuffer()); else status = response.status;
	} catch (error) {
		console.warn(error);
		throw fault(app.words.NoConnection);
	}
	if (!bytes) throw fault(app.words.ServerAnswered, {status});
	// As the single file holds its others.
	const isPacked = bytes[0] === 0xfd && bytes[1] === 0x37 && !name.endsWith('.xz');
	return isPacked
		? new Uint8Array(await new Response(new XzReadableStream(bodyOf(new Response(bytes)))).arrayBuffer())
		: bytes;
}
