// What leaves the page: the clipboard, files. The program says what; every visible word is its own. The page runs without.
(() => {
	'use strict';

	const app = window.gasburden = window.gasburden || {};
	// On a phone the presets are one row to push along: the one that is on show is in sight.
	const reveal = () => {
		const row = document.querySelector('.presets'), at = row && row.querySelector('[aria-pressed=true]');
		if (at) row.scrollLeft = at.offsetLeft - row.offsetLeft - (row.clientWidth - at.offsetWidth) / 2;
	};
	addEventListener('gasburden:change', reveal);

	{{ask.js}}
	const engine = engineOf((name) => app.load(name), inWorker);
	app.ask = (name, request) => engine.ask(name, {...request, language: app.language}).catch((error) => {
		throw error.said ? error : app.fault(app.words.EngineEnded, {said: error.message});
	});
	const utf8 = new TextDecoder();
	const make = (kind, {query, scenario, ownFile}) => app.ask('make', {
		kind, query, page: app.base, cards: app.cards || '',
		...(scenario && {scenario: JSON.parse(scenario)}), ...(ownFile && {own: true, file: ownFile}),
	});
	const makeText = async (kind, request) => utf8.decode(await make(kind, request));
	const makePNG = async (request) => picture(await makeText('svg', request));

	const clipboardOf = () => app.may(() => navigator.clipboard);
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
		if (!done) throw app.fault(app.words.NotAllowed);
	}

	// copied says what was to be copied, and what went wrong: then the reader can still select it.
	const copied = (text, done) => done.then(() => ({text}), (error) => ({text, error: app.explain(error)}));
	app.copyText = (text) => copied(text, write(text));

	app.copy = async (kind, request) => {
		const clipboard = typeof ClipboardItem !== 'undefined' && clipboardOf();
		if (kind === 'png') {
			if (!clipboard) throw app.fault(app.words.NoPictures);
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
		const done = clipboard ? clipboard.write([new ClipboardItem({'text/plain': blob})]).catch(() => text.then(write)) : text.then(write);
		done.catch(() => {}); // copied says it, once there is a text
		return copied(await text, done);
	};

	// picture draws an SVG at twice its size, for screens that show it so.
	async function picture(svg) {
		const image = new Image();
		image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = 2 * image.naturalWidth;
		canvas.height = 2 * image.naturalHeight;
		canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
		return new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error('no PNG')), 'image/png'));
	}

	function offer(name, blob) {
		const link = document.createElement('a');
		link.href = URL.createObjectURL(blob);
		link.download = name;
		link.click();
		setTimeout(() => URL.revokeObjectURL(link.href), 60000);
	}
	app.save = async (name, type, text) => offer(name, new Blob([text], {type}));
	const types = {svg: 'image/svg+xml', csv: 'text/csv;charset=utf-8', json: 'application/json'};
	app.saveMade = async (kind, name, request) =>
		offer(name, kind === 'png' ? await makePNG(request) : new Blob([await make(kind, request)], {type: types[kind]}));

	// readText is {name, text} of a file, text null where it is longer than most. A byte order mark stays: it counts in the hash of the file.
	const whole = new TextDecoder('utf-8', {ignoreBOM: true});
	const readText = async (file, most) => ({name: file.name, text: file.size > most ? null : whole.decode(await file.arrayBuffer())});
	app.readText = async (id, most) => {
		const input = document.getElementById(id), file = input.files[0];
		if (!file) throw app.fault(app.words.NotReadable);
		try {
			return await readText(file, most);
		} finally {
			input.value = ''; // the same file, mended, can be picked again
		}
	};
	const holdsFile = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files');
	addEventListener('dragover', (event) => {
		if (app.dropped && holdsFile(event)) event.preventDefault();
	});
	addEventListener('drop', (event) => {
		if (!app.dropped || !holdsFile(event) || event.target.type === 'file') return;
		event.preventDefault(); // the browser would leave the page for the file
		const [file] = event.dataTransfer.files;
		if (file) app.dropped(readText(file, 8 << 20));
	});

	// An embedded chart tells the page around it how high it is.
	if (window.parent !== window && document.documentElement.dataset.mode === 'embed') {
		const tell = () => parent.postMessage({gasburden: 'height', height: Math.ceil(document.documentElement.getBoundingClientRect().height)}, '*');
		new ResizeObserver(tell).observe(document.documentElement);
		addEventListener('load', tell);
	}
})();
