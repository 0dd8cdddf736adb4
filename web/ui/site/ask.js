// Questions to the engine: a second program, in a worker. Page and gasburden.js ask by the same lines.

/** @import {EngineAnswer, FromEngine, ToEngine} from './worker/types' */

/**
 * What a worker is here, in a browser or in Node.
 * @typedef {object} EngineWorker
 * @property {(message: ToEngine) => void} postMessage
 * @property {() => void} terminate
 * @property {((event: {data: FromEngine}) => void) | null} onmessage
 * @property {((event: {message: string}) => void) | null} onerror
 */

/** @typedef {string | Uint8Array<ArrayBuffer>} Part of a script */

/**
 * An error whose message is in the reader's words already.
 * @typedef {Error & {said?: boolean}} Fault
 */

const PARTS = ['go.js', 'engine.js']; // of the worker's script

/**
 * engineOf answers questions by the engine, which starts with the first of them.
 * @param {(name: string) => Promise<Uint8Array<ArrayBuffer>>} file gives the bytes of a file of the site
 * @param {(parts: Part[]) => EngineWorker} spawn makes a worker of the parts of its script
 */
export function engineOf(file, spawn) {
	/** @type {ReturnType<typeof start> | null} */
	let engine = null;
	async function start() {
		const [program, ...parts] = await Promise.all(['engine.wasm.xz', ...PARTS].map(file));
		const worker = spawn(parts.flatMap((part) => [part, '\n']));
		/** @type {Map<number, {resolve: (bytes: Uint8Array<ArrayBuffer>) => void, reject: (error: Fault) => void}>} */
		const waiting = new Map();
		const end = (/** @type {string} */ reason) => {
			engine = null; // the next question starts another
			worker.terminate();
			for (const question of waiting.values()) question.reject(new Error(reason));
			waiting.clear();
		};
		const answered = (/** @type {EngineAnswer} */ {id, error, bytes}) => {
			const question = waiting.get(id);
			waiting.delete(id);
			if (!question) return;
			if (bytes) question.resolve(bytes);
				else question.reject(Object.assign(new Error(error || ''), {said: true}));
		};
		let count = 0;
		worker.onerror = (event) => end(event.message || 'the engine did not start');
		worker.onmessage = async ({data}) => {
			if ('load' in data) {
				const answer = await file(data.load).then(
					(bytes) => ({bytes}),
					(error) => ({error: String(error.message || error)}),
				);
				worker.postMessage({loaded: data.load, id: data.id, ...answer});
			} else if ('ended' in data) {
				end(data.ended);
			} else {
				answered(data);
			}
		};
		worker.postMessage({program});
		/**
		 * @param {string} name
		 * @param {object} request
		 * @returns {Promise<Uint8Array<ArrayBuffer>>}
		 */
		const ask = (name, request) => new Promise((resolve, reject) => {
			waiting.set(++count, {resolve, reject});
			worker.postMessage({id: count, name, request: JSON.stringify(request)});
		});
		return {ask, end};
	}
	return {
		/**
		 * @param {string} name
		 * @param {object} request
		 */
		async ask(name, request) {
			const asked = engine = engine || start();
			asked.catch(() => { if (engine === asked) engine = null; }); // a failed start may be tried again
			return (await asked).ask(name, request);
		},
		async close() {
			if (engine) await engine.then(({end}) => end('the engine was closed'), () => {});
		},
	};
}

/**
 * inWorker makes a worker of the parts of a script.
 * @param {Part[]} parts
 * @param {WorkerOptions} [options]
 * @returns {EngineWorker}
 */
export const inWorker = (parts, options) => /** @type {EngineWorker} */ (/** @type {unknown} */ (
	new Worker(URL.createObjectURL(new Blob(parts, {type: 'text/javascript'})), options)));
