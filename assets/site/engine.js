// The other side is ask.js. This half runs in a worker, after wasm_exec.js, and hands questions to the
// program engine.
(() => {
	'use strict';

	const loads = new Map();
	let count = 0;
	const started = new Promise((resolve) => {
		self.engine = {
			ready: resolve,
			load(name, got) {
				loads.set(++count, got);
				postMessage({load: name, id: count});
			},
		};
	});

	async function start(packed) {
		const go = new Go();
		let code = 0;
		const exit = go.exit;
		go.exit = (c) => { code = c; exit.call(go, c); };
		// Of a Blob's stream, WebKit reads nothing in the worker of a page from disk.
		const stream = new self['xz-decompress'].XzReadableStream(new Response(packed).body);
		const {instance} = await WebAssembly.instantiate(await new Response(stream).arrayBuffer(), go.importObject);
		await go.run(instance);
		throw new Error(`the engine ended with code ${code}`);
	}

	self.onmessage = async ({data}) => {
		if (data.program) {
			start(data.program).catch((error) => postMessage({ended: String(error.message || error)}));
		} else if (data.loaded) {
			const got = loads.get(data.id);
			loads.delete(data.id);
			got(data.error || null, data.bytes);
		} else {
			await started;
			self.engine.call(data.name, data.request, (error, bytes) => postMessage({id: data.id, error, bytes}, bytes ? [bytes.buffer] : []));
		}
	};
})();
