// What the Worker takes off a query before the Go program reads it, and which queries it takes for the same.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

// The module of the site is written by the build: here it has the trackers that the cases below are about.
const site = `const build = 'b1', appended = {names: ['fbclid', 'ref', 'ref_url'], prefixes: ['utm_']};`;
const source = readFileSync(new URL('../query.mjs', import.meta.url), 'utf8').replace(/^import .*site\.mjs';$/m, site);
const {clean, key} = await import(`data:text/javascript,${encodeURIComponent(source)}`);

test('what others append goes, and nothing of a link with it', () => {
	for (const [query, want] of [
		['?v=1&fee=0.9&fbclid=x&utm_source=y', 'v=1&fee=0.9'],
		['?v=1&amp;utm_source=x&amp;fee=0.9', 'v=1&amp;fee=0.9'],
		['?v=1&ref_url=https%3A%2F%2Fother.example%2F%3Ffee%3D0.2', 'v=1'],
		['?utm_source%3Dmail%26v%3D1%26fee%3D0.9', 'utm_source%3Dmail%26v%3D1%26fee%3D0.9'],
		['?utm_source=mail?fee=0.9', 'utm_source=mail?fee=0.9'],
		['?v=1&fee=0.9?utm_source=mail', 'v=1&fee=0.9?utm_source=mail'],
	]) assert.equal(clean(query), want, query);
});

test('only what means the same has one place in the cache', () => {
	assert.equal(key('fee=1&v=1'), key('v=1&fee=1'));
	for (const [one, other] of [
		['fee=1&fee=2', 'fee=2&fee=1'], ['fee=1&f%65e=2', 'f%65e=2&fee=1'], ['fee=1&x=1?fee=2', 'x=1?fee=2&fee=1'],
			['fee=1&fee+=2', 'fee+=2&fee=1'],
		['fee=1&amp;fee=2', 'amp;fee=2&fee=1'],
	]) assert.notEqual(key(one), key(other), one);
});
