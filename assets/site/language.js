// The reader's language. English stands in the page and in the program; another one is a catalogue that is fetched when
// it is used: the words of the page's frame are exchanged here, those of the program by the program.
(() => {
	'use strict';

	const app = window.gasburden = window.gasburden || {};
	const script = document.currentScript.dataset;
	const own = JSON.parse(script.words); // what the scripts say in English
	const catalogues = script.catalogues.split(' '); // BCP 47 tags besides English
	app.words = own;
	app.language = 'en';
	app.fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => name in values ? values[name] : all);

	// known is the catalogue for a tag: of its language, if not of its region.
	const primary = (tag) => tag.toLowerCase().split('-')[0];
	const known = (tag) => ['en', ...catalogues].find((name) => primary(name) === primary(tag));
	const linked = () => {
		const found = /[?&#]lang=([\w-]+)/.exec(location.search + location.hash) || /\blang=([\w-]+)/.exec(script.start || '');
		return found && known(found[1]);
	};
	const preferred = () => (navigator.languages || [navigator.language || 'en']).map(known).find(Boolean) || 'en';

	// The frame's own words, by element: their text, and the name that is read aloud.
	const english = new Map(), title = document.title;
	function exchange(text) {
		const at = (path) => path.split('.').reduce((value, name) => value && value[name], text);
		document.title = text ? at(`Pages.${script.preset}.Title`) : title;
		for (const el of document.querySelectorAll('[data-text], [data-label]')) {
			if (app.ready && el.closest('#app')) continue; // the program's
			if (!english.has(el)) english.set(el, {text: el.innerHTML, label: el.getAttribute('aria-label')});
			const {text: words, label} = el.dataset, before = english.get(el);
			if (words) {
				const said = text && at(words);
				// The answer marks its figures; all else is plain.
				if (said && !el.hasAttribute('data-marked')) el.textContent = said; else el.innerHTML = said || before.text;
			}
			if (label) el.setAttribute('aria-label', text && at(label) || before.label);
		}
	}

	// speak changes the page's language and gives the catalogue's bytes, null for English. It rejects where there is none.
	app.speak = async (tag) => {
		let text = null, bytes = null;
		if (tag !== 'en') {
			bytes = await app.load(`data/text-${tag}.json`);
			text = JSON.parse(new TextDecoder().decode(bytes));
		}
		app.language = document.documentElement.lang = tag;
		app.words = text ? text.Start : own;
		exchange(text);
		for (const el of document.querySelectorAll('[data-language-page]')) { // pages that exist in each language
			const place = el.getAttribute('href').replace(/[^/]*$/, ''); // a page from a disk names the published site
			el.setAttribute('href', place + el.dataset.languagePage + (tag === 'en' ? '' : '-' + tag) + '.html');
		}
		const choice = document.getElementById('language');
		if (choice) choice.value = tag;
		const section = document.getElementById('evidence');
		if (app.evidenceSpoken) app.evidenceSpoken();
		else if (section) app.speakEvidence(section).catch((error) => console.warn(String(error)));
		if (app.exploreSpoken) app.exploreSpoken();
		return bytes;
	};

	// The section of evidence has words of its own: its HTML, which is exchanged here, and those of its charts, which are
	// the answer; null for English.
	const evidence = new Map();
	let section;
	app.speakEvidence = async (el) => {
		section = section || {html: el.innerHTML, tag: 'en'};
		const tag = app.language, name = `data/evidence-${tag}.json`;
		if (tag !== 'en' && !evidence.has(tag)) {
			evidence.set(tag, JSON.parse(new TextDecoder().decode(await app.load(name))));
		}
		const words = evidence.get(tag) || null;
		if (section.tag !== tag) el.innerHTML = words ? words.html : section.html;
		section.tag = tag;
		return words;
	};

	// The program takes the language that the page starts in, {tag, bytes}, and then follows changes by app.spoke.
	app.startSpeaking = () => {
		const asked = linked(), tag = asked || preferred();
		app.spoken = app.speak(tag).then((bytes) => ({tag: asked ? tag : '', bytes}), (error) => {
			console.warn(String(error)); // English will do
			return {tag: '', bytes: null};
		});
	};
	async function change(tag) {
		if (tag === app.language) return;
		const said = document.getElementById('language-status');
		if (said) said.textContent = '';
		try {
			const bytes = await app.speak(tag);
			if (app.spoke) app.spoke(tag, bytes); else app.spoken = Promise.resolve({tag, bytes});
		} catch (error) {
			const choice = document.getElementById('language');
			if (choice) choice.value = app.language;
			if (said) said.textContent = app.fill(app.words.LanguageFailed, {error: app.explain(error)});
		}
	}
	document.addEventListener('change', (event) => { if (event.target.id === 'language') change(event.target.value); });
	addEventListener('hashchange', () => { if (linked()) change(linked()); });
})();
