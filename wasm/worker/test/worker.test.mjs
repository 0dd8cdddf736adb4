// The Worker in workerd: what it answers, with which headers, and what it withstands.
import {after, before, describe, test} from 'node:test';
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {render} from '../../../web/render.mjs';
import {readConfig} from './config.mjs';
import {dist, start} from './worker.mjs';

const origin = 'https://gasburden.example';
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const {editions} = JSON.parse(readFileSync(`${repository}assets/data/editions.json`, 'utf8'));
const canonical = `v=1&snapshot=2023-07-31&model=${editions.length}&fee=1`;

let worker;
before(async () => void (worker = await start()));
after(() => worker.stop());
const get = (path, init) => worker.get(path, init);

// same asserts that two values agree, numbers to 1e-12 of themselves: exponentials differ in their last digits between
// processors and WebAssembly. It returns how many numbers there were.
function same(got, want, where) {
	if (typeof want === 'number' && typeof got === 'number') {
		assert.ok(Math.abs(got - want) <= 1e-12 * Math.abs(want), `${where}: ${got}, want ${want}`);
		return 1;
	}
	if (want === null || typeof want !== 'object') {
		assert.equal(got, want, where);
		return 0;
	}
	assert.deepEqual(Object.keys(got), Object.keys(want), where);
	return Object.keys(want).reduce((n, key) => n + same(got[key], want[key], `${where}.${key}`), 0);
}

async function ok(path, init) {
	const response = await get(path, init);
	assert.equal(response.status, 200,
		`${path}: ${response.status} ${response.status === 200 ? '' : await response.text()}`);
	return response;
}

describe('cards and tables', () => {
	test('the card is an SVG that names its site', async () => {
		const response = await ok('/card.svg?fee=1');
		assert.equal(response.headers.get('Content-Type'), 'image/svg+xml; charset=utf-8');
		const svg = await response.text();
		assert.match(svg, /^<svg [^]*<\/svg>\n$/);
		assert.match(svg, />gasburden\.example</);
	});

	test('the PNG is, to the byte, what the build draws of the same SVG, text and all', async () => {
		const svg = await (await ok('/card.svg?fee=1')).text();
		const response = await ok('/card.png?fee=1');
		assert.equal(response.headers.get('Content-Type'), 'image/png');
		const drawn = Buffer.from(await response.arrayBuffer());
		assert.deepEqual([drawn.readUInt32BE(16), drawn.readUInt32BE(20)], [1200, 630]);
		assert.ok(drawn.equals(await render(svg)),
			'it differs from web/render.mjs, which sees to it that text is drawn');
		assert.ok(drawn.length < 300_000, `${drawn.length} bytes: some sites show no picture of 300 KB`);
	});

	test('the card of a Chinese link is in Chinese, its characters drawn', async () => {
		const svg = await (await ok('/card.svg?fee=1&lang=zh-CN')).text();
		assert.match(svg, /净流量/);
		const drawn = Buffer.from(await (await ok('/card.png?fee=1&lang=zh-CN')).arrayBuffer());
		const tofu = await (await ok('/card.png?fee=1')).arrayBuffer();
		assert.ok(!drawn.equals(Buffer.from(tofu)) && drawn.length > 100_000, `${drawn.length} bytes`);
	});

	test('the figures are those of the command line', async () => {
		const run = (format) => execFileSync('go', ['run', './sim/cmd/gasburden', 'run', '-set', 'version=1', '-set',
			'base_fee_nanofil=1', '-set', 'horizon_days=200', '-format', format], {cwd: repository, maxBuffer: 1 << 26}).toString();
		const {link, ...got} = await (await ok('/result.json?fee=1&days=200')).json();
		assert.ok(link.query.startsWith('v=1&'));
		assert.ok(same(got, JSON.parse(run('json')), 'result') > 10_000);
		const table = (text) => text.split('\n').filter((line) => !/^# (link|notice)/.test(line)).map((line) => line.split(',').map((cell) => (cell === '' || isNaN(cell) ? cell : Number(cell))));
		assert.ok(same(table(await (await ok('/result.csv?fee=1&days=200')).text()), table(run('csv')),
			'table') > 10_000);
	});

	test('a link made with other figures says so', async () => {
		assert.match((await (await ok('/result.json?model=99&days=5')).json()).link.notices[0], /edition 99/);
		assert.match(await (await ok('/result.csv?model=99&days=5')).text(), /\n# notice: .*edition 99/);
		assert.match(await (await ok('/?model=99')).text(), /property="og:description" content="[^"]*edition 99/);
	});

	test('figures of another snapshot come from the files of the site', async () => {
		const result = await (await ok('/result.json?snapshot=2025-09-09&days=5')).json();
		assert.equal(result.scenario.snapshot, '2025-09-09');
	});

	test('scripts of other sites may read them, and nothing in them runs', async () => {
		for (const path of ['/card.svg', '/card.png', '/result.json?days=5', '/result.csv?days=5',
			`/oembed?url=${origin}/`, '/result.csv?x=1']) {
			const {headers} = await get(path);
			assert.equal(headers.get('Access-Control-Allow-Origin'), '*', path);
			assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
			assert.match(headers.get('Content-Security-Policy'), /default-src 'none'.*sandbox.*frame-ancestors 'none'/,
				path);
		}
	});
});

describe('pages', () => {
	test('without a link, or with what other sites append, the file is sent as it is', async () => {
		const plain = await (await ok('/')).text();
		assert.equal(await (await ok('/?utm_source=forum&fbclid=1')).text(), plain);
		assert.ok(!plain.includes('/card.png?'));
	});

	test('a link has the preview of its scenario, once and early', async () => {
		for (const path of ['/?fee=1&utm_source=forum', '/study?v=1&fee=1']) {
			const response = await ok(path);
			const html = await response.text();
			const escaped = canonical.replaceAll('&', '&#38;');
			const one = (pattern, want) => {
				const found = [...html.matchAll(pattern)];
				assert.equal(found.length, 1, `${path}: ${pattern} occurs ${found.length} times`);
				assert.match(found[0][1], want);
				assert.ok(found[0].index < 8000, 'some sites read the first 32 KB only');
			};
			one(/<title>([^<]*)<\/title>/g, /^Base fee 1 nanoFIL: /);
			one(/<link rel="canonical" href="([^"]*)"/g, new RegExp(`^${origin}/\\?${escaped}$`));
			one(/property="og:url" content="([^"]*)"/g, new RegExp(`^${origin}/\\?${escaped}$`));
			one(/property="og:image" content="([^"]*)"/g, new RegExp(`^${origin}/card\\.png\\?${escaped}$`));
			one(/name="twitter:image" content="([^"]*)"/g, /card\.png/);
			one(/name="twitter:card" content="([^"]*)"/g, /^summary_large_image$/);
			one(/property="og:title" content="([^"]*)"/g, /^Base fee 1 nanoFIL: /);
			one(/property="og:description" content="([^"]*)"/g, /75 %/);
			one(/name="description" content="([^"]*)"/g, /75 %/);
			one(/<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/g,
				/oembed\?format=json&#38;url=https%3A/);
		}
	});

	test('the page in Chinese has the preview of its link in Chinese', async () => {
		const html = await (await ok('/study-zh-CN?v=1&fee=1&lang=zh-CN')).text();
		assert.match(html, /<html lang="zh-CN">/);
		assert.match(html, /og:title" content="基础费/);
		assert.doesNotMatch(html, /hreflang="en" href="http/);
		assert.match(await (await ok('/study-zh-CN')).text(), /hreflang="en" href="https:[^"]*\/study\.html"/);
	});

	test('what lies over the scenario of a preset\'s page has the preview of both', async () => {
		const html = await (await ok('/study?fee=0.2&utm_source=forum')).text();
		assert.match(html, /og:url" content="[^"]*\?v=1&#38;snapshot=2023-07-31[^"]*&#38;fee=0\.2&#38;gas=regime&#38;direct=0\.15"/);
		assert.match(html, /og:image" content="[^"]*card\.png\?[^"]*fee=0\.2/);
		const chinese = await (await ok('/study?lang=zh-CN')).text();
		assert.match(chinese, /og:title" content="基础费/);
		assert.match(chinese, /og:url" content="[^"]*fee=1[^"]*lang=zh-CN/);
		// A page of no scenario has none to preview.
		assert.equal(await (await ok('/method?fee=0.2')).text(), await (await ok('/method')).text());
	});

	test('the addresses in a preview work', async () => {
		const html = await (await ok('/?fee=1')).text();
		const unescape = (text) => text.replaceAll('&#38;', '&');
		const image = unescape(/og:image" content="([^"]*)"/.exec(html)[1]);
		assert.equal((await ok(image)).headers.get('Content-Type'), 'image/png');
		const oembed = unescape(/json\+oembed" href="([^"]*)"/.exec(html)[1]);
		const {html: frame, title} = await (await ok(oembed)).json();
		assert.match(frame, /^<iframe src="https:\/\/gasburden\.example\/embed\?v=1&amp;/);
		assert.match(title, /^Base fee 1 nanoFIL/);
	});

	test('a damaged link opens the page, with the preview of what the page will show and say', async () => {
		for (const [query, said] of [['fee=0.9&x=1', '“x” is not a name used in links'],
			['fee=0.9&fee=0.2', '“fee” is given twice'],
			['fee=0.9&adop', 'cut off at “adop”'],
			['fee=0.9&lock=7', 'lock_target is 7'], ['fee=0.9&%22%3E%3Cscript%3E=1', 'is not a name used in links']]) {
			const html = await (await ok(`/?${query}`)).text();
			const [, description] = /property="og:description" content="([^"]*)"/.exec(html);
			assert.ok(description.includes(said.replaceAll('"', '&#34;')) && /8\.\d %/.test(description),
				`${query}: ${description}`);
			assert.doesNotMatch(html, /<script>=1/);
			// Who opens or embeds what the preview names is told as well.
			const unescape = (text) => text.replaceAll('&#38;', '&');
			assert.equal(unescape(/property="og:url" content="([^"]*)"/.exec(html)[1]), `${origin}/?${query}`);
			const image = unescape(/property="og:image" content="([^"]*)"/.exec(html)[1]);
			assert.equal((await ok(image)).headers.get('Content-Type'), 'image/png');
			assert.ok((await (await ok(image.replace('.png', '.svg'))).text()).includes('Caution:'), image);
		}
	});

	test('what sticks to a link, and what encodes it, changes nothing in its preview', async () => {
		const preview = async (path) => (await (await ok(path)).text()).match(/property="og:[^>]*>/g).join();
		const plain = await preview('/?v=1&fee=0.9');
		assert.match(plain, /8\.\d %/);
		for (const query of ['v=1&fee=0.9)', 'v=1&fee=0.9%E3%80%82', 'v%3D1%26fee%3D0.9', 'v%253D1%2526fee%253D0.9',
			'v=1&amp;fee=0.9', 'v=1&fee=0.9&utm_source=x&si=y']) {
			assert.equal(await preview(`/?${query}`), plain, query);
		}
	});

	test('a link that asks for too much opens the page, with a preview that says no number', async () => {
		for (const path of ['/', '/study']) {
			const html = await (await ok(`${path}?days=7300&rates=0.1,0.2,0.3,0.4,0.5`)).text();
			const tags = html.match(/<meta (property|name)="(og|twitter):(title|description|image|image:alt)" content="[^"]*"/g).join('').replaceAll('FIP-0076', '');
			assert.doesNotMatch(tags, /\d/);
			assert.match(tags, /og:image" content="https:\/\/gasburden\.example\/cards\/link\.png"/);
		}
		assert.equal((await ok('/cards/link.png')).headers.get('Content-Type'), 'image/png');
	});

	test('an address that differs in form only is the same page, and one of nothing is a 404 with a sentence',
		async () => {
		for (const [path, to] of [['/index.html?fee=0.9', '/?fee=0.9'], ['/study/?fee=0.9', '/study?fee=0.9'],
			['/study.html?fee=0.9', '/study?fee=0.9']]) {
			const moved = await get(path);
			assert.deepEqual([moved.status, moved.headers.get('Location')], [307, to], path);
		}
		for (const url of [`${origin}/?v=1&fee=0.9&adoption=none`,
			'http://GASBURDEN.example/index.html?v=1&fee=0.9&adoption=none',
			encodeURIComponent(`${origin}/?v=1&fee=0.9&adoption=none`)]) {
			const {html} = await (await ok(`/oembed?url=${url}&format=json`)).json();
			assert.match(html, /embed\?v=1&amp;snapshot=2023-07-31&amp;model=\d+&amp;fee=0\.9&amp;adoption=none"/, url);
		}
		for (const path of ['/nothing', '/nothing?fee=0.9', '/oembed?url=https://gasburden.example/nothing?v=1&fee=0.9',
			'/oembed?url=nonsense', '/card.svg?url=https://example.org/?fee=1']) {
			const response = await get(path);
			assert.equal(response.status, 404, path);
			assert.ok((await response.text()).length > 20, path);
		}
	});

	test('pages have the policy of the static site, with or without a link', async () => {
		const policy = (await ok('/')).headers.get('Content-Security-Policy');
		assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
		assert.match(policy, /frame-ancestors 'none'/);
		assert.equal((await ok('/?fee=1')).headers.get('Content-Security-Policy'), policy);
		assert.equal((await ok('/study?fee=1')).headers.get('Content-Security-Policy').includes("frame-ancestors 'none'"), true);
	});

	test('embed.html may be framed by any site, whatever its link', async () => {
		for (const path of ['/embed', '/embed?fee=1']) {
			const policy = (await ok(path)).headers.get('Content-Security-Policy');
			assert.match(policy, /frame-ancestors \*/);
			assert.doesNotMatch(policy, /frame-ancestors 'none'/);
		}
		const moved = await get('/embed.html?fee=1');
		assert.equal(moved.status, 307);
		assert.equal(moved.headers.get('Location'), '/embed?fee=1');
	});

	test('the page of every preset has its address in wrangler.jsonc', () => {
		const card = (name) => name.replace('.html', '.png').replace('index', 'stayed').replace(/(.*)-(zh-CN)/,
			'$2/$1');
		const pages = readdirSync(`${dist}/public`).filter((name) => name.endsWith('.html') && name !== 'index.html' &&
			existsSync(`${dist}/public/cards/${card(name)}`));
		const first = readConfig().assets.run_worker_first;
		assert.ok(pages.length >= 8 && pages.includes('index-zh-CN.html') && pages.includes('study-zh-CN.html'));
		for (const name of pages) assert.ok(first.includes(`/${name.replace('.html', '')}`), name);
	});
});

describe('caches', () => {
	test('equal links share a tag, and a tag answers without computing', async () => {
		const etag = (await ok('/card.svg?fee=1&days=400')).headers.get('ETag');
		assert.match(etag, /^W\/"[0-9a-f]{24}"$/);
		assert.equal((await ok('/card.svg?days=400&fee=1&utm_source=x')).headers.get('ETag'), etag);
		assert.notEqual((await ok('/card.svg?days=400&fee=2')).headers.get('ETag'), etag);
		assert.notEqual((await ok('/card.png?days=400&fee=1')).headers.get('ETag'), etag);
		// The first of two counts: their order is part of what the link says.
		const twice = await Promise.all(['fee=1&fee=2', 'fee=2&fee=1', 'fee=1&%66ee=2',
			'%66ee=2&fee=1'].map(async (query) => (await ok(`/card.svg?${query}`)).headers.get('ETag')));
		assert.equal(new Set(twice).size, 4);
		for (const value of [etag, `"other", ${etag}`, etag.replace('W/', '')]) {
			const response = await get('/card.svg?fee=1&days=400', {headers: {'If-None-Match': value}});
			assert.equal(response.status, 304);
			assert.equal(response.headers.get('ETag'), etag);
			assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
			assert.equal((await response.arrayBuffer()).byteLength, 0);
		}
		await ok('/card.svg?fee=1&days=400',
			{headers: {'If-None-Match': '"other"', 'If-Modified-Since': 'Mon, 01 Jan 2024 00:00:00 GMT'}});
	});

	test('a second request is answered from the cache', async () => {
		const first = await ok('/result.csv?days=7&fee=3');
		assert.equal(first.headers.get('CF-Cache-Status'), null);
		const table = await first.text();
		const second = await ok('/result.csv?fee=3&days=7&ref=x');
		assert.equal(second.headers.get('CF-Cache-Status'), 'HIT');
		assert.equal(await second.text(), table);
		assert.equal(second.headers.get('Cache-Control'), 'public, max-age=86400');
	});

	test('errors are not kept', async () => {
		for (const path of ['/card.svg?days=7300', '/card.png?days=7300', '/result.json?fee=-1',
			'/oembed?url=https://example.org/']) {
			const response = await get(path);
			assert.notEqual(response.status, 200);
			assert.equal(response.headers.get('Cache-Control'), 'no-store', path);
			assert.equal(response.headers.get('ETag'), null, path);
		}
	});

	test('a page with a link has a tag of its own', async () => {
		const etag = (await ok('/?fee=1')).headers.get('ETag');
		assert.notEqual(etag, (await ok('/?fee=2')).headers.get('ETag'));
		assert.equal((await get('/?fee=1', {headers: {'If-None-Match': etag}})).status, 304);
		assert.equal((await ok('/?fee=1')).headers.get('Cache-Control'), 'no-cache');
	});
});

describe('limits', () => {
	test('HEAD says what GET would, without a body', async () => {
		for (const [path, status] of [['/card.svg?fee=4', 200], ['/card.png?fee=4', 200], ['/result.json?fee=4', 200],
			['/result.csv?x=1', 400], ['/card.svg?days=7300', 400], ['/card.png?days=7300', 302], ['/?fee=4', 200]]) {
			const head = await get(path, {method: 'HEAD'});
			assert.equal(head.status, status, path);
			assert.equal((await head.arrayBuffer()).byteLength, 0, path);
			const full = await get(path);
			assert.equal(head.headers.get('ETag'), full.headers.get('ETag'), path);
			await full.arrayBuffer();
		}
	});

	test('other methods are refused', async () => {
		for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
			for (const path of ['/', '/card.svg', '/oembed']) {
				const response = await get(path, {method});
				assert.equal(response.status, 405, `${method} ${path}`);
				assert.equal(response.headers.get('Allow'), 'GET, HEAD');
				assert.match(await response.text(), new RegExp(method));
			}
		}
	});

	test('long queries are refused, with the limit', async () => {
		for (const path of ['/card.svg', '/result.json', '/']) {
			const response = await get(`${path}?rates=${'1'.repeat(3000)}`);
			assert.equal(response.status, 414, path);
			assert.match(await response.text(), /3006 bytes long; want at most 2048/);
		}
		assert.equal((await get(`/oembed?url=${'x'.repeat(9000)}`)).status, 414);
		await ok(`/card.svg?fee=1&fbclid=${'x'.repeat(4000)}`); // of which the reader knows nothing
	});

	test('what would cost too much is refused in the form that was asked for', async () => {
		const query = 'days=7300&rates=0.1,0.2,0.3,0.4,0.5';
		const svg = await get(`/card.svg?${query}`);
		assert.equal(svg.status, 400);
		assert.equal(svg.headers.get('Content-Type'), 'image/svg+xml; charset=utf-8');
		assert.match(await svg.text(), /36500 days to simulate/);
		const json = await get(`/result.json?${query}`);
		assert.match((await json.json()).errors[0], /36500 days/);
		const csv = await get(`/result.csv?${query}`);
		assert.equal(csv.headers.get('Content-Type'), 'text/plain; charset=utf-8');
		const png = await get(`/card.png?${query}`);
		assert.deepEqual([png.status, png.headers.get('Location')], [302, '/cards/link.png']);
		assert.equal((await ok('/cards/link.png')).headers.get('Content-Type'), 'image/png');
	});

	test('numbers that are none, and ways out of the site, lead nowhere', async () => {
		for (const query of ['fee=NaN', 'fee=Infinity', 'fee=-Inf', 'fee=1e400', 'onboarding=nan', 'days=-1',
			'days=1e308', 'zoom=0000-01-01_9999-12-31&days=0']) {
			assert.equal((await get(`/result.json?${query}`)).status, 400, query);
		}
		for (const path of ['/../wrangler.jsonc', '/%2e%2e/modules/entry.mjs', '/..%2f..%2fgo.mod',
			'/modules/entry.mjs', '/entry.mjs', '/meta?fee=1', '/data/../../modules/app.wasm', '//etc/passwd',
			'/card.svg/../../x']) {
			const response = await get(path);
			assert.equal(response.status, 404, path);
		}
		assert.equal((await get('/result.json?snapshot=..%2f..%2fx')).status, 400);
	});
});

describe('load', () => {
	test('fifty at once get what they asked for', async () => {
		const fees = Array.from({length: 50}, (_, i) => i + 10);
		const results = await Promise.all(fees.map(async (fee) => (await ok(`/result.json?fee=${fee}&days=20`)).json()));
		results.forEach((result, i) => assert.equal(result.scenario.base_fee_nanofil, fees[i]));
	});

	test('who leaves while the Worker starts leaves the others alone', async () => {
		const fresh = await start();
		try {
			const gone = Array.from({length: 10}, (_, i) => {
				const abort = new AbortController();
				setTimeout(() => abort.abort(), 5 * i);
				return fresh.get(i % 2 ? `/card.png?fee=${i + 1}` : `/card.svg?fee=${i + 1}`,
					{signal: abort.signal}).catch(() => null);
			});
			const stayed = await Promise.all(Array.from({length: 10}, (_, i) => fresh.get(`/card.png?fee=${i + 20}`)));
			for (const response of stayed) {
				assert.equal(response.status, 200);
				assert.equal(Buffer.from(await response.arrayBuffer()).readUInt32BE(16), 1200);
			}
			await Promise.all(gone);
			assert.equal((await fresh.get('/card.svg?fee=99')).status, 200);
		} finally {
			await fresh.stop();
		}
	});
});
