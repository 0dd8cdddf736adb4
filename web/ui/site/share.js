// What leaves the page: the clipboard, files. The program says what; every visible word is its own. The page runs
// without.
import {engineOf, inWorker} from './ask.js';
import {app} from './shared.js';
import {explain, fault} from './words.js';

/** @import {Copied, FromShare, PickedFile, PictureRequest} from './types' */

// The button in the head of the page copies the link: before the program has come, the address is that.
/** @type {HTMLElement | null} */
let pressed = null;
addEventListener('click', ({target}) => {
	if (!(target instanceof HTMLElement) || target.id !== 'copy-link') return;
	pressed = target;
	if (app.copyLink) app.copyLink(); else copyText(location.href);
	pressed = null;
});

const engine = engineOf((name) => app.load(name), (parts) => inWorker(parts));
/** @type {FromShare['ask']} */
const ask = (name, request) => engine.ask(name, {...request, language: app.language}).catch((error) => {
	throw error.said ? error : fault(app.words.EngineEnded, {said: error.message});
});
const utf8 = new TextDecoder();
/**
 * @param {string} kind
 * @param {PictureRequest} request
 */
const make = (kind, {query, scenario, ownFile, said}) =>
	ask('make', {
		kind,
		query,
		said,
		page: app.base,
		cards: app.cards,
		...(scenario && {scenario: JSON.parse(scenario)}),
		...(ownFile && {own: true, file: ownFile}),
	});
const makeText = async (/** @type {string} */ kind, /** @type {PictureRequest} */ request) =>
	utf8.decode(await make(kind, request));
const makePNG = async (/** @type {PictureRequest} */ request) => picture(await makeText('svg', request));

const clipboardOf = () => app.may(() => navigator.clipboard);
/** @param {string} text */
async function write(text) {
	const clipboard = clipboardOf();
	if (clipboard) return clipboard.writeText(text);
	// Pages that were not loaded safely have no clipboard, but may copy what is selected.
	const field = document.createElement('textarea');
	field.value = text;
	field.style.cssText = 'position:fixed;opacity:0';
	document.body.append(field);
	field.select();
	const done = document.execCommand('copy');
	field.remove();
	if (!done) throw fault(app.words.NotAllowed);
}

/**
 * copied says what was to be copied, and what went wrong: then the reader can still select it.
 * @param {string} text
 * @param {Promise<void>} done
 * @returns {Promise<Copied>}
 */
const copied = (text, done) => done.then(() => ({text}), (error) => ({text, error: explain(error)}));

/** @type {FromShare['copyText']} */
const copyText = async (text) => {
	const by = pressed, done = await copied(text, write(text));
	if (by && !done.error) {
		by.dataset.done = '';
		setTimeout(() => delete by.dataset.done, 2000);
	}
	return done;
};

/** @type {FromShare['copy']} */
const copy = async (kind, request) => {
	const clipboard = typeof ClipboardItem === 'undefined' ? undefined : clipboardOf();
	if (kind === 'png') {
		if (!clipboard) throw fault(app.words.NoPictures);
		// The promise goes into the item: waiting for it first would lose the click that allows copying.
		const made = makePNG(request);
		await clipboard.write([new ClipboardItem({'image/png': made})]).catch(async (error) => {
			await made; // its fault is the cause, where it has one
			throw error;
		});
		return {};
	}
	const text = makeText(kind, request);
	const blob = text.then((t) => new Blob([t], {type: 'text/plain'}));
	blob.catch(() => {}); // text says it
	const done = clipboard
		? clipboard.write([new ClipboardItem({'text/plain': blob})]).catch(() => text.then(write))
		: text.then(write);
	done.catch(() => {}); // copied says it, once there is a text
	return copied(await text, done);
};

/**
 * picture draws an SVG at twice its size, for screens that show it so.
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
async function picture(svg) {
	const image = new Image();
	image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = 2 * image.naturalWidth;
	canvas.height = 2 * image.naturalHeight;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png'),
	);
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
function offer(name, blob) {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
/** @type {Record<string, string>} */
const TYPES = {svg: 'image/svg+xml', csv: 'text/csv;charset=utf-8', json: 'application/json'};
/** @type {FromShare['saveMade']} */
const saveMade = async (kind, name, request) =>
	offer(name, kind === 'png' ? await makePNG(request) : new Blob([await make(kind, request)], {type: TYPES[kind]}));

// A byte order mark stays: it counts in the hash of the file.
const whole = new TextDecoder('utf-8', {ignoreBOM: true});
/**
 * @param {File} file
 * @param {number} most
 * @returns {Promise<PickedFile>} text null where the file is longer than most
 */
const textOf = async (file, most) => ({
	name: file.name,
	text: file.size > most ? null : whole.decode(await file.arrayBuffer()),
});
/** @type {FromShare['readText']} */
const readText = async (id, most) => {
	const input = document.getElementById(id), file = input instanceof HTMLInputElement && input.files?.[0];
	if (!file) throw fault(app.words.NotReadable);
	try {
		return await textOf(file, most);
	} finally {
		input.value = ''; // the same file, mended, can be picked again
	}
};
const holdsFile = (/** @type {DragEvent} */ {dataTransfer}) =>
	dataTransfer && Array.from(dataTransfer.types).includes('Files');
addEventListener('dragover', (event) => {
	if (app.dropped && holdsFile(event)) event.preventDefault();
});
addEventListener('drop', (event) => {
	if (!app.dropped || !holdsFile(event) || (event.target instanceof HTMLInputElement && event.target.type === 'file'))
		return;
	event.preventDefault(); // the browser would leave the page for the file
	const [file] = event.dataTransfer?.files || [];
	if (file) app.dropped(textOf(file, 8 << 20));
});

/** @type {FromShare} */
const own = {
	ask, copy, copyText, saveMade, readText,
	save: async (name, type, text) => offer(name, new Blob([text], {type})),
};
Object.assign(app, own);

// An embedded chart tells the page around it how high it is.
if (window.parent !== window && document.documentElement.dataset.mode === 'embed') {
	const tell = () =>
		parent.postMessage(
			{gasburden: 'height', height: Math.ceil(document.documentElement.getBoundingClientRect().height)},
			'*',
		);
	new ResizeObserver(tell).observe(document.documentElement);
	addEventListener('load', tell);
}
