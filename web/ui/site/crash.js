// What is said when the program did not start, or has stopped.
import {byId} from './dom.js';
import {app} from './shared.js';
import {fill, messageOf} from './words.js';

/** What the program writes last: after a panic, its message and trace. */
const KEPT_LINES = 60;
/** @type {string[]} */
let output = [];
let down = false;

/** StartError is an error with the sentence that the reader sees. */
export class StartError extends Error {
	/**
	 * @param {string} text
	 * @param {unknown} [cause]
	 */
	constructor(text, cause) {
		super(cause ? messageOf(cause) : text);
		this.text = text;
	}
}

/** captureOutput keeps what the program writes. Go's own trace arrives in pieces that need not end at line ends. */
export function captureOutput() {
	const decoder = new TextDecoder();
	let rest = '';
	fs.writeSync = (fd, bytes) => {
		const lines = (rest + decoder.decode(bytes, {stream: true})).split('\n');
		rest = lines.pop() || '';
		output = output.concat(lines).slice(-KEPT_LINES);
		if (lines.length) console[fd === 2 ? 'error' : 'log'](lines.join('\n'));
		return bytes.length;
	};
}

/**
 * @param {string} title
 * @param {string} text
 * @param {unknown} error
 */
function crash(title, text, error) {
	if (down) return; // the first error is the cause, the rest are its echo
	down = true;
	const details = [error instanceof Error && error.stack || String(error), ...output].filter(Boolean).join('\n');
	const [loading, heading, more] = ['loading', 'crash-title', 'crash-details'].map(byId);
	if (loading) loading.hidden = true;
	if (heading) heading.textContent = title;
	if (more) more.textContent = details || app.words.NoDetails;
	app.failed(text);
	byId('crash-reload')?.focus({preventScroll: true});
	console.error(error);
}

/**
 * notStarted says why the program does not run.
 * @param {unknown} error
 */
export const notStarted = (error) =>
	crash(app.words.NotStarted, error instanceof StartError ? error.text : app.words.Broken, error);

/**
 * stopped says that the program runs no more.
 * @param {unknown} error
 */
export function stopped(error) {
	if (app.ready) crash(app.words.Stopped, app.words.Crash, error); else notStarted(error);
}

/**
 * exited says so of a program that has ended, as the page's never does by itself.
 * @param {number} code
 */
export const exited = (code) => stopped(new Error(fill(app.words.Exit, {code})));

// What Go's support, in go.js, says when it is called after that.
const ENDED = 'Go program has already exited';
const PLACE = /\/go\.js|wasm:\/\//;

/**
 * @param {unknown} error
 * @param {string} [file]
 */
function fromProgram(error, file = '') {
	if (!(error instanceof Error)) return PLACE.test(file);
	return (
		error instanceof WebAssembly.RuntimeError || error.message === ENDED ||
			PLACE.test(`${file} ${error.stack || ''}`)
	);
}

/** watch looks for traps inside the program and for calls into one that has ended: both are errors of the window. */
export function watch() {
	addEventListener('error', ({error, filename, message}) => {
		if (fromProgram(error, filename)) stopped(error || new Error(message));
	});
	addEventListener('unhandledrejection', ({reason}) => {
		if (fromProgram(reason)) stopped(reason);
	});
}
