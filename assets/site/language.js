// The reader's language. English stands in the program and in the page, or in its twin; another one is a catalogue that is
// fetched when it is used: the words of the page's frame are exchanged here, those of the program by the program.
(() => {
	'use strict';

	const app = window.gasburden = window.gasburden || {};
	const script = document.currentScript.dataset;
	const base = document.documentElement.lang; // what the page was sent in
	const catalogues = script.catalogues.split(' '); // BCP 47 tags besides English
	app.words = JSON.parse(script.words); // what the scripts say
	app.language = base;
	app.fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => name in values ? values[name] : all);

	// known is the catalogue for a tag: of its language, if not of its region.
	const primary = (tag) => tag.toLowerCase().split('-')[0];
	const known = (tag) => ['en', ...catalogues].find((name) => primary(name) === primary(tag));
	const linked = () => {
		const found = /(?:[?&#;]|%(?:25)*26)lang(?:=|%(?:25)*3d)([\w-]+)/i.exec(location.search + location.hash) || /\blang=([\w-]+)/.exec(script.start || '');
		return found && known(found[1]);
	};
	const preferred = () => (navigator.languages || [navigator.language || 'en']).map(known).find(Boolean) || 'en';

	// What the frame says in English, by the name in the catalogue.
	let english = null;
	function hold(page) {
		const said = {}, section = page.getElementById('evidence');
		for (const el of page.querySelectorAll('[data-text], [data-label]')) {
			if (el.dataset.text) said[el.dataset.text] = el.innerHTML;
			if (el.dataset.label) said[el.dataset.label] = el.getAttribute('aria-label');
		}
		english = {said, title: page.title, about: about(page).content, words: JSON.parse(page.querySelector('script[data-words]').dataset.words), section: section && section.innerHTML};
	}
	const about = (page) => page.querySelector('meta[name=description]');
	const read = (bytes) => new TextDecoder().decode(bytes);
	const twin = async () => new DOMParser().parseFromString(read(await app.load(script.english)), 'text/html');

	function exchange(text) {
		const at = (path) => text ? path.split('.').reduce((value, name) => value && value[name], text) : english.said[path];
		const {Title, Description} = text ? text.Pages[script.preset] : {Title: english.title, Description: english.about};
		app.title = Title;
		about(document).content = Description;
		for (const el of document.querySelectorAll('[data-text], [data-label]')) {
			if (app.ready && el.closest('#app')) continue; // the program's
			const {text: words, label} = el.dataset, said = words && at(words), named = label && at(label);
			// The answer marks its figures; all else is plain.
			if (said && text && !el.hasAttribute('data-marked')) el.textContent = said; else if (said) el.innerHTML = said;
			if (named) el.setAttribute('aria-label', named);
		}
		app.entitle();
		app.partly();
	}

	// speak changes the page's language and gives the catalogue's bytes, null for English. It rejects where there is none.
	app.speak = async (tag) => {
		let text = null, bytes = null;
		if (!english && base === 'en') hold(document);
		else if (!english && tag === 'en') hold(await twin());
		if (tag !== 'en') {
			bytes = await app.load(`data/text-${tag}.json`);
			text = JSON.parse(read(bytes));
		}
		app.language = document.documentElement.lang = tag;
		app.words = text ? text.Start : english.words;
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
	let shown = base;
	app.speakEvidence = async (el) => {
		const tag = app.language, name = `data/evidence-${tag}.json`;
		if (tag !== 'en' && !evidence.has(tag)) {
			evidence.set(tag, JSON.parse(read(await app.load(name))));
		}
		const words = evidence.get(tag) || null;
		if (shown !== tag) el.innerHTML = words ? words.html : english.section;
		shown = tag;
		return words;
	};

	// The program takes the language that the page starts in, {tag, bytes}, and then follows changes by app.spoke.
	app.startSpeaking = () => {
		const asked = linked(), tag = asked || preferred();
		app.spoken = app.speak(tag).then((bytes) => ({tag: asked ? tag : '', bytes}), async (error) => {
			console.warn(String(error)); // English will do
			if (base !== 'en') await app.speak('en').catch(() => {});
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
			settle(tag);
		} catch (error) {
			const choice = document.getElementById('language');
			if (choice) choice.value = app.language;
			if (said) said.textContent = app.fill(app.words.LanguageFailed, {error: app.explain(error)});
		}
	}
	// settle moves the address to the page that was made in the language: its preview speaks it where a link is posted.
	function settle(tag) {
		const page = document.querySelector(`link[hreflang="${tag}"]`);
		if (page) app.replace((app.away ? app.main() : page.href.replace(/.*\//, './')) + location.search + location.hash);
	}
	document.addEventListener('change', (event) => { if (event.target.id === 'language') change(event.target.value); });
	addEventListener('hashchange', () => { if (linked()) change(linked()); });
})();
