// Drives the section "What would change it?", once the reader comes near it: forms, long work in slices, and what
// it comes to. The engine computes, and writes the answers; forms and words come with data/explore.json.
import {showChart} from './data.js';
import {VIEW} from './link.js';
import * as marks from './marks.js';
import {app} from './shared.js';
import {explain as explainError, fill, note as noteIn} from './words.js';

/** @import {FromExplore, PictureRequest, Pointed} from './types' */

/**
 * Answers of the engine, and elements of forms that the engine wrote: what is in them only web/explore knows.
 * @typedef {any} Answer
 * @typedef {any} Field
 */

/** @typedef {{picture: string, form: string, request: Record<string, Answer>}} Question a picture, a form, and the whole request */

const utf8 = new TextDecoder();
const restMS = 400; // after a change of the picture, before a visible answer is asked for again
const sliceMS = 30; // of work between two looks at other questions
/** @type {Record<string, string>} */
let words = {};

const file = async (/** @type {string} */ name) => utf8.decode(await app.load(name));
/** @type {(name: string, request: object) => Promise<Answer>} */
const ask = async (name, request) => JSON.parse(utf8.decode(app.ask ? await app.ask(name, request) : new Uint8Array()));
// The program runs before this section is shown.
const request = () => /** @type {() => PictureRequest} */ (app.request)();

// picture is what is on show, as the engine takes it.
const picture = () => {
	const {query, scenario, ownFile} = request();
	return {query, ...(scenario && {scenario: JSON.parse(scenario)}), ...(ownFile && {own: true, file: ownFile})};
};
const drawn = ['runs', 'seed', 'block']; // what an ensemble needs to come again
const open = (/** @type {string} */ query) => {
	app.open?.('#' + query);
	app.address(query);
};
// How a link says to look at the picture changes no answer, and stays when a scenario is taken over.
const take = (/** @type {string} */ query) => open(query.replace(VIEW, '') + (request().query.match(VIEW) || []).join(''));
/**
 * keyed is a link with a key set as another link has it.
 * @param {string} link
 * @param {string} key
 * @param {string} query
 */
const keyed = (link, key, query) => {
	const part = new RegExp(`&${key}=[^&]*`);
	return link.replace(part, '') + (part.exec(query) || [''])[0];
};
/**
 * carry sets single keys of the present link as another link has them.
 * @param {string} query
 * @param {string[]} keys
 */
const carry = (query, keys) => {
	const now = keys.reduce((link, key) => keyed(link, key, query), request().query);
	if (now !== request().query) open(now);
};
// The forms begin with a figure of the headline, which follows what the reader divides by.
const headline = () => `month_direct_over_${new URLSearchParams(request().query).get('by') || 'netflow'}`;
const key = () => JSON.stringify({...picture(), query: request().query.replace(VIEW, '')});
/**
 * translated is a question about the same picture in the language that the page speaks by now.
 * @template {{query?: string}} R
 * @param {R} request
 */
const translated = (request) => ({...request, query: `${('&' + request.query).replace(/&lang=[^&]*/g, '').slice(1)}&lang=${app.language}`});

// frame is what was made at build time in the page's language, once; after a failure it may be asked for again.
/** @type {Promise<Answer> | null} */
let arrived = null;
/** @type {HTMLStyleElement | null} */
let style = null;
let spoken = '';
const frame = () => {
	if (spoken !== app.language) arrived = null;
	spoken = app.language;
	const asked = arrived = arrived || Promise.all([file(`data/explore${spoken === 'en' ? '' : '-' + spoken}.json`).then((text) => JSON.parse(text)), style || file('data/explore.css')]).then(([data, rules]) => {
		if (!style) {
			style = document.createElement('style');
			style.textContent = String(rules);
			document.head.append(style);
		}
		words = data.text;
		return data;
	});
	asked.catch(() => { if (arrived === asked) arrived = null; });
	return asked;
};

/** @type {ReturnType<typeof card>[]} of the section as it stands */
let cards = [];
/** @type {AbortController | null} ends what listens for the section in its former language */
let shown = null;
/** @type {FromExplore['showExplore']} */
const showExplore = async (section) => {
	/** @type {Field} */
	const host = section.querySelector('#explore-cards');
	app.exploreSpoken = () => {
		const dialog = document.querySelector('dialog.steps');
		if (dialog) dialog.remove();
		steps = null;
		showExplore(section);
	};
	/** @type {{id: string, value: string}[]} */
	let asked = []; // fields of the section in its former language
	try {
		const {html} = await frame();
		for (const home of host.querySelectorAll('[data-chart]')) app.unmount(home.dataset.chart);
		asked = Array.from(host.querySelectorAll('.asking [name]'), ({id, value}) => ({id, value}));
		if (shown) shown.abort();
		shown = new AbortController();
		host.innerHTML = html;
	} catch (error) {
		host.replaceChildren();
		noteIn(host, app.words.ExploreFailed, error);
		marks.put();
		return;
	}
	const link = new URLSearchParams(request().query);
	for (const name of drawn) if (link.has(name)) host.querySelector(`[name=${name}]`).value = link.get(name);
	for (const {id, value} of asked) {
		/** @type {Field} */
		const field = document.getElementById(id);
		// The rates of the picture come with the next answer.
		if (field.name === 'rate' && value !== '0') field.add(new Option(value, value));
		field.value = value;
	}
	const before = cards.map((c) => c.leave());
	cards = [...host.querySelectorAll('[data-question]')].map((el, i) => card(el, before[i]));
	before.forEach((was, i) => cards[i].resume(was));
	const visible = new IntersectionObserver((entries) => {
		for (const entry of entries) cards.find((c) => c.el === entry.target)?.seen(entry.isIntersecting);
	}, {rootMargin: '200px'});
	for (const c of cards) visible.observe(c.el);
	const {signal} = shown;
	signal.addEventListener('abort', () => visible.disconnect());
	const changed = () => cards.forEach((c) => c.changed());
	addEventListener('gasburden:change', changed, {signal});
	addEventListener('hashchange', changed, {signal});
	host.addEventListener('click', (/** @type {Answer} */ event) => {
		const button = event.target.closest('[data-open]');
		if (button) take(button.dataset.open);
		if (event.target.closest('[data-see]')) {
			marks.want(true);
			marks.offer(host);
			marks.see((/** @type {string} */ query) => carry(query, ['by', 'unit']));
		}
	}, {signal});
};

// explain shows the steps behind a day's numbers, in a dialog. at is what the day was pointed at on: the chart, and
// kind and number of its curve.
/** @type {((on: string, at: Pointed) => void) | null} */
let steps = null;
/** @type {FromExplore['showSteps']} */
const showSteps = async (on, at = {}) => {
	if (!steps) {
		const {dialog} = await frame();
		if (!steps) steps = stepsDialog(dialog);
	}
	steps(on, at);
};

Object.assign(app, {showExplore, showSteps});

/** @param {string} html */
function stepsDialog(html) {
	const el = document.createElement('dialog');
	el.className = 'steps';
	el.setAttribute('aria-labelledby', 'steps-title');
	el.innerHTML = html;
	document.body.append(el);
	/** @type {(selector: string) => Field} */
	const find = (selector) => el.querySelector(selector);
	const title = find('h2'), problem = find('.error'), chain = find('.steps-chain');
	const day = find('[name=on]'), rate = find('[name=rate]'), lead = find('#steps-lead'), said = find('#steps-pointed'), busy = find('.steps-busy');
	/** @type {Pointed} */
	let at = {};
	let turn = 0, asked = ''; // day and rate
	// A pinned run has its own link, and is of the FIL+ rate that its sentences speak of. It is drawn over what all
	// curves are.
	/** @type {Record<string, string>} */
	const pins = {pin: 'line', pindash: 'dash'};
	const pinned = (/** @type {PictureRequest} */ {query, pinned}) => translated({query: keyed(pinned, 'by', query)});
	const pointed = () => ({...(at.curve && at.curve in pins ? pinned(request()) : picture()), chart: at.chart, curve: at.curve && (pins[at.curve] || at.curve)});
	/**
	 * @param {number} number of the FIL+ rate
	 * @param {boolean} [first]
	 */
	async function load(number, first) {
		const mine = ++turn;
		asked = day.value + rate.value;
		chain.setAttribute('aria-busy', 'true');
		busy.textContent = words.explaining;
		try {
			const answer = await ask('explain', {...pointed(), on: day.value, rate: number});
			if (mine !== turn) return;
			title.textContent = answer.title;
			lead.textContent = answer.lead;
			said.textContent = answer.pointed || '';
			[day.min, day.max] = [answer.first, answer.last];
			// Groups stay as the reader left them, by their names; a curve that was pointed at opens its own besides.
			const name = (/** @type {Field} */ group) => group.querySelector('h3').textContent;
			/** @type {() => Field[]} */
			const groups = () => Array.from(chain.querySelectorAll('details'));
			const left = new Map(groups().map((group) => [name(group), group.open]));
			chain.innerHTML = answer.html;
			for (const group of groups()) if (left.has(name(group))) group.open = left.get(name(group)) || first && group.open;
			// A page that is one file has the methodology on the public site.
			for (const link of location.protocol === 'file:' ? chain.querySelectorAll('[href^="method"]') : []) link.href = app.base + link.getAttribute('href');
			rate.replaceChildren(...answer.rates.map((/** @type {string} */ text, /** @type {number} */ i) => new Option(text, String(i + 1))));
			rate.value = String(answer.rate);
			asked = day.value + rate.value;
			rate.closest('.field').hidden = answer.rates.length < 2;
			problem.hidden = true;
		} catch (error) {
			if (mine !== turn) return;
			asked = '';
			problem.hidden = false;
			problem.textContent = fill(words.explainFailed, {error: explainError(error)});
			title.textContent = words.explainTitle;
			lead.textContent = said.textContent = '';
			chain.replaceChildren();
		}
		busy.textContent = '';
		chain.removeAttribute('aria-busy');
		app.explained = (app.explained || 0) + 1; // for tests
	}
	find('form').addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
	// A day that is typed is whole only with its last digit: what lies outside the range is asked for once it stands.
	for (const type of ['input', 'change']) find('form').addEventListener(type, () => {
		if (day.value && asked !== day.value + rate.value && (type === 'change' || day.validity.valid)) load(Number(rate.value));
	});
	find('[data-close]').addEventListener('click', () => el.close());
	chain.addEventListener('click', (/** @type {Answer} */ event) => {
		const to = event.target.closest('[data-group]');
		if (!to) return;
		/** @type {Field} */
		const group = document.getElementById(to.dataset.group);
		group.open = true;
		group.scrollIntoView({block: 'start'});
		group.querySelector('summary').focus({preventScroll: true});
	});
	el.addEventListener('click', (event) => { if (event.target === el) el.close(); }); // beside it
	return (/** @type {string} */ on, /** @type {Pointed} */ now) => {
		at = now;
		day.value = on;
		if (!el.open) el.showModal();
		title.focus();
		load(at.curve === 'line' || at.curve === 'dash' ? at.rate || 0 : 0, true);
	};
}

/**
 * tally counts the answers and the refusals of a question, for tests.
 * @param {'explored' | 'refused'} what
 * @param {string} name
 */
const tally = (what, name) => { app[what] = {...app[what], [name]: (app[what]?.[name] || 0) + 1}; };

// A table that fits its box is no place to stop at with the Tab key.
const scrolls = new ResizeObserver((entries) => {
	for (const {target} of entries) if (target instanceof HTMLElement) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
});

/**
 * card is one question: its form, the work under way, and the last answer.
 * @param {HTMLElement} el
 * @param {Answer} former what the card in another language left
 */
function card(el, former) {
	const name = el.dataset.question || '';
	/** @type {(selector: string) => Field} */
	const find = (selector) => el.querySelector(selector);
	const form = find('form'), work = find('.work'), said = find('.work-said'), bar = find('progress'), stale = find('.stale');
	const problem = find('.error'), note = find('.work-note'), answer = find('.answer');
	// Long work, and what needs a second link, starts when the reader says so.
	const manual = name === 'ensemble' || name === 'compare';
	let inView = false, current = 0, timer = 0;
	/** @type {Question | null} what the answer is about */
	let answered = null;
	/** @type {Question | null} what the work under way is about */
	let asking = null;
	/** @type {Answer} job of the work under way */
	let running = null;
	/** @type {Answer} job that can go on */
	let kept = null;
	let owed = false; // the reader asked for the answer to come, and shall hear of it
	let picked = Boolean(former && former.picked); // the reader has chosen the figure
	// A target is of a unit: each has its own, and the engine begins that of a unit that has none yet.
	let {targets = {}, targetUnit = '', begins = false} = former || {};

	/** @type {(name: string) => Field} */
	const field = (n) => form.elements[n];
	function asked() {
		const figure = field('figure') && field('figure').selectedOptions[0];
		/** @type {Record<string, Answer>} */
		const out = {};
		if (figure) out.figure = figure.value;
		if (figure && 'day' in figure.dataset) out.on = field('on').value;
		if (field('rate')) out.rate = Number(field('rate').value);
		if (field('input')) out.input = field('input').value;
		if (field('target')) {
			out.typed = {target: field('target').value};
			if (begins) out.begins = true;
			out.width = Math.min(760, Math.floor(form.clientWidth));
		}
		if (name === 'ensemble') out.typed = {runs: field('runs').value, seed: field('seed').value, block: field('block').value};
		if (name === 'compare') {
			out.against_preset = field('preset').value;
			out.against = field('against').value.trim();
			out.page = app.base;
		}
		return out;
	}
	/** @returns {Question} */
	const question = () => ({picture: key(), form: JSON.stringify({...asked(), width: 0}), request: {...picture(), ...asked()}});

	/**
	 * understand shows beside a number field how the engine reads its text, unless that is plain digits.
	 * @param {Field} input
	 */
	async function understand(input) {
		const {value} = input;
		/** @type {Field} */
		const hint = document.getElementById(input.id + '-hint');
		const show = (/** @type {Answer} */ {said, refused}) => {
			if (input.value !== value) return; // typed on
			hint.querySelector('.read').textContent = said;
			input.setAttribute('aria-invalid', refused);
		};
		const figure = field('figure') ? {figure: field('figure').value} : {};
		show(await ask('read', {...figure, typed: {[input.name]: value}}).catch(() => ({said: '', refused: false})));
	}
	const typedFields = form.querySelectorAll('[data-typed]');
	form.addEventListener('input', (/** @type {Answer} */ event) => { if ('typed' in event.target.dataset) understand(event.target); });
	// Up and down step a whole number, as in a field of that type, which could not show other text.
	form.addEventListener('keydown', (/** @type {Answer} */ event) => {
		const {target, key} = event, step = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
		if (!step || target.inputMode !== 'numeric' || !/^\d{1,15}$/.test(target.value)) return;
		event.preventDefault();
		target.value = String(Math.max(1, Number(target.value) + step));
		for (const type of ['input', 'change']) target.dispatchEvent(new Event(type, {bubbles: true}));
	});

	// age says what has changed since the answer on show was asked for, '' for nothing.
	function age() {
		if (!answered || !answer.childElementCount) return '';
		const now = question();
		return now.picture !== answered.picture ? words.stale : now.form !== answered.form ? words.staleForm : '';
	}
	function aged(otherwise = '') {
		const text = age() || otherwise;
		stale.hidden = !text;
		find('.stale-said').textContent = text;
	}

	/** @param {unknown} error */
	function show(error) {
		problem.hidden = !error;
		problem.textContent = error ? fill(words.failed, {error: explainError(error)}) : '';
	}

	/**
	 * @param {{done: number, of: number}} state
	 * @param {number} started
	 */
	function progress(state, started) {
		const {done, of} = state, seconds = (performance.now() - started) / 1e3;
		bar.value = of ? done / of : 0;
		const left = done ? Math.ceil(seconds / done * (of - done)) : 0;
		said.textContent = fill(seconds > 1 && left ? words.workingLeft : words.working, {done, of, left});
	}

	const drop = (/** @type {Answer} */ job) => { if (job) ask('drop', {job}).catch(() => {}); };

	/**
	 * run asks what picture and form say or, in another language, what was asked before: work under way goes on.
	 * @param {Answer} [was]
	 * @param {boolean} [told]
	 */
	async function run(was, told) {
		owed = told || owed && asking !== null;
		clearTimeout(timer);
		const turn = ++current, started = performance.now();
		/** @type {Question} */
		const about = was ? {...was.about, request: translated(was.about.request)} : question();
		const rate = was ? was.rate : shownRate();
		drop(running);
		drop(kept);
		running = kept = null;
		asking = about;
		show(null);
		tell('');
		stale.hidden = true;
		let last = {done: 0, of: 1};
		// What is done at once needs no bar, which would only flicker.
		const shown = setTimeout(() => {
			if (turn !== current) return;
			progress(last, started);
			work.hidden = false;
		}, 250);
		answer.setAttribute('aria-busy', 'true');
		try {
			const {request} = about;
			let state = await ask(name, was && was.job ? {...request, job: was.job} : request);
			if (turn !== current) return drop(state.job);
			running = state.job;
			for (const c of about.picture === key() ? cards : []) c.offerRates(state.rates);
			for (let n = 1; !state.answer;) {
				const before = performance.now();
				state = await ask('step', {job: running, n, rate});
				if (turn !== current) return drop(running);
				last = state;
				progress(state, started);
				const took = performance.now() - before;
				if (took < sliceMS / 2) n *= 2; else if (took > sliceMS) n = Math.max(1, Math.floor(n / 2));
			}
			if (name === 'ensemble') kept = running;
			running = null;
			answered = about;
			if ('target' in state.answer) begin(state.answer.target);
			put(state.answer);
			if (owed) tell();
			if (manual) aged();
			if (state.answer.seeded && about.picture === key()) carry(state.answer.seeded, drawn);
			tally('explored', name);
		} catch (error) {
			if (turn !== current) return;
			running = null;
			answered = about; // asking again would fail again
			const focused = answer.contains(document.activeElement);
			answer.replaceChildren();
			mark();
			show(error);
			problem.tabIndex = -1;
			if (focused) problem.focus({preventScroll: true});
			tally('refused', name);
		} finally {
			clearTimeout(shown);
			if (turn === current) {
				asking = null;
				work.hidden = true;
				answer.removeAttribute('aria-busy');
				if (name === 'ensemble' && answered) find('[type=submit]').textContent = words.again;
			}
		}
	}

	// tell gives the status a text: what is seen nowhere else, or the answer's first sentences for those who hear the
	// page.
	function tell(text = answer.querySelector('.said, .error').textContent, seen = false) {
		note.classList.toggle('heard', !seen);
		note.textContent = text;
	}

	/** @param {string} [why] */
	function cancel(why = words.cancelled) {
		const focused = work.contains(document.activeElement);
		current++;
		drop(running);
		running = asking = null;
		work.hidden = true;
		answer.removeAttribute('aria-busy');
		tell(fill(why, {done: fill(words.share, {n: Math.round(bar.value * 100)})}), true);
		const again = find('[type=submit]');
		if (!again) {
			aged(words.unanswered); // with the button that asks again
			mark();
		} else {
			aged();
		}
		if (focused) (again || find('.again')).focus({preventScroll: true});
	}

	/**
	 * mark puts the lines of the answer on the page's own charts, or takes those of the last one away.
	 * @param {Answer} [lines]
	 */
	function mark(lines) {
		if (name !== 'breakeven' || !el.isConnected) return; // the section speaks another language by now
		marks.put(lines);
		marks.offer(answer);
	}

	// unfold shows the rows of the tornado that move the figure less, or hides them again.
	let whole = false;
	function unfold() {
		const rest = answer.querySelector('.rest'), button = answer.querySelector('[data-rest]');
		if (!rest) return;
		whole = rest.hidden;
		rest.hidden = !whole;
		button.setAttribute('aria-expanded', whole);
		[button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
	}
	answer.addEventListener('click', (/** @type {Answer} */ event) => { if ('rest' in event.target.dataset) unfold(); });

	const focusable = 'button, select, input, a[href], [tabindex]';
	/**
	 * placeOf is where an element of the answer is found again in the next one, whose rows may stand in another order:
	 * by the key of what it sets or shows, the chart that it is of.
	 * @param {Field} at
	 * @returns {() => Field}
	 */
	function placeOf(at) {
		const {key, chart} = (at.closest('[data-key], [data-chart]') || answer).dataset, holder = () => answer.querySelector(key ? `[data-key="${CSS.escape(key)}"]` : `[data-chart="${CSS.escape(chart)}"]`);
		if (!key && !chart) return () => null;
		const n = [...holder().querySelectorAll(focusable)].indexOf(at);
		// Where the end of a row is nothing to set any more, the row's other one is next to it.
		return () => holder() && (n < 0 ? holder() : holder().querySelectorAll(focusable)[n]) || key && answer.querySelector(`[data-key^="${CSS.escape(key.split(':')[0])}:"]`);
	}

	/**
	 * put shows an answer. Focus on what it has moves to the same in the new one.
	 * @param {Answer} to
	 */
	function put({html, charts, marks: lines}) {
		const focus = answer.contains(document.activeElement) && (answer === document.activeElement ? () => null : placeOf(document.activeElement));
		const tables = Array.from(answer.querySelectorAll('[data-chart] details[open]'), (/** @type {Field} */ table) => table.closest('[data-chart]').dataset.chart);
		for (const home of answer.querySelectorAll('[data-chart]')) app.unmount(home.dataset.chart);
		answer.innerHTML = html;
		if (whole) unfold();
		for (const box of answer.querySelectorAll('.wide-table')) scrolls.observe(box);
		mark(lines);
		for (const chart of charts || []) {
			showChart(chart, answer.querySelector(`[data-chart="${chart.id}"]`));
			if (tables.includes(chart.id)) answer.querySelector(`[data-chart="${chart.id}"] details`).open = true;
		}
		if (!focus) return;
		answer.tabIndex = -1; // what had the focus is there no more
		const found = focus() || answer;
		if (found.closest('.rest[hidden]')) unfold();
		found.focus({preventScroll: true});
	}

	/**
	 * offerRates makes the rates of the picture the choices of the form.
	 * @param {string[]} [rates]
	 */
	function offerRates(rates) {
		const select = field('rate');
		if (!select || !rates) return;
		const now = select.value;
		while (select.options.length > 1) select.remove(1);
		rates.forEach((rate, i) => select.add(new Option(rate, String(i + 1))));
		select.value = Number(now) <= rates.length ? now : '0';
		select.closest('.field').hidden = rates.length < 2;
	}
	const shownRate = () => Number((answer.querySelector('[data-rate]') || {value: 0}).value);

	// The day of a figure of a day begins in the middle of what the page shows.
	function fit() {
		const select = field('figure');
		if (!select) return;
		if (field('target')) retarget(select.selectedOptions[0].dataset.unit);
		if (!picked) select.value = headline();
		const chosen = select.selectedOptions[0], on = field('on');
		on.closest('.field').hidden = !('day' in chosen.dataset);
		if (!on.value && app.charts.hero) {
			const [days] = app.charts.hero.data;
			on.value = new Date(days[Math.floor(days.length * 0.6)] * 1e3).toISOString().slice(0, 10);
		}
		const unit = find('.unit-name');
		if (unit) retarget(chosen.dataset.unit);
		if (unit) unit.textContent = new Map([['share', words.percent], ['share/year', words.percentYear], ['FIL/day', words.filDay]]).get(chosen.dataset.unit) || words.fil;
	}

	/** @param {string} unit */
	function retarget(unit) {
		if (unit === targetUnit) return;
		if (targetUnit) {
			if (!begins) targets[targetUnit] = field('target').value;
			begins = !(unit in targets);
			if (!begins) field('target').value = targets[unit];
			understand(field('target'));
		}
		targetUnit = unit;
	}
	/**
	 * begin takes the target that the engine chose.
	 * @param {number} target
	 */
	function begin(target) {
		begins = false;
		field('target').value = String(targetUnit.startsWith('share') ? Number((100 * target).toPrecision(1)) : target);
		understand(field('target'));
		if (answered) answered = {...answered, form: question().form};
	}

	const due = () => {
		const now = question();
		return !answered || answered.picture !== now.picture || answered.form !== now.form;
	};
	function soon() {
		clearTimeout(timer);
		if (manual || !inView || !due()) return;
		timer = setTimeout(() => { if (inView && due()) run(); }, restMS);
	}

	form.addEventListener('submit', (/** @type {Event} */ event) => {
		event.preventDefault();
		run(undefined, true);
	});
	form.addEventListener('change', (/** @type {Answer} */ event) => {
		picked = picked || event.target === field('figure');
		if (name === 'breakeven') marks.touch();
		if (event.target === field('target')) begins = false;
		fit();
		if (!manual) run(undefined, true);
		else aged();
	});
	find('.cancel').addEventListener('click', () => cancel());
	find('.again').addEventListener('click', () => run(undefined, true));
	if (field('preset')) {
		field('preset').addEventListener('change', () => { if (field('preset').value) field('against').value = ''; });
		field('against').addEventListener('input', () => { field('preset').value = ''; });
	}
	answer.addEventListener('change', async (/** @type {Answer} */ event) => {
		if ('mark' in event.target.dataset) return marks.want(event.target.checked);
		if (!('rate' in event.target.dataset) || !kept) return;
		const turn = current, rate = Number(event.target.value);
		try {
			/** @type {Answer} */
			let state = {};
			while (!state.answer) {
				state = await ask('step', {job: kept, n: 1, rate});
				if (turn !== current || shownRate() !== rate) return;
			}
			put(state.answer);
			tell();
		} catch (error) {
			show(error);
		}
	});
	fit();
	for (const input of typedFields) if (!/^\d+$/.test(input.value)) understand(input); // typed before the language changed
	return {
		el,
		seen(/** @type {boolean} */ now) {
			inView = now;
			soon();
		},
		offerRates,
		changed() {
			fit();
			if (!manual) return soon();
			aged();
			if (asking && asking.picture !== key()) cancel(words.overtaken); // it would answer what nobody asks any more
		},
		// leave ends a card in its former language, and resume goes on with what it was about.
		leave() {
			clearTimeout(timer);
			const was = {about: asking || answered, job: name === 'ensemble' && (running || kept), rate: shownRate(), picked, targets, targetUnit, begins, owed: owed && asking !== null};
			if (!was.job) drop(running);
			running = kept = null; // the next card's, or nobody's
			current++;
			return was;
		},
		resume(/** @type {Answer} */ was) {
			if (was.about) run(manual ? was : undefined, was.owed);
		},
	};
}
