// Fetches, unpacks and starts the program, shows how far it is, and says so when it fails or stops.
(() => {
	'use strict';

	const TEXT = {
		progress: (done, total) => `Loading the simulator, ${done} of ${total} MB`,
		starting: 'Starting the simulator',
		notStarted: 'The simulator did not start',
		stopped: 'The simulator has stopped',
		missing: 'A part of it could not be loaded. What you read on this page stays valid; reload to try again.',
		download: 'The program could not be downloaded. What you read on this page stays valid; check your connection and reload.',
		fromDisk: 'A browser does not load programs from a page opened from disk. Serve the folder over HTTP, for example with “make run”.',
		tooOld: 'This browser does not run WebAssembly, or not the kind this page needs. Any browser from 2023 on does.',
		broken: 'The program arrived but could not be run. Reload to try again.',
		crash: 'It ran into an error that it did not expect. The last picture stays on the page, but its controls no longer answer: reload to go on.',
		exit: (code) => `The program ended with code ${code}.`,
		noDetails: 'No further details.',
	};

	const app = window.gasburden = window.gasburden || {};
	const script = document.currentScript.dataset;
	const packedBytes = Number(script.wasmBytes), rawBytes = Number(script.wasmRawBytes);
	app.build = script.build; // ?v= for what the program fetches itself

	const byId = (id) => document.getElementById(id);
	const loading = byId('loading'), loadingText = byId('loading-text'), bar = byId('loading-progress');

	// What the program writes last: after a panic, its message and trace.
	const KEPT_LINES = 60;
	let output = [];
	let down = false;

	function crash(title, text, error) {
		if (down) return; // the first error is the cause, the rest are its echo
		down = true;
		const details = [error && (error.stack || String(error)), ...output].filter(Boolean).join('\n');
		if (loading) loading.hidden = true;
		byId('crash-title').textContent = title;
		byId('crash-text').textContent = text;
		byId('crash-details').textContent = details || TEXT.noDetails;
		byId('crash').hidden = false;
		byId('crash-reload').focus({preventScroll: true});
		if (error) console.error(error);
	}

	// Errors carry the sentence that the reader sees.
	class StartError extends Error {
		constructor(text, cause) {
			super(cause ? String(cause.message || cause) : text);
			this.text = text;
		}
	}

	// Go's own trace arrives in pieces that need not end at line ends.
	function captureOutput() {
		const decoder = new TextDecoder();
		let rest = '';
		globalThis.fs.writeSync = (fd, bytes) => {
			const lines = (rest + decoder.decode(bytes, {stream: true})).split('\n');
			rest = lines.pop();
			output = output.concat(lines).slice(-KEPT_LINES);
			if (lines.length) console[fd === 2 ? 'error' : 'log'](lines.join('\n'));
			return bytes.length;
		};
	}

	let shown = '';
	function progress(share) {
		if (!bar) return;
		bar.value = share;
		const mb = (n) => (n / 1e6).toFixed(1);
		const text = share < 1 ? TEXT.progress(mb(share * packedBytes), mb(packedBytes)) : TEXT.starting;
		if (text !== shown) loadingText.textContent = shown = text;
	}

	let cut = null; // why the download ended early

	// counted passes the bytes on as the browser hands them over, the first chunk included.
	function counted(first, reader, total) {
		let received = 0;
		const pass = (controller, chunk) => {
			received += chunk.length;
			progress(Math.min(received / total, 1));
			controller.enqueue(chunk);
		};
		return new ReadableStream({
			start: (controller) => pass(controller, first),
			async pull(controller) {
				const {done, value} = await reader.read().catch((error) => {
					cut = error;
					throw error;
				});
				if (done) controller.close(); else pass(controller, value);
			},
			cancel: (reason) => reader.cancel(reason),
		});
	}

	// A host may send the packed file as it is, or mark it as packed so that the browser has unpacked it already.
	async function download(address) {
		let response;
		try {
			response = await fetch(address);
		} catch (error) {
			throw new StartError(location.protocol === 'file:' ? TEXT.fromDisk : TEXT.download, error);
		}
		if (!response.ok) throw new StartError(TEXT.download, new Error(`${response.status} ${response.statusText} for ${response.url}`));
		const reader = response.body.getReader();
		let first = new Uint8Array(0);
		while (first.length < 2) { // a chunk may be a single byte
			const {done, value} = await reader.read();
			if (done) break;
			const joined = new Uint8Array(first.length + value.length);
			joined.set(first);
			joined.set(value, first.length);
			first = joined;
		}
		const packed = first[0] === 0x1f && first[1] === 0x8b;
		if (!packed) return counted(first, reader, rawBytes);
		if (typeof DecompressionStream === 'undefined') throw new StartError(TEXT.tooOld, new Error('DecompressionStream is missing'));
		return counted(first, reader, packedBytes).pipeThrough(new DecompressionStream('gzip'));
	}

	async function instantiate(stream, imports) {
		const response = new Response(stream, {headers: {'Content-Type': 'application/wasm'}});
		const {instance} = WebAssembly.instantiateStreaming
			? await WebAssembly.instantiateStreaming(response, imports)
			: await WebAssembly.instantiate(await response.arrayBuffer(), imports);
		return instance;
	}

	async function start() {
		if (app.missing && app.missing.length) throw new StartError(TEXT.missing, new Error('not loaded: ' + app.missing.join(', ')));
		if (typeof WebAssembly === 'undefined') throw new StartError(TEXT.tooOld, new Error('WebAssembly is missing'));
		if (typeof Go === 'undefined' || typeof uPlot === 'undefined') throw new StartError(TEXT.missing, new Error('wasm_exec.js or uPlot did not run'));
		if (loading) loading.hidden = false;
		captureOutput();
		const go = new Go();
		const ownExit = go.exit;
		let code = 0;
		go.exit = (c) => { code = c; ownExit.call(go, c); };

		const stream = await download(script.wasm);
		let instance;
		try {
			instance = await instantiate(stream, go.importObject);
		} catch (error) {
			throw new StartError(cut ? TEXT.download : TEXT.broken, cut || error);
		}
		progress(1);
		watch();
		try {
			await go.run(instance);
		} catch (error) {
			crashed(error);
			return;
		}
		crashed(new Error(TEXT.exit(code))); // the page's program never ends by itself
	}

	function crashed(error) {
		if (app.ready) crash(TEXT.stopped, TEXT.crash, error); else crash(TEXT.notStarted, TEXT.broken, error);
	}

	// Traps inside the program and calls into a program that has ended surface as errors of the window.
	function watch() {
		const fromProgram = (error, file) =>
			error instanceof WebAssembly.RuntimeError || /wasm_exec\.js|wasm:\/\//.test(`${file || ''} ${(error && error.stack) || ''}`);
		addEventListener('error', (event) => {
			if (fromProgram(event.error, event.filename)) crashed(event.error || new Error(event.message));
		});
		addEventListener('unhandledrejection', (event) => {
			if (fromProgram(event.reason)) crashed(event.reason);
		});
	}

	start().catch((error) => crash(TEXT.notStarted, error.text || TEXT.broken, error));
})();
