// One interface over the three engines that readers use, so that the smoke suite is written once. Chromium and Firefox
// are driven by puppeteer-core, WebKit by the driver of WebKitGTK.
import {accessSync, constants} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

/**
 * A page of one engine, with a profile of its own. Coordinates are CSS pixels of the viewport.
 *
 * @typedef {object} Page
 * @property {string} version name and version of the engine
 * @property {(address: string) => Promise<void>} open loads an address and returns once the document has been read
 * @property {() => Promise<void>} back goes back as the browser's button does
 * @property {(work: Function, ...args: any[]) => Promise<any>} run calls a function in the document; arguments and
 * result
 *   are JSON, a promise is awaited
 * @property {(selector: string | null) => Promise<void>} enter turns `run` to the document of a frame, or back to the
 * page
 * @property {(x: number, y: number) => Promise<void>} click
 * @property {(points: [number, number][]) => Promise<void>} drag presses at the first point, passes the others, lets go
 * @property {(key: string) => Promise<void>} press one key, by its name in KeyboardEvent.key
 * @property {(text: string) => Promise<void>} type
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(file: string) => Promise<void>} shot writes what is on show as PNG
 * @property {null | (() => Promise<Uint8Array>)} pdf prints on A4; null where the driver cannot
 * @property {() => string[]} errors uncaught errors so far, as far as the driver reports them
 * @property {() => Promise<void>} close ends the browser
 */

/** How long one step may take. None takes a second on a machine at rest; `make test` runs others beside them. */
export const PATIENCE_MS = 120_000;

const LOOK_EVERY_MS = 40;

/**
 * Waits until a function, called in the document, returns something true, and returns that.
 *
 * @param {Page} page
 * @param {string} what is waited for, for the error
 * @param {Function} look
 * @param {...any} args
 */
export async function until(page, what, look, ...args) {
	const end = Date.now() + PATIENCE_MS;
	for (;;) {
		let said;
		try {
			const found = await page.run(look, ...args);
			if (found) return found;
		} catch (error) { // between two documents there is none to ask
			said = error;
		}
		if (Date.now() > end) throw new Error(`waited in vain for ${what}${said ? `: ${said.message}` : ''}`);
		await pause(LOOK_EVERY_MS);
	}
}

/**
 * The path of a program: the first of some names that PATH has, or '' for none.
 *
 * @param {(string | undefined)[]} names names or paths
 */
export function programOf(...names) {
	for (const name of names) {
		if (!name) continue;
		const places = name.includes('/') ?
			[name] : (process.env.PATH || '').split(path.delimiter).map((dir) => path.join(dir, name));
		for (const place of places) {
			try {
				accessSync(place, constants.X_OK);
				return place;
			} catch {} // not there
		}
	}
	return '';
}
