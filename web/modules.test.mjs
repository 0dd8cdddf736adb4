// Modules of the page that need no page: how charts write numbers, how their axes hold, and how the engine is asked.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {engineOf} from './ui/site/ask.js';
import {figure, precise, speak, tick} from './ui/site/charts/format.js';

test('numbers of axes, readouts and tables', () => {
	for (const [got, want] of [
		[tick('percent', 2.5, 2.5), '2.5 %'], [tick('percent', 20, 10), '20 %'], [tick('number', -0.25, 0.05), '−0.25'],
		[tick('fil', 1250000, 250000), '1.25M'], [tick('fil', 500, 250), '500'],
			[tick('number', 1e-7, 1e-7), '0.0000001'], [tick('percent', 0, 2e-9), '0 %'],
		[tick('percent', 4e-9, 2e-9), '4E−9 %'], [tick('percent', 1.25e-8, 2.5e-9), '1.25E−8 %'],
		[figure('percent', 1e-4), '0.00010 %'], [figure('percent', 9e-5), 'under 0.0001 %'],
		[figure('percent', 9.94), '9.9 %'], [figure('percent', 9.95), '10 %'], [figure('percent', 0), '0 %'],
			[figure('percent', -0.0123), '−0.012 %'],
		[figure('fil', 7123.4), '7,123'], [figure('number', 1), '1.00'], [figure('number', NaN), '–'],
		[precise('fil', 1234567.8), '1,234,568'], [precise('percent', 4.23456789), '4.2346 %'],
			[precise('number', NaN), '–'],
	]) assert.equal(got, want);
	speak({numbers: 'de', dates: 'de', percent: '{n}%', under: '<0,0001%', months: [], axis: ['', '', '']});
	assert.equal(figure('percent', 4.2), '4,2%');
	assert.equal(speak().numbers, 'de', 'a chart that brings no language speaks that of the chart before');
});

/** A page for modules that look at one while they load: what they hear is kept by type. */
function page(shared = {}) {
	const heard = {}, el = {style: {setProperty() {}}};
	globalThis.window = {gasburden: shared};
	globalThis.HTMLInputElement = class { type = 'range'; };
	globalThis.IntersectionObserver = class { observe() {} };
	globalThis.addEventListener = (type, f) => { heard[type] = f; };
	globalThis.document = {createElement: () => el, head: {append() {}}};
	return heard;
}

test('an axis holds while a slider moves, and follows once it rests', async () => {
	const shared = {}, heard = page(shared);
	const {extent, limits} = await import('./ui/site/charts/axis.js');
	const view = {spec: {fromZero: true}, span: 0};
	assert.deepEqual(limits(view, 0, 10), [0, 10.6]);
	assert.deepEqual(limits(view, Infinity, -Infinity), [0, 1], 'nothing is drawn');
	assert.deepEqual(limits(view, -1e-9, 10), [0, 10.6], 'what is left of a sum is nothing');
	assert.deepEqual(limits(view, 1, 5), [0, 5.3]);
	assert.deepEqual(limits({spec: {fromZero: false}}, 5, 15), [4.6, 15.6]);
	assert.deepEqual(limits({spec: {fromZero: true}, limit: 20, pastHigh: 0}, 0, 1e9), [0, 21.2], 'a pole');
	const plot = {data: [[0, 1, 2, 3], [NaN, 4, 9, 99], [NaN, NaN, NaN, NaN], [-5, -6, -7, -8], [2, NaN, 3, 1]],
		series: [{idxs: [0, 2]}, {show: true}, {show: true}, {show: false}, {show: true}]};
	assert.deepEqual(extent(plot), [2, 9], 'gaps, curves that are hidden and days out of sight count for nothing');
	assert.deepEqual(extent({data: [[0], [NaN]], series: [{idxs: [0, 0]}, {show: true}]}), [Infinity, -Infinity]);
	heard.pointerdown({target: new HTMLInputElement()});
	assert.deepEqual(limits(view, 0, 4), [0, 5.3], 'it holds');
	assert.deepEqual(limits(view, 0, 6), [0, 10.6], 'curves that leave it double it');
	assert.deepEqual(limits(view, 0, 1), [0, 2.65], 'those that can hardly be seen make it a quarter');
	const decades = {spec: {fromZero: true, floor: 0.01}, axis: [0.01, 30]};
	assert.deepEqual(limits(decades, 0, 29), [0.01, 30], 'a logarithmic one holds too');
	assert.deepEqual(limits(decades, 0, 31), [0.01, 300], 'curves that leave it add a power of ten');
	assert.deepEqual(limits(decades, 0, 1), [0.01, 300]);
	heard.pointerup();
	assert.deepEqual(limits(decades, 0, 2), [0.01, 3]);
	assert.deepEqual(limits(view, 0, 1), [0, 1.06]);
	shared.reach = (of, low, high) => of === view ? [low, 2 * high] : null;
	assert.deepEqual(limits(view, 0, 1), [0, 2.12], 'a target is in sight');
});

/** An engine whose worker is in the hands of the test. */
function engine(files = {}) {
	const asked = [], workers = [];
	const e = engineOf(async (name) => {
		asked.push(name);
		if (files[name] instanceof Error) throw files[name];
		return files[name] || new TextEncoder().encode(name);
	}, (parts) => {
		const worker = {
			parts: parts.map((part) => typeof part === 'string' ? part : new TextDecoder().decode(part)), sent: [],
				ended: false,
			postMessage(message) { this.sent.push(message); }, terminate() { this.ended = true; },
		};
		workers.push(worker);
		return worker;
	});
	return {e, asked, workers};
}
const turn = () => new Promise((next) => setImmediate(next));

test('the engine starts with the first question, and gets files from the page', async () => {
	const {e, asked, workers} = engine({'data/a.json': new Uint8Array([1, 2])});
	assert.deepEqual(asked, []);
	const [one, two] = [e.ask('run', {a: 1}), e.ask('check', {})];
	await turn();
	const [worker] = workers;
	assert.deepEqual([workers.length, asked, worker.parts], [1, ['engine.wasm.xz', 'go.js', 'engine.js'],
		['go.js', '\n', 'engine.js', '\n']]);
	assert.deepEqual(worker.sent.slice(1), [{id: 1, name: 'run', request: '{"a":1}'},
		{id: 2, name: 'check', request: '{}'}]);
	await worker.onmessage({data: {load: 'data/a.json', id: 7}});
	assert.deepEqual(worker.sent.at(-1), {loaded: 'data/a.json', id: 7, bytes: new Uint8Array([1, 2])});
	worker.onmessage({data: {id: 2, error: 'gamma is 2', bytes: null}});
	await assert.rejects(two, {message: 'gamma is 2', said: true});
	worker.onmessage({data: {id: 1, error: null, bytes: new Uint8Array([3])}});
	assert.deepEqual(await one, new Uint8Array([3]));
});

test('a file that does not come is the engine\'s to tell', async () => {
	const {e, workers} = engine({'data/b.json': new Error('no answer')});
	e.ask('run', {}).catch(() => {});
	await turn();
	await workers[0].onmessage({data: {load: 'data/b.json', id: 1}});
	assert.deepEqual(workers[0].sent.at(-1), {loaded: 'data/b.json', id: 1, error: 'no answer'});
});

test('an engine that ends rejects what is open, and starts again', async () => {
	for (const end of [(w) => w.onmessage({data: {ended: 'out of memory'}}),
		(w) => w.onerror({message: 'out of memory'})]) {
		const {e, workers} = engine();
		const open = assert.rejects(e.ask('run', {}), /out of memory/);
		await turn();
		end(workers[0]);
		await open;
		assert.ok(workers[0].ended);
		e.ask('run', {}).catch(() => {});
		await turn();
		assert.equal(workers.length, 2);
	}
});

test('a start that failed may be tried again', async () => {
	const files = {'engine.wasm.xz': new Error('no answer')}, {e, workers} = engine(files);
	await assert.rejects(e.ask('run', {}), /no answer/);
	delete files['engine.wasm.xz'];
	const asked = e.ask('run', {});
	await turn();
	workers[0].onmessage({data: {id: 1, error: null, bytes: new Uint8Array()}});
	assert.deepEqual(await asked, new Uint8Array());
	const open = assert.rejects(e.ask('run', {}), /closed/);
	await turn();
	await e.close();
	await open;
});
