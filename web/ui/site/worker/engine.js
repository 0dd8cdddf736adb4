// The other side is ask.js. This half runs in a worker, after go.js, and hands questions to the program engine.

/** @import {EngineHost, FromEngine, ToEngine} from './types' */

/** @param {FromEngine} message */
const tell = (message, /** @type {Transferable[]} */ moved = []) => postMessage(message, moved);

/** @type {Map<number, (error: string | null, bytes?: Uint8Array<ArrayBuffer>) => void>} */
const loads = new Map();
let count = 0;

/** @type {Promise<EngineHost>} */
const started = new Promise((resolve) => {
	/** @type {EngineHost} */
	const host = {
		ready: () => resolve(host),
		load(name, got) {
			loads.set(++count, got);
			tell({load: name, id: count});
		},
	};
	Object.assign(self, {engine: host}); // where the program looks for it
});

/** @param {Uint8Array<ArrayBuffer>} packed */
async function start(packed) {
	const go = new Go();
	let code = 0;
	const exit = go.exit;
	go.exit = (c) => { code = c; exit.call(go, c); };
	// Of a Blob's stream, WebKit reads nothing in the worker of a page from disk.
	const stream = new XzReadableStream(
		/** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (new Response(packed).body),
	);
	const {instance} = await WebAssembly.instantiate(await new Response(stream).arrayBuffer(), go.importObject);
	await go.run(instance);
	throw new Error(`the engine ended with code ${code}`);
}

self.onmessage = async (/** @type {MessageEvent<ToEngine>} */ {data}) => {
	if ('program' in data) {
		start(data.program).catch((error) => tell({ended: String(error.message || error)}));
	} else if ('loaded' in data) {
		const got = loads.get(data.id);
		loads.delete(data.id);
		if (got) got(data.error || null, data.bytes);
	} else {
		const {call} = await started, {id, name, request} = data;
		if (call) call(name, request, (error, bytes) => tell({id, error, bytes}, bytes ? [bytes.buffer] : []));
	}
};
