// Fetches, unpacks and starts the program, and shows how far it is. All that the page cannot do without is part of
// this script.
import * as address from './address.js';
import {charts, draw, inSight, mount, unmount, zoom} from './charts/charts.js';
import {colour, recolour, recoloured} from './charts/colour.js';
import {captureOutput, exited, notStarted, StartError, stopped, watch} from './crash.js';
import {byId} from './dom.js';
import {bodyOf, load, request} from './files.js';
import {aside, back} from './guests.js';
import {keep} from './keep.js';
import {speakEvidence, startSpeaking} from './language.js';
import {tell} from './moving.js';
import * as settings from './settings.js';
import {app} from './shared.js';
import {explain, fault, fill} from './words.js';

/** @import {FromLoader, FromShare} from './types' */

const loading = byId('loading'), loadingText = byId('loading-text'), bar = byId('loading-progress');

let shown = '';
/** @param {number} share of the program that has arrived */
function progress(share) {
	if (!(bar instanceof HTMLProgressElement) || !loadingText) return;
	bar.value = share;
	const mb = (/** @type {number} */ n) => (n / 1e6).toFixed(1), total = settings.programBytes;
	const text = share < 1 ? fill(app.words.Progress, {done: mb(share * total), total: mb(total)}) : app.words.Starting;
	if (text !== shown) loadingText.textContent = shown = text;
}

/** @type {unknown} why the download ended early */
let cut = null;

/**
 * counted passes the bytes on as the browser hands them over.
 * @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader
 * @returns {ReadableStream<Uint8Array<ArrayBuffer>>}
 */
function counted(reader) {
	let received = 0;
	return new ReadableStream({
		async pull(controller) {
			const {done, value} = await reader.read().catch((error) => {
				cut = error;
				throw error;
			});
			if (done) return controller.close();
			received += value.length;
			progress(Math.min(received / settings.programBytes, 1));
			controller.enqueue(value);
		},
		cancel: (reason) => reader.cancel(reason),
	});
}

/** @param {string} name */
async function download(name) {
	let response;
	try {
		response = await request(name);
	} catch (error) {
		const {words} = app;
		throw new StartError(
			location.protocol === 'file:' ? words.FromDisk : app.alone ? words.Sandboxed : words.Download,
			error,
		);
	}
	if (!response.ok)
		throw new StartError(app.words.Download,
			new Error(`${response.status} ${response.statusText} for ${response.url}`));
	return new XzReadableStream(counted(bodyOf(response).getReader()));
}

/**
 * @param {ReadableStream} stream
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(stream, imports) {
	const response = new Response(stream, {headers: {'Content-Type': 'application/wasm'}});
	const {instance} = 'instantiateStreaming' in WebAssembly
		? await WebAssembly.instantiateStreaming(response, imports)
		: await WebAssembly.instantiate(await response.arrayBuffer(), imports);
	return instance;
}

/** spare stands in for share.js where that is blocked. */
function spare() {
	const none = async () => { throw fault(app.words.Blocked); };
	/** @type {FromShare} */
	const all = {ask: none, copyText: none, copy: none, save: none, saveMade: none, readText: none};
	Object.assign(app, {...all, ...app});
}

async function start() {
	if (app.missing.length) throw new StartError(app.words.Missing, new Error('not loaded: ' + app.missing.join(', ')));
	spare();
	app.spoken = startSpeaking(); // on the way beside the program
	if (typeof WebAssembly === 'undefined') throw new StartError(app.words.TooOld, new Error('WebAssembly is missing'));
	if (typeof Go === 'undefined') throw new StartError(app.words.Missing, new Error('go.js did not run'));
	if (loading) loading.hidden = false;
	captureOutput();
	const go = new Go();
	const ownExit = go.exit;
	let code = 0;
	go.exit = (c) => { code = c; ownExit.call(go, c); };

	const stream = await download(settings.program);
	let instance;
	try {
		instance = await instantiate(stream, go.importObject);
	} catch (error) {
		throw new StartError(cut ? app.words.Download : app.words.Broken, cut || error);
	}
	progress(1);
	watch();
	admit();
	keep(); // not before the program has arrived: storing the site would slow it down
	try {
		await go.run(instance);
	} catch (error) {
		stopped(error);
		return;
	}
	exited(code);
}

/**
 * admit runs the one script that the program's renderer hands to eval. The page's policy forbids eval and every
 * inline script but those whose checksum it names: the build names that of this one.
 */
function admit() {
	const own = window.eval;
	window.eval = (/** @type {string} */ text) => {
		window.eval = own;
		const element = document.createElement('script');
		element.textContent = text;
		// The renderer hands long texts over in pieces, cut between any two bytes: in the midst of a Chinese character,
		// or of a quotation mark. Its script gets a decoder that waits for the rest.
		const Decoder = window.TextDecoder;
		window.TextDecoder = class extends Decoder {
			/** @param {AllowSharedBufferSource} [bytes] */
			decode(bytes) { return super.decode(bytes, {stream: true}); }
		};
		document.head.append(element); // runs it
		window.TextDecoder = Decoder;
		element.remove();
	};
}

function started() {
	app.ready = true;
	app.trust(true);
	if (address.isAway() && app.request) address.show(app.request().query); // the preset's page no more
	else dispatchEvent(new Event('gasburden:change'));
}

/** @type {Omit<FromLoader, 'words' | 'language' | 'spoken' | 'turns' | 'pressed'>} which other modules set */
const own = {
	build: settings.build, start: settings.start, cards: settings.cards, base: address.base, ready: false,
	load, explain, started, aside, back, address: address.show,
	charts, mount, unmount, draw, inSight, tell, zoom, colour, recolour, recoloured, speakEvidence,
};
Object.assign(app, own);

start().catch((error) => {
	notStarted(error);
	keep(); // a newer build may mend it
});
