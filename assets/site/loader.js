// Fetches, unpacks and starts the program, shows how far it is, and says so when it fails or stops.
(() => {
	'use strict';

	const app = window.gasburden = window.gasburden || {};
	const script = document.currentScript.dataset;
	const packedBytes = Number(script.wasmBytes);
	app.build = script.build;
	app.start = script.start || ''; // query of the scenario that the page opens with when its address names none
	app.site = script.site || ''; // where this site is published, for links and cards
	app.cards = script.cards || ''; // where cards of any scenario are drawn, or nowhere

	{{address.js}}

	// started is called by the program once its first picture stands.
	app.started = () => {
		app.ready = true;
		app.trust(true);
		if (app.away) app.address(app.request().query); // the preset's page no more
		else dispatchEvent(new Event('gasburden:change'));
	};

	const said = () => app.words || {}; // language.js may not have arrived; the page's own words stand then
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
		if (title) byId('crash-title').textContent = title;
		byId('crash-details').textContent = details || said().NoDetails || '';
		app.failed(text);
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
		const text = share < 1 ? app.fill(said().Progress, {done: mb(share * packedBytes), total: mb(packedBytes)}) : said().Starting;
		if (text !== shown) loadingText.textContent = shown = text;
	}

	// request answers like fetch. A page that is one file has the others inside: xz in base64, by name.
	function request(name) {
		const early = app.early[name]; // asked for by first.js
		delete app.early[name];
		if (early) return early;
		const inside = document.querySelector(`script[data-file="${name}"]`);
		if (!inside) return fetch(`${name}?v=${app.build}`);
		const text = atob(inside.textContent), bytes = new Uint8Array(text.length);
		for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
		return Promise.resolve(new Response(bytes));
	}

	/**
	 * unpacked gives what an .xz stream holds, chunk by chunk. No browser unpacks these by itself.
	 * @param {ReadableStream<Uint8Array>} packed
	 * @returns {ReadableStream<Uint8Array>}
	 */
	const unpacked = (packed) => new self['xz-decompress'].XzReadableStream(packed);

	// fault is an error in the reader's words.
	app.fault = (text, values = {}) => Object.assign(new Error(app.fill(text, values)), {said: true});
	// explain is an error in the reader's words; what the browser said of it goes to the console.
	app.explain = (error) => {
		if (error.said) return error.message;
		console.warn(error);
		const words = said();
		if (error.name === 'NotAllowedError') return words.NotAllowed;
		if (error.name === 'NotReadableError' || error.name === 'NotFoundError') return words.NotReadable;
		return app.fill(words.Unexpected, {said: String(error.message || error)});
	};

	// note says in a section what keeps its contents away, or that nothing does any more.
	app.note = (section, text, error) => {
		const old = section.querySelector(':scope > .error');
		if (old) old.remove();
		if (!error) return;
		const note = document.createElement('p');
		note.className = 'error';
		note.setAttribute('role', 'alert');
		note.textContent = app.fill(text, {error: app.explain(error)});
		section.prepend(note);
	};

	// load gets a file of the site. It rejects with a fault.
	app.load = async (name) => {
		let status, bytes;
		try {
			const response = await request(name);
			if (response.ok) bytes = new Uint8Array(await response.arrayBuffer()); else status = response.status;
		} catch (error) {
			console.warn(error);
			throw app.fault(said().NoConnection);
		}
		if (!bytes) throw app.fault(said().ServerAnswered, {status});
		const isPacked = bytes[0] === 0xfd && bytes[1] === 0x37 && !name.endsWith('.xz'); // as the single file holds its others
		return isPacked ? new Uint8Array(await new Response(unpacked(new Response(bytes).body)).arrayBuffer()) : bytes;
	};

	let cut = null; // why the download ended early

	// counted passes the bytes on as the browser hands them over.
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
				progress(Math.min(received / packedBytes, 1));
				controller.enqueue(value);
			},
			cancel: (reason) => reader.cancel(reason),
		});
	}

	async function download(name) {
		let response;
		try {
			response = await request(name);
		} catch (error) {
			throw new StartError(location.protocol === 'file:' ? said().FromDisk : app.alone ? said().Sandboxed : said().Download, error);
		}
		if (!response.ok) throw new StartError(said().Download, new Error(`${response.status} ${response.statusText} for ${response.url}`));
		return unpacked(counted(response.body.getReader()));
	}

	async function instantiate(stream, imports) {
		const response = new Response(stream, {headers: {'Content-Type': 'application/wasm'}});
		const {instance} = WebAssembly.instantiateStreaming
			? await WebAssembly.instantiateStreaming(response, imports)
			: await WebAssembly.instantiate(await response.arrayBuffer(), imports);
		return instance;
	}

	// spare stands in for share.js where that is blocked.
	function spare() {
		const none = async () => { throw app.fault(said().Blocked); };
		for (const name of ['ask', 'copyText', 'copy', 'save', 'saveMade', 'readText']) app[name] = app[name] || none;
	}

	async function start() {
		if (app.missing.length) throw new StartError(said().Missing, new Error('not loaded: ' + app.missing.join(', ')));
		for (const name of ['startSpeaking', 'draw']) if (!app[name]) throw new StartError(said().TooOld, new Error(`${name} is missing`));
		spare();
		app.startSpeaking(); // on the way beside the program
		if (typeof WebAssembly === 'undefined') throw new StartError(said().TooOld, new Error('WebAssembly is missing'));
		if (typeof Go === 'undefined' || typeof uPlot === 'undefined') throw new StartError(said().Missing, new Error('wasm_exec.js or uPlot did not run'));
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
			throw new StartError(cut ? said().Download : said().Broken, cut || error);
		}
		progress(1);
		watch();
		admit();
		keep(); // not before the program has arrived: storing the site would slow it down
		try {
			await go.run(instance);
		} catch (error) {
			crashed(error);
			return;
		}
		crashed(new Error(app.fill(said().Exit, {code}))); // the page's program never ends by itself
	}

	// admit runs the one script that the program's renderer hands to eval. The page's policy forbids eval and every inline
	// script but those whose checksum it names: the build names that of this one.
	function admit() {
		const own = window.eval;
		window.eval = (text) => {
			window.eval = own;
			const element = document.createElement('script');
			element.textContent = text;
			// The renderer hands long texts over in pieces, cut between any two bytes: in the midst of a Chinese character, or
			// of a quotation mark. Its script gets a decoder that waits for the rest.
			const Decoder = window.TextDecoder;
			window.TextDecoder = class extends Decoder {
				decode(bytes) { return super.decode(bytes, {stream: true}); }
			};
			document.head.append(element); // runs it
			window.TextDecoder = Decoder;
			element.remove();
		};
	}

	// Extensions put nodes of their own among the program's, whose renderer finds its own by their places. Theirs are set aside while
	// it renders, and come back to where they stood if that is a box of other elements; words among the program's words do not:
	// a translator's would be those of the last picture. Charts look after their own.
	const root = () => byId('app');
	const ours = '.plot, .plot *, #headline, #material, #mini, #sheet-date, dd';
	const guests = new Set();
	let places = null; // of guests: [node, parent, next]; null before the first rendering
	const note = (records) => {
		for (const {target, addedNodes} of records) {
			if (!target.matches(ours)) for (const node of addedNodes) if (node.nodeType !== 3 || target.firstElementChild) guests.add(node);
		}
	};
	const watcher = new MutationObserver(note);
	app.aside = () => {
		if (!places) return root().replaceChildren(); // what the page was sent with, and whatever lies between
		note(watcher.takeRecords());
		for (const node of guests) {
			if (root().contains(node)) {
				places.push([node, node.parentNode, node.nextSibling]);
				node.remove();
			}
		}
		guests.clear();
	};
	app.back = () => {
		for (const [node, parent, next] of (places || []).reverse()) {
			if (!parent.isConnected || !parent.matches('div, section, figure, fieldset, label')) continue;
			if (!Array.from(parent.children).some((el) => !guests.has(el))) continue; // a box of words, such as a label
			parent.insertBefore(node, next && next.parentNode === parent ? next : null);
			guests.add(node);
		}
		if (!places) watcher.observe(root(), {childList: true, subtree: true});
		places = [];
		watcher.takeRecords();
	};

	function crashed(error) {
		if (app.ready) crash(said().Stopped, said().Crash, error); else crash(said().NotStarted, said().Broken, error);
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

	// The worker asks which build this window shows, lest it drop that build's files.
	const workers = app.may(() => navigator.serviceWorker); // absent on plain http, in a page opened from disk, and in a sandbox
	if (workers) {
		workers.addEventListener('message', (event) => {
			if (event.data && event.data.ask === 'build') event.ports[0].postMessage(app.build);
		});
	}

	const HOUR_MS = 3600e3;

	// keep lets the worker store the site for visits without a network, and says when it has stored a newer one. That one
	// takes over when the reader says so, or once no window shows this one.
	async function keep() {
		if (!workers || !script.worker || window.top !== window) return;
		let registration;
		try {
			registration = await workers.register(script.worker, {updateViaCache: 'none'});
		} catch (error) {
			console.info('This page is not kept for visits without a network:', error.message);
			return;
		}
		if (workers.controller) workers.controller.postMessage({ask: 'sweep'}); // the page before this one is gone
		for (const worker of [registration.waiting, registration.installing]) if (worker) follow(worker);
		registration.addEventListener('updatefound', () => follow(registration.installing));
		byId('update-reload').addEventListener('click', () => {
			const next = registration.waiting;
			if (!next) return location.reload();
			next.addEventListener('statechange', () => { if (next.state === 'activated') location.reload(); });
			next.postMessage({ask: 'take over'});
		});
		byId('update-later').addEventListener('click', () => { byId('update').hidden = true; });
		let asked = Date.now(); // a page may stay open for days
		document.addEventListener('visibilitychange', () => {
			if (document.hidden || Date.now() - asked < HOUR_MS) return;
			asked = Date.now();
			registration.update().catch(() => {});
		});
	}

	function follow(worker) {
		const look = () => {
			if (worker.state !== 'installed' && worker.state !== 'activated') return;
			const {port1, port2} = new MessageChannel();
			port1.onmessage = (event) => { if (event.data !== app.build) byId('update').hidden = false; };
			worker.postMessage({ask: 'build'}, [port2]);
		};
		worker.addEventListener('statechange', look);
		look();
	}

	start().catch((error) => {
		crash(said().NotStarted, error.text || said().Broken, error);
		keep(); // a newer build may mend it
	});
})();
