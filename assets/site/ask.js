// engineOf answers questions by the engine: a second program, in a worker, which starts with the first of
// them. file gives the bytes of a file of the site, spawn makes a worker of the parts of its script.
function engineOf(file, spawn) {
	let engine = null;
	async function start() {
		const [program, ...parts] = await Promise.all(['engine.wasm.xz', 'xz.js', 'wasm_exec.js', 'engine.js'].map(file));
		const worker = spawn(parts.flatMap((part) => [part, '\n']));
		const waiting = new Map();
		const end = (reason) => {
			engine = null; // the next question starts another
			worker.terminate();
			for (const question of waiting.values()) question.reject(new Error(reason));
			waiting.clear();
		};
		let count = 0;
		worker.onerror = (event) => end(event.message || 'the engine did not start');
		worker.onmessage = async ({data}) => {
			if (data.load) {
				const answer = await file(data.load).then((bytes) => ({bytes}), (error) => ({error: String(error.message || error)}));
				worker.postMessage({loaded: data.load, id: data.id, ...answer});
			} else if (data.ended) {
				end(data.ended);
			} else {
				const question = waiting.get(data.id);
				waiting.delete(data.id);
				if (data.error) question.reject(Object.assign(new Error(data.error), {said: true})); else question.resolve(data.bytes);
			}
		};
		worker.postMessage({program});
		const ask = (name, request) => new Promise((resolve, reject) => {
			waiting.set(++count, {resolve, reject});
			worker.postMessage({id: count, name, request: JSON.stringify(request)});
		});
		return {ask, end};
	}
	return {
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

// inWorker makes a worker of the parts of a script.
const inWorker = (parts, options) => new Worker(URL.createObjectURL(new Blob(parts, {type: 'text/javascript'})), options);
