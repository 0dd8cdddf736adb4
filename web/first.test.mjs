// What the first script of a page decides, for addresses of all kinds: whether the numbers that the page was sent with
// are those that its address asks for, and which files it asks for ahead of the program.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import vm from 'node:vm';

const script = readFileSync(new URL('./ui/site/first.js', import.meta.url), 'utf8');
const index = 'v=2&snapshot=2023-07-31&model=1', bare = '2023-07-31',
  today = 'v=1&snapshot=2025-09-09&model=1&adoption=constant&share=0.11';

/** visit runs the script at an address. */
function visit(address, {own = index, over = own === index ? bare : '',
  figures = {'': ['data/past.json'], '2025-09-09': ['data/2025-09-09.json'], '2023-07-31 3': ['a', 'b']}, origin,
  deny = false} = {}) {
	const url = new URL(address, 'https://site.example/folder/'), classes = new Set(), fetched = [], metas = [],
		on = {};
	const given = {policy: "default-src 'self'; object-src 'none'", build: 'b1', program: 'app.wasm.xz',
		figures: JSON.stringify(figures), own, bare: over, passed: 'fbclid ref utm_*'};
	const window = {
		location: {search: url.search, hash: url.hash, protocol: url.protocol, host: url.host, pathname: url.pathname},
		addEventListener: (name, f) => { on[name] = f; },
		fetch: (name) => {
			if (deny) throw new Error('denied');
			fetched.push(name.replace('?v=b1', ''));
			return Promise.reject(new Error('no network'));
		},
		document: {
			currentScript: {getAttribute: (name) => given[name.slice(5)]},
			documentElement: {classList: {add: (c) => classes.add(c), remove: (c) => classes.delete(c),
				contains: (c) => classes.has(c)}},
			head: {appendChild: (el) => metas.push(el)},
			createElement: () => ({}), addEventListener() {}, getElementById: () => null,
		},
	};
	window.window = window;
	window.self = {origin: origin || url.origin};
	vm.runInNewContext(script, window);
	return {app: window.gasburden, window, on, fetched, policy: metas[0].content, own: () => classes.has('own')};
}

for (const [address, own, why] of [
	['', true, 'nothing is asked for'],
	['#assumptions', true, 'a place on the page'],
	['?lang=zh-CN', true, 'a language'],
	['?lang=zh-CN#lang=en', true, 'a language twice'],
	['?fbclid=x&utm_source=y&ref=forum', true, 'trackers'],
	['?' + index, true, 'the page\'s own scenario'],
	['?model=1&v=2&snapshot=2023-07-31&lang=zh-CN&utm_campaign=z', true, 'the same in another order'],
	['#' + index, true, 'the same in the fragment'],
	['?snapshot=2023-07-31', false, 'a link of before, which says no version'],
	['?v=1&snapshot=2023-07-31', false, 'the default of before'],
	['?' + encodeURIComponent(index), true, 'the same, encoded by a chat program'],
	['?v=1', false, 'a link without a snapshot'],
	['?v=1&fee=0.9', false, 'a link'],
	['?fee=0.9', false, 'a link without its version'],
	['#v=1&fee=0.9', false, 'a link in the fragment'],
	['?fbclid=x#v=1&fee=0.9', false, 'a link behind a tracker'],
	['?ref=forum#v=1&fee=0.9', false, 'a link behind a tracker'],
	['?v%3D1%26fee%3D0.9', false, 'a link that was encoded'],
	['?v%253D1%2526fee%253D0.9', false, 'a link that was encoded twice'],
	['#v%3D1%26fee%3D0.9', false, 'a fragment that was encoded'],
	['?v=1&amp;fee=0.9', false, 'a link copied out of HTML'],
	['?' + index + '#v=1&fee=0.9', false, 'a link in query and fragment'],
	['?' + index.replace('model=1', 'model=2'), false, 'another edition'],
	['?v=1&v=1&model=1', false, 'a repeated key'],
	['?by=outflow', false, 'another flow'],
	['?anything', false, 'a name that nobody knows'],
	['?anything=x', false, 'a name that nobody knows'],
	['?f%65e=2', false, 'an encoded name'],
	['?%zz=1', false, 'a damaged name'],
	['?langs=1', false, 'no language'],
	['?refs=1', false, 'no tracker'],
]) test(`${address || 'no query'}: ${why}`, () => assert.equal(visit(address).own(), own));

const links = JSON.parse(readFileSync(new URL('../sim/link/testdata/links.json', import.meta.url), 'utf8'));
test('of every link of the table: numbers that are shown at once are its own, and have no notice', () => {
	for (const {link, read, start, faults} of links.filter((row) => /^https:\/\/gasburden/.test(row.link))) {
		if (!visit(link, {own: start ? start + '&model=1' : index}).own()) continue;
		assert.equal(read.replace(/&(lang)=[^&]*/g, ''), start || '{default}', link);
		assert.equal(faults, undefined, link);
	}
});

test('a page of a preset is asked for another scenario by any key that it does not have', () => {
	const at = (address) => visit(address, {own: today}).own();
	assert.ok(at('today.html') && at('today.html?share=0.11') && at('today.html?' + today));
	assert.ok(!at('today.html?fee=1') && !at('today.html?' + index) &&
		!at('today.html?v=1&snapshot=2025-09-09&model=1'));
	assert.ok(!at('today.html?v=1&snapshot=2025-09-09#model=1&adoption=constant&share=0.11'), 'the query alone counts');
});

test('the reader may go on to a link, or back, while the program is on its way', () => {
	const p = visit('');
	p.window.location.hash = '#v=1&fee=0.9';
	p.on.hashchange();
	assert.equal(p.own(), false);
	p.window.location.hash = '#assumptions';
	p.on.hashchange();
	assert.equal(p.own(), true);
});

for (const [address, own, files, over] of [
	['', index, []],
	['?fee=1', index, []],
	['?fee=1', 'v=2&snapshot=2025-09-09&model=1', [], bare],
	['?lang=en', 'v=2&snapshot=2025-09-09&model=1', ['data/2025-09-09.json'], bare],
	['?v=1&snapshot=2025-09-09', index, ['data/2025-09-09.json']],
	['#v=1&snapshot=2025-09-09&model=7', index, ['data/2025-09-09.json']],
	['?fbclid=1#v%3D1%26snapshot%3D2025-09-09', index, ['data/2025-09-09.json']],
	['?v=1&snapshot=2023-07-31&model=3', index, ['a', 'b']],
	['?v=1&snapshot=1999-01-01', index, []],
	['today.html', today, ['data/2025-09-09.json']],
	['today.html?fee=1', today, ['data/2025-09-09.json']],
	['today.html?v=1&fee=1', today, []],
]) test(`${address || 'no query'} asks for ${['app.wasm.xz', ...files].join(', ')}`, () => {
	assert.deepEqual(visit(address, {own, over}).fetched, ['app.wasm.xz', ...files, 'data/past.json']);
});

test('in a sandbox the policy names the site where it says self', () => {
	assert.equal(visit('').policy, "default-src 'self'; object-src 'none'");
	const p = visit('', {origin: 'null'});
	assert.equal(p.policy, "default-src https://site.example; object-src 'none'");
	assert.equal(p.app.alone, true);
});

test('what the browser denies is undefined', () => {
	const {app, own} = visit('', {deny: true});
	assert.ok(own());
	assert.equal(app.may(() => { throw new Error('SecurityError'); }), undefined);
	assert.equal(app.may(() => 1), 1);
	assert.equal(app.early['app.wasm.xz'], undefined);
});
