// The smoke suite: what a reader does first, in every engine that readers use. The numbers are held against the command
// line.
//
// Environment: E2E_DIST names a built site (without it one is built), ENGINES a list of engines (default: all),
// E2E_SHOTS a folder for screenshots (default: none are taken), CHROMIUM and FIREFOX the browsers.
import {after, before, describe, test} from 'node:test';
import assert from 'node:assert/strict';
import {execFile, execFileSync} from 'node:child_process';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {until} from './browser.mjs';
import {pagesOf, widthsOfPictures} from './paper.mjs';
import {serve} from './server.mjs';
import {ENGINES, start} from './start.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const LINK = '?v=1&fee=0.9';
const PHONE = {width: 390, height: 800};
const PAPER_PX = 690; // width of the chart on paper, as access.js has it

let work, dist, numbers;

before(async () => {
	work = await mkdtemp(path.join(tmpdir(), 'gasburden-engines-'));
	dist = process.env.E2E_DIST || path.join(work, 'dist');
	if (!process.env.E2E_DIST) execFileSync('go', ['run', './web/cmd/build', '-o', dist], {cwd: root});
	const program = path.join(work, 'gasburden');
	execFileSync('go', ['build', '-o', program, './sim/cmd/gasburden'], {cwd: root});
	numbers = Object.fromEntries(await Promise.all(['', LINK].map(async (link) => {
		const {stdout} = await promisify(execFile)(program, ['run', '-format', 'json', ...link ? ['-link', link] : []],
			{maxBuffer: 1 << 28});
		return [link, JSON.parse(stdout)];
	})));
});
after(() => rm(work, {recursive: true, force: true}));

// What runs inside the page. Each function stands alone: only its text gets there.
const ready = () => Boolean(window.gasburden?.ready && gasburden.charts?.hero);
const headline = () => document.getElementById('headline').textContent;
// The number that the sentence is about; the first one is the FIL+ rate.
// The figure of the answer: of today's question the first one, of earlier ones that after the FIL+ rate.
const answer = () => { // with ordinary spaces
	const marked = Array.from(document.querySelectorAll('#headline b'), (b) => b.textContent.replaceAll('\u00a0', ' '));
	return marked.find((text) => /FIL a day/.test(text)) || marked[1];
};
const unfold = (id) => { document.getElementById(id).open = true; };
const valueOf = (id) => document.getElementById(id).value;
const middleOf = (selector) => {
	const el = document.querySelector(selector);
	el.scrollIntoView({block: 'center', behavior: 'instant'});
	const box = el.getBoundingClientRect();
	return {x: box.left + box.width / 2, y: box.top + box.height / 2, left: box.left, right: box.right};
};
const crashed = () => !document.getElementById('crash').hidden && document.getElementById('crash').textContent;
// The solid curves of the large chart: values by day, in percent, for every day that has one.
const curves = () => {
	const u = gasburden.charts.hero;
	return u.series.slice(1).map((s, k) => ({dash: Boolean(s.dash), band: /band/.test(s.label),
		values: Array.from(u.data[k + 1])}))
		.filter((s) => !s.dash && !s.band).map((s) => s.values.flatMap((v, i) => Number.isFinite(v) ?
			[[u.data[0][i], v]] : []));
};

/**
 * What the command line has for the middle rate, by unix seconds: of the page's own scenario FIL a day, of a link of
 * version 1 the share of net flow in percent.
 */
function expected(link) {
	const {dates, runs} = numbers[link], run = runs[Math.floor(runs.length / 2)];
	const [name, scale] = link ? ['gas_over_netflow', 100] : ['gas_status_quo_fil', 1];
	const offset = run.offsets?.[name] || 0;
	return new Map(run.series[name].map((v, i) => [Date.parse(dates[i + offset]) / 1e3, scale * v]));
}

/** Whether the large chart draws the command line's curve for a link, to 1e-9 relative. */
async function drawsCurveOf(page, link) {
	const want = expected(link);
	const worst = (await page.run(curves)).filter((curve) => curve.length > 1000)
		.map((curve) => Math.max(...curve.map(([at, v]) => Math.abs(v - want.get(at)) / Math.abs(v))));
	assert.ok(worst.some((difference) => difference < 1e-9),
		`no curve of the page is that of gasburden run -link '${link}': nearest by ${Math.min(...worst)}`);
}

for (const engine of (process.env.ENGINES || ENGINES.join()).split(/[ ,]+/)) describe(engine, () => {
	/** @type {import('./browser.mjs').Page} */
	let page;
	const hosts = [];
	const host = async (options) => {
		const made = await serve(dist, options);
		hosts.push(made);
		return made;
	};
	before(async () => {
		page = await start(engine);
		console.log(`# ${page.version}`);
	});
	after(async () => {
		await page?.close();
		await Promise.all(hosts.map((made) => made.stop()));
	});

	const open = async (address) => {
		await page.open(address);
		await until(page, 'the page to be ready', ready);
		assert.equal(await page.run(crashed), false);
	};
	const shot = async (name) => {
		if (!process.env.E2E_SHOTS) return;
		await mkdir(process.env.E2E_SHOTS, {recursive: true});
		await page.shot(path.join(process.env.E2E_SHOTS, `${name}-${engine}.png`));
	};
	const click = async (selector) => {
		const {x, y} = await page.run(middleOf, selector);
		await page.click(x, y);
	};
	const replace = async (selector, text) => {
		await page.run((s) => { const field = document.querySelector(s); field.focus(); field.select(); }, selector);
		await page.type(text);
		await page.press('Tab');
	};

	test('first view', async () => {
		const site = await host();
		await open(site.url);
		await drawsCurveOf(page, '');
		assert.match(await page.run(answer), /^[0-9.,]+\sFIL a day$/);
		await page.run(unfold, 'panels-part');
		for (const id of ['gas', 'outflow', 'deal', 'ratio']) await until(page, `the chart ${id}`,
			(id) => gasburden.charts[id]?.data[0].length > 1000, id);
		// No label of an axis reaches the edge of its canvas, where it would be cut; and what names the buttons stands
		// beside them.
		for (const id of await page.run(() => Object.keys(gasburden.charts))) assert.equal(await page.run((id) => {
			const canvas = gasburden.charts[id].root.querySelector('canvas'),
				{data} = canvas.getContext('2d').getImageData(0, canvas.height - 1, canvas.width, 1);
			return data.some((v) => v > 0);
		}, id), false, `labels of ${id} are cut below`);
		const [legend, button] = await page.run(() => ['.denominator legend', '.denominator label'].map((s) => {
			const {top, bottom} = document.querySelector(s).getBoundingClientRect(); return (top + bottom) / 2; }));
		assert.ok(Math.abs(legend - button) < 4, `the legend stands ${button - legend} px above its buttons`);
		await shot('first');
		const programs = site.asked.filter(({name, worker}) => name.startsWith('app.wasm.xz') && !worker);
		assert.equal(programs.length, 1, `the program was asked for ${programs.length} times`);
		assert.deepEqual(page.errors(), []);
	});

	describe('of a link', () => {
		let site;
		before(async () => { site = await host(); });

		test('link', async () => {
			await open(site.url + LINK);
			await drawsCurveOf(page, LINK);
			assert.equal(await page.run(answer), '8.2 %');
			assert.equal(await page.run(valueOf, 'input-base_fee_nanofil'), '0.9');
		});

		test('a term is explained at its place', async () => {
			const button = '.term[data-term=renewal_rate]';
			const shown = (says) => {
				const box = document.getElementById('term'), {left, right, top, bottom} = box.getBoundingClientRect();
				return box.checkVisibility() && box.textContent.includes(says) &&
					box.contains(document.activeElement) && left >= 0 && right <= innerWidth && top >= 0 &&
					bottom <= innerHeight;
			};
			const closed = (focus) => !document.getElementById('term').checkVisibility() &&
				document.activeElement.matches(focus);
			await click(button);
			await until(page, 'the explanation', shown, 'expiring power');
			await page.press('Escape');
			await until(page, 'the focus to be back', closed, button);
			await page.press('Enter');
			await until(page, 'the explanation', shown, 'expiring power');
			await page.press('Tab');
			await until(page, 'its source', () => /#eq-raw-renewed$/.test(document.activeElement.href));
			await page.press('Tab');
			await until(page, 'the next control', closed, '#input-renewal_rate');
		});

		test('slider', async () => {
			const said = await page.run(headline), slider = '#range-base_fee_nanofil';
			const {y, left, right} = await page.run(middleOf, slider), at = (share) => left + 12 +
				share * (right - left - 24);
			const now = await page.run((s) => { const r = document.querySelector(s);
				return (r.value - r.min) / (r.max - r.min); }, slider);
			await page.drag([[at(now), y], [at((now + 0.3) / 2), y], [at(0.3), y]]);
			await until(page, 'the sentence to follow the slider',
				(said) => document.getElementById('headline').textContent !== said, said);
			await until(page, 'the address to follow the slider', () => {
				const fee = /fee=([^&#]+)/.exec(location.search);
				return fee && fee[1] !== '0.9' &&
					Number(fee[1]) === Number(document.getElementById('input-base_fee_nanofil').value);
			});
		});

		test('typed number', async () => {
			await replace('#input-base_fee_nanofil', '0.9');
			await until(page, 'the address to follow the field', () => /fee=0\.9(&|#|$)/.test(location.search));
			await drawsCurveOf(page, LINK);
		});

		test('Back, Forward and Undo walk through the changes', async () => {
			await open(site.url + LINK);
			const shows = (what, fee, renewal) => until(page, what, (fee, renewal) =>
				document.getElementById('input-base_fee_nanofil').value === fee &&
					document.getElementById('input-renewal_rate').value === renewal && location.search.includes(`fee=${fee}`),
				fee, renewal);
			const renewal = await page.run(valueOf, 'input-renewal_rate');
			// Of one key each: two keys with a long pause between them are two changes.
			await replace('#input-base_fee_nanofil', '1');
			await shows('the first change', '1', renewal);
			await replace('#input-renewal_rate', '9');
			await until(page, 'the second change', () => /renewal=0\.09/.test(location.search));
			await page.back();
			await shows('Back to the first change', '1', renewal);
			await page.back();
			await shows('Back to the link', '0.9', renewal);
			await drawsCurveOf(page, LINK);
			await page.run(() => history.go(2));
			await shows('Forward to the last change', '1', '9');
			await click('#undo');
			await shows('Undo', '1', renewal);
			await click('#undo');
			await shows('Undo to the link', '0.9', renewal);
			await until(page, 'the history to follow', () => history.state.place === 0);
			await drawsCurveOf(page, LINK);
		});

		test('Back from the method page leaves every field as it was', async () => {
			await replace('#input-renewal_rate', '65');
			await until(page, 'the address to follow the field', () => /renewal=0\.65/.test(location.search));
			const fields = () => Object.fromEntries(Array.from(document.querySelectorAll('#assumptions input, #assumptions select'), (el) => [el.id, el.type === 'checkbox' ? el.checked : el.value]));
			const was = await page.run(fields);
			assert.equal(was['input-renewal_rate'], '65');
			await page.run(() => { document.querySelector('[data-language-page=method]').click(); });
			await until(page, 'the method page', () => document.body.className === 'methodology' &&
				document.readyState === 'complete');
			// An index stands below what it belongs to, whichever font the machine has.
			const lowered = await page.run(() => {
				const sample = document.createElement('p');
				sample.className = 'formula';
				sample.innerHTML = '<math><msub><mi>x</mi><mi>x</mi></msub></math>';
				document.querySelector('.equation').append(sample);
				const [base, index] = Array.from(sample.querySelectorAll('mi'), (el) => el.getBoundingClientRect());
				const size = parseFloat(getComputedStyle(sample).fontSize);
				sample.remove();
				return (index.bottom - base.bottom) / size;
			});
			assert.ok(lowered > 0.05, `an index is lowered by ${lowered} of a letter's size`);
			await page.back();
			await until(page, 'the page to be back', ready);
			// What a browser resets, it resets in a task of its own after it has shown the page again.
			await page.run(() =>
				new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)))));
			assert.deepEqual(await page.run(fields), was);
		});

		test('Explore', async () => {
			await page.run(unfold, 'explore-part');
			await page.run(() => document.getElementById('explore').scrollIntoView({behavior: 'instant'}));
			await until(page, 'the questions',
				() => document.querySelectorAll('#explore-cards [data-question]').length === 4);
			await until(page, 'the tornado', () => { // which an answer above may push out of the window again
				document.getElementById('explore-tornado').scrollIntoView({behavior: 'instant'});
				return gasburden.explored?.tornado > 0;
			});
			assert.ok(await page.run(() => document.querySelectorAll('#explore-tornado tbody tr').length) >= 8);
			await shot('explore');
		});

		test('Explain follows its date as it changes', async () => {
			await click('#chart-hero .explain');
			await until(page, 'the steps', () => gasburden.explained > 0 &&
				document.querySelector('dialog.steps[open] .steps-chain:not([aria-busy])')?.childElementCount > 0);
			await shot('explain');
			const first = await page.run(() => {
				const field = document.querySelector('dialog.steps [name=on]'),
					title = document.querySelector('dialog.steps h2').textContent;
				field.value = '2025-01-15';
				field.dispatchEvent(new Event('input', {bubbles: true})); // all that WebKit sends while a part of the date is changed
				return title;
			});
			await until(page, 'the steps of the other day', (first) => {
				const title = document.querySelector('dialog.steps h2').textContent;
				return title !== first && /15\sJanuary 2025/.test(title);
			}, first);
			await page.press('Escape');
		});
	});

	// What a printer gets is drawn when the listeners of beforeprint have returned: whatever the page does after that
	// is late.
	test('print', async () => {
		const site = await host();
		await open(site.url + LINK);
		const sizes = await page.run(() => {
			const u = gasburden.charts.hero, canvas = u.root.querySelector('canvas'),
				look = () => [canvas.width / devicePixelRatio, u.width, u.bbox.width / devicePixelRatio];
			const screen = look();
			dispatchEvent(new Event('beforeprint'));
			const paper = look();
			dispatchEvent(new Event('afterprint'));
			return {screen, paper, back: look()};
		});
		assert.equal(sizes.paper[0], PAPER_PX, `the chart is printed ${sizes.paper[0]} px wide`);
		assert.ok(sizes.paper[2] < PAPER_PX && sizes.paper[2] > PAPER_PX - 130,
			`its curves are printed ${sizes.paper[2]} px wide`);
		assert.deepEqual(sizes.back, sizes.screen);
		if (!page.pdf) return; // this driver does not print: the real paper is not tested in this engine
		const pdf = path.join(work, `${engine}.pdf`);
		const pages = await pagesOf(await page.pdf(), pdf);
		assert.equal(pages.length, 1, `${pages.length} pages`);
		assert.match(pages[0].replace(/\s+/g, ' '), /8\.2 %.*Base fee/);
		const widths = await widthsOfPictures(pdf);
		assert.ok(widths.every((width) => width % PAPER_PX === 0), `pictures on paper are ${widths} px wide`);
		// Chromium draws it line by line.
		if (engine !== 'chromium') assert.ok(widths.length > 0, 'there is no chart on paper');
	});

	// In another site's page, as forums and notebooks do it. The sandbox without allow-same-origin has an opaque
	// origin: storage, service worker and clipboard throw, and files of the site come only where its host lets others
	// read them.
	for (const {name, sandbox, cors, must} of [
		{name: 'embed', sandbox: null, cors: false, must: true},
		{name: 'sandboxed embed', sandbox: 'allow-scripts', cors: true, must: true},
		{name: 'sandboxed embed from a host without CORS headers', sandbox: 'allow-scripts', cors: false, must: false},
	]) test(name, async () => {
		const site = await host({cors});
		const other = await host({pages: {'/post': `<!doctype html><title>A post</title><iframe id="embed" width="800" height="700" ${sandbox === null ? '' : `sandbox="${sandbox}"`} src="${site.url}embed.html${LINK}&controls=fee"></iframe>`}});
		await page.open(`${other.origin}/post`);
		await page.enter('#embed');
		try {
			const outcome = await until(page, 'the embed', () => {
				const shown = (el) => el && el.getClientRects().length ? el.textContent : '';
				const crash = document.getElementById('crash'), at = window.gasburden?.ready && gasburden.charts?.hero;
				if (crash && !crash.hidden) return {failed: crash.textContent,
					link: crash.querySelector('a[href]')?.href || '',
					headline: shown(document.getElementById('headline'))};
				return at ? {headline: document.getElementById('headline').textContent} : null;
			});
			await shot(name.replaceAll(' ', '-'));
			if (must || !outcome.failed) {
				assert.equal(outcome.failed, undefined);
				await drawsCurveOf(page, LINK);
				assert.equal(await page.run(answer), '8.2 %');
				assert.equal(await page.run(valueOf, 'input-base_fee_nanofil'), '0.9');
				assert.equal(await page.run(() => getComputedStyle(document.querySelector('.card')).borderTopLeftRadius), '12px', 'it has no styles');
			} else {
				assert.ok(outcome.failed.trim().length > 40, 'it does not say why');
				assert.ok(outcome.link.startsWith('http'), 'it shows no link to the page');
				assert.ok(!/\d\s?%/.test(outcome.headline),
					`it shows a number of another scenario: ${outcome.headline}`);
			}
		} finally {
			await page.enter(null);
		}
	});

	test('offline second visit', async () => {
		const site = await host();
		await open(site.url);
		await until(page, 'the site to be stored',
			async () => Boolean((await navigator.serviceWorker?.getRegistration())?.active));
		await site.stop();
		await open(site.url + LINK);
		await drawsCurveOf(page, LINK);
	});

	test('single file from disk', async () => {
		await open(pathToFileURL(path.join(dist, 'gasburden.html')) + LINK);
		await drawsCurveOf(page, LINK);
		await click('#chart-hero .explain'); // the program in the background
		await until(page, 'the steps',
			() => document.querySelector('dialog.steps[open] .steps-chain:not([aria-busy])')?.childElementCount > 0 ||
			document.querySelector('dialog.steps .error')?.textContent);
		assert.equal(await page.run(() => document.querySelector('dialog.steps .error').textContent), '');
		await page.press('Escape');
	});

	// Texts above a slider change their height with the numbers in them. Under the finger that holds it, it must stand
	// still.
	test('on a phone no slider slips away from under the finger', async () => {
		const site = await host({pages: {'/phone': `<!doctype html><style>body { margin: 0 } iframe { border: 0; display: block }</style><iframe id="phone" width="${PHONE.width}" height="${PHONE.height}"></iframe>`}});
		await page.open(`${site.origin}/phone`);
		await page.run((address) => { document.getElementById('phone').src = address; }, site.url);
		await page.enter('#phone');
		try {
			await until(page, 'the page to be ready', ready);
			for (const id of ['raw_onboarding_pib', 'renewal_rate']) {
				const selector = `#range-${id}`, {y, left, right} = await page.run(middleOf, selector);
				await page.run((selector) => {
					const slider = document.querySelector(selector), tops = window.tops = [];
					const look = () => {
						tops.push(slider.getBoundingClientRect().top);
						if (window.tops === tops) requestAnimationFrame(look);
					};
					look();
					// What is painted is what observers of sizes leave, and they come after the frame's callbacks. This
					// one is the last of them.
					new ResizeObserver(() => {
						if (window.tops === tops) tops[tops.length - 1] = slider.getBoundingClientRect().top;
					}).observe(document.body);
				}, selector);
				const stops = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1,
					0.5].map((share) => [left + 12 + share * (right - left - 24), y]);
				await page.drag([[(left + right) / 2, y], ...stops]);
				await until(page, 'the change to come to rest', () => {
					const text = document.getElementById('headline').textContent, now = performance.now();
					if (window.said?.text !== text) window.said = {text, now};
					return now - window.said.now > 400;
				});
				const tops = await page.run(() => { const {tops} = window; window.tops = null; return tops; });
				const jump = Math.max(...tops) - Math.min(...tops);
				assert.ok(tops.length > 5, 'no frames were drawn');
				assert.ok(jump <= 1, `${id} moved by ${jump} px`);
			}
			const rows = await page.run(() => ['legend',
				'label'].map((part) => new Set(Array.from(document.querySelectorAll(`.denominator ${part}`),
				(el) => Math.round(el.getBoundingClientRect().top))).size));
			// Four units need two rows of a phone; the legend stands above them.
			assert.ok(rows[0] === 1 && rows[1] <= 2, `the units stand in ${rows[1]} rows`);
			await shot('phone');
		} finally {
			await page.enter(null);
		}
	});
});
