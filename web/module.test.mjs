// gasburden.js as others use it: in Node, from TypeScript, and against its own schema. E2E_DIST names a
// built site; without it one is built.
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {execFile, execFileSync} from 'node:child_process';
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import Ajv2020 from 'ajv/dist/2020.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
let work, dist, code, model;

before(async () => {
	work = await mkdtemp(path.join(tmpdir(), 'gasburden-module-'));
	dist = process.env.E2E_DIST;
	if (!dist) {
		dist = path.join(work, 'dist');
		execFileSync('go', ['run', './web/cmd/build', '-o', dist], {cwd: root});
	}
	code = await import(pathToFileURL(path.join(dist, 'gasburden.js')));
	model = await code.load();
});
after(async () => {
	await model?.close();
	await rm(work, {recursive: true, force: true});
});

const command = (...args) => JSON.parse(execFileSync('go', ['run', './sim/cmd/gasburden', ...args],
  {cwd: root, maxBuffer: 1 << 28}));

// same compares a result with what the command line wrote, numbers to 1e-9: the machine's own exponential
// and WebAssembly's differ in the last bits.
function same(got, want, at = 'result') {
	if (typeof want === 'number' || typeof got === 'number') {
		if (want === null) return assert.ok(Number.isNaN(got), `${at}: ${got}, want NaN`);
		if (Number.isNaN(want)) return assert.ok(Number.isNaN(got), `${at}: ${got}, want NaN`);
		return assert.ok(Math.abs(got - want) <= 1e-9 * Math.max(Math.abs(want), 1e-12), `${at}: ${got}, want ${want}`);
	}
	if (want === null || typeof want !== 'object') return assert.equal(got, want, at);
	assert.deepEqual(Object.keys(got), Object.keys(want), at);
	for (const name of Object.keys(want)) same(got[name], want[name], `${at}.${name}`);
}

// asWritten is a result under the names of the command line.
const asWritten = ({scenario, dates, runs, bands, warnings}) => ({
	scenario, dates, runs: runs.map(({rate, ...run}) => ({fil_plus_rate: rate, ...run})), ...(bands && {bands}),
		warnings,
});

test('results are those of the command line', async () => {
	const scenario = {snapshot: '2025-09-09', horizon_days: 120,
		fil_plus_rates: [0.4, Array(120).fill(0).map((_, i) => i / 200)], raw_onboarding_pib: 2, adoption: 'logistic',
		rebound: 0.5};
	const file = path.join(work, 'scenario.json');
	await writeFile(file, JSON.stringify(scenario));
	for (const [what, ...args] of [
		[undefined],
		['study', '-preset', 'study'],
		['today', '-preset', 'today'],
		['today-full', '-preset', 'today-full'],
		['as-measured', '-preset', 'as-measured'],
		['happened', '-preset', 'happened'],
		['https://example.org/today.html?fee=0.2', '-link', 'https://example.org/today.html?fee=0.2'],
		['?v=1&fee=0.7&rates=0.3,0.9', '-set', 'version=1', '-set', 'base_fee_nanofil=0.7',
			'-set', 'fil_plus_rates=0.3,0.9'],
		[{gamma: 0.5, pledge_base: 'available'}, '-set', 'version=1', '-set', 'gamma=0.5',
			'-set', 'pledge_base=available'],
		[{version: 2, gamma: 0.5}, '-set', 'gamma=0.5'],
		[{...scenario, fil_plus_rates: [0.4, Float64Array.from(scenario.fil_plus_rates[1])]}, '-scenario', file],
	]) {
		const got = await model.run(what);
		same(asWritten(got), command('run', '-format', 'json', ...args));
		assert.ok(got.runs[0].series.gas_over_netflow instanceof Float64Array);
		assert.ok(got.link.startsWith('https://') && got.notices.length === 0 && got.edition === code.version.edition,
			got.link);
		// Its own link brings it back.
		const again = await model.run(got.link);
		same(asWritten(again), asWritten(got));
		assert.deepEqual(again.notices, []);
	}
	assert.deepEqual(Object.keys(globalThis).filter((name) => /^(Go|engine|gasburden|self|fs)$/.test(name)), []);
});

test('faults name field, value and legal values', async () => {
	await assert.rejects(model.run({renewal_rate: 1.2, adoption: 'soon'}), (error) => {
		assert.ok(error instanceof code.GasburdenError && error instanceof Error);
		assert.deepEqual([error.field, error.value, error.legal], ['renewal_rate', '1.2', 'a number in 0..1']);
		assert.deepEqual(error.faults.map((f) => f.field), ['renewal_rate', 'adoption']);
		assert.match(error.message, /renewal_rate is 1.2, want a number in 0..1/);
		return true;
	});
	await assert.rejects(model.card('best'), {name: 'GasburdenError', field: 'preset'});
	await assert.rejects(model.run({gamma: NaN}), {field: 'gamma', value: 'null'});
	await assert.rejects(code.load({snapshot: '2020-01-01'}), {name: 'GasburdenError', field: 'snapshot'});
	await assert.rejects(code.load({base: 'file:///no/such/folder'}),
		{name: 'GasburdenError', field: '', message: /no.such.folder/});
	await assert.rejects(code.load({base: 'folder'}), {name: 'GasburdenError', message: /base is folder/});
	assert.deepEqual(await model.check('study'), []);
	assert.deepEqual((await model.check({base_fee_nanofil: -1, gama: 1})).map((f) => f.field),
		['gama', 'base_fee_nanofil']);
	await assert.rejects(model.run('fee=-1'), {name: 'GasburdenError', field: 'base_fee_nanofil', value: '-1',
		legal: 'a number in 0..1000'});
	await assert.rejects(model.run('https://example.org/?v=1&fee=0.'), {field: 'base_fee_nanofil', value: '0.'});
	assert.deepEqual((await model.check('v=1&fee=0.9&colour=red&adop')).map((f) => f.field), ['colour', 'adop']);
	assert.equal((await model.run('?fbclid=x#v%3D1%26fee%3D0.9')).scenario.base_fee_nanofil, 0.9);
	const renewal = Array.from({length: 1095}, (_, i) => (i * i % 997) / 997);
	assert.equal(await model.link({renewal_rate: renewal}), null);
});

test('a model has a snapshot, a card and links of its own, and ends', async () => {
	const other = await code.load({snapshot: '2025-09-09', base: pathToFileURL(dist)});
	assert.match(await other.link('saved-unused'), /snapshot=2025-09-09.*feedback=true/);
	assert.match(await other.link({snapshot: '2023-07-31'}), /snapshot=2023-07-31/);
	assert.match(await other.card(), /^<svg [\s\S]*<\/svg>\s*$/);
	const unanswered = other.run();
	const ended = assert.rejects(unanswered, /closed/);
	await other.close();
	await ended;
	assert.equal((await other.run()).scenario.snapshot, '2025-09-09'); // it starts again
	await other.close();
	assert.equal((await code.run('study')).scenario.gas_model, 'regime'); // for one question
	// A script that forgets to close it ends all the same, with its answer.
	const script = `import {load} from ${JSON.stringify(String(pathToFileURL(path.join(dist, 'gasburden.js'))))}; console.log((await (await load()).run('study')).runs.length);`;
	assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], {timeout: 60_000}).toString(),
		'3\n');
});

// Figures come with the address of the build, from wherever the folder is.
test('the folder may be anywhere on the web', async () => {
	const asked = [];
	const server = createServer(async (request, response) => {
		const {pathname, search} = new URL(request.url, 'http://localhost');
		asked.push(pathname + search);
		const bytes = await readFile(path.join(dist, pathname.replace('/some/where/', ''))).catch(() => null);
		response.writeHead(bytes ? 200 : 404).end(bytes);
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
	try {
		const base = `http://127.0.0.1:${server.address().port}/some/where`;
		const remote = await code.load({base, snapshot: '2025-09-09'});
		assert.equal(await remote.link(), `${base}/?v=2&snapshot=2025-09-09&model=${code.version.edition}`);
		await remote.close();
		assert.deepEqual(asked.toSorted(), ['data/2025-09-09.json', 'data/past.json', 'engine.js',
			'engine.wasm.xz', 'go.js'].map((name) => `/some/where/${name}?v=${code.version.build}`));
		await assert.rejects(code.load({base: `${base}/else/`}), {name: 'GasburdenError', message: /404/});
	} finally {
		server.close();
		server.closeAllConnections();
	}
});

// The validator accepts exactly what the simulator accepts.
test('the schema says what the simulator says', async (t) => {
	assert.deepEqual(JSON.parse(await readFile(path.join(dist, 'scenario.schema.json'), 'utf8')), code.schema);
	const valid = new Ajv2020({strict: true, allowUnionTypes: true, formats: {date: true}}).compile(code.schema);
	for (const preset of code.presets) {
		assert.ok(valid(preset.scenario), preset.name);
		assert.ok(valid((await model.run(preset.name)).scenario), `${preset.name}, resolved`);
		assert.deepEqual(await model.check(preset.scenario), []);
	}
	const {properties} = code.schema;
	const names = Object.keys(properties);
	const numberOf = (p) => p.items ? numberOf(p.items) : p.anyOf ? p.anyOf[0] : p;

	// values around every edge of a field, legal and not.
	function values(name) {
		const p = properties[name], kinds = [null, true, '', 'x', {}, [], '1', -1, 0, 1, 0.5, 1e9];
		if (p.enum) return [...kinds, ...p.enum, p.enum[0].toUpperCase()];
		if (p.type === 'boolean') return [...kinds, false, 'true'];
		if (p.format === 'date') return [...kinds, '2020-10-14', '2020-10-15', '2020-12-31', '2024-02-29', '2023-02-29',
			'2024-04-31', '2099-12-31', '2100-01-01', '2100-01-02', '2024-6-1', '20240601', '2024-06-15T00:00:00Z'];
		const {minimum, maximum} = numberOf(p);
		const edges = [minimum, maximum, (minimum + maximum) / 2, minimum - 1, maximum + 1, minimum - 1e-9,
			maximum + 1e-9, maximum + 0.5, Math.trunc(maximum / 2) + 0.25];
		if (p.items) { // FIL+ rates
			const three = edges.slice(0, 3);
			return [...kinds, ...edges, ...edges.map((v) => [v]), three, [...three, 0.1, 0.2],
				[...three, 0.1, 0.2, 0.3], [[0.5]], [[0.5, 0.6, 0.7], 1], [[0.5, 2, 0.7]], [[[0.5]]], [['0.5']],
				[null]];
		}
		return [...kinds, ...edges, ...edges.map((v) => [v, v, v]), [0.5, '0.5', 0.5], [0.5, null, 0.5], [[1], 1, 1]];
	}

	// The list of what the schema cannot say: a vector must have as many values as there are forecast days.
	const lengths = (scenario) => {
		const days = Number.isInteger(scenario.horizon_days) ? scenario.horizon_days : 1095;
		const paths = names.filter((name) => properties[name].anyOf).map((name) => scenario[name])
			.concat(Array.isArray(scenario.fil_plus_rates) ? scenario.fil_plus_rates : []);
		return paths.every((p) => !Array.isArray(p) || p.length === days);
	};
	const verdicts = {both: 0, neither: 0, length: 0};
	async function agree(scenario) {
		const accepted = valid(scenario), faults = await model.check(scenario);
		if (accepted && !lengths(scenario)) {
			assert.ok(faults.length > 0, JSON.stringify(scenario));
			verdicts.length++;
			return;
		}
		assert.equal(accepted, faults.length === 0,
			`${JSON.stringify(scenario).slice(0, 300)}: schema ${accepted}, simulator ${JSON.stringify(faults)}`);
		verdicts[accepted ? 'both' : 'neither']++;
	}
	for (const name of names) {
		for (const value of values(name)) {
			await agree({[name]: value});
			if (name !== 'horizon_days') await agree({horizon_days: 3, [name]: value});
		}
	}
	for (const rebound of [0, 1e-9, 1, 2]) {
		for (const direct_gas_fraction of [0, 0.0099, 0.01, 1]) await agree({rebound, direct_gas_fraction});
		await agree({rebound});
	}
	for (const odd of [{snapshots: 1}, {toString: 1}, {Gamma: 1}, {'': 1}]) await agree(odd);

	// Several fields at once, by a generator of fixed seed.
	let state = 20230731;
	const random = (n) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor(state / 2 ** 32 * n);
	};
	const all = Object.fromEntries(names.map((name) => [name, values(name)]));
	const single = Object.fromEntries(names.map((name) => [name, all[name].filter((value) => valid({[name]: value}))]));
	for (let i = 0; i < 2000; i++) {
		const scenario = random(2) ? {horizon_days: 3} : {};
		for (let n = 1 + random(6); n > 0; n--) {
			const name = names[random(names.length)], from = random(8) ? single[name] : all[name];
			scenario[name] = from[random(from.length)];
		}
		await agree(scenario);
	}
	t.diagnostic(JSON.stringify(verdicts));
	assert.ok(verdicts.both > 500 && verdicts.neither > 500 && verdicts.length > 20, JSON.stringify(verdicts));
});

test('types fit the example, and refuse what is wrong', async () => {
	const folder = path.join(work, 'types');
	await mkdir(folder);
	await cp(path.join(dist, 'gasburden.d.ts'), path.join(folder, 'gasburden.d.ts'));
	await cp(path.join(dist, 'gasburden.js'), path.join(folder, 'gasburden.js'));
	const [, script] = (await readFile(path.join(dist, 'example.html'),
		'utf8')).match(/<script type="module">([\s\S]*?)<\/script>/);
	assert.equal(script.trim().split('\n').length, 5);
	await writeFile(path.join(folder, 'example.ts'), script);
	await writeFile(path.join(folder, 'use.ts'), `
import {GasburdenError, load, presets, run, schema, version, type Scenario, type SeriesName} from './gasburden.js';
const model = await load({snapshot: '2025-09-09', base: new URL('https://example.org/')});
const scenario: Partial<Scenario> = {horizon_days: 3, raw_onboarding_pib: new Float64Array(3),
	fil_plus_rates: [0.5, [0.1, 0.2, 0.3]], adoption: 'constant'};
const {dates, runs: [first], bands, warnings, link} = await model.run(scenario);
const name: SeriesName = 'gas_over_netflow';
const day: string = dates[first.offsets[name] ?? 0], value: number = first.series[name][0];
const saved: number = first.summary.saving_fil;
const factor: number | undefined = bands?.day_factors[0][0], address: string | null = link;
console.log(day, value, saved, factor, address, warnings[0]?.message,
	presets[0].scenario.rebound, schema, version.build);
for (const fault of await model.check('study')) console.log(fault.field, fault.legal);
const svg: string = await model.card(null);
try { await run('?v=1', {}); } catch (error) { if (error instanceof GasburdenError) console.log(error.field, error.faults.length, svg); }
// @ts-expect-error no such field
await model.run({raw_onboarding: 1});
// @ts-expect-error no such choice
await model.run({adoption: 'soon'});
// @ts-expect-error no such snapshot
await load({snapshot: '2020-01-01'});
// @ts-expect-error no such series
first.series.gas_over_everything;
// @ts-expect-error no such figure
first.summary.total;
await model.close();
`);
	const tsc = path.join(here, 'node_modules/typescript/bin/tsc');
	await promisify(execFile)(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'es2022', '--lib',
		'es2022,dom', '--module', 'esnext', '--moduleResolution', 'bundler', 'example.ts', 'use.ts'], {cwd: folder})
		.catch((error) => assert.fail(error.stdout + error.stderr));
});

// Types name what results have.
test('types and results have the same names', async () => {
	const types = await readFile(path.join(dist, 'gasburden.d.ts'), 'utf8');
	const members = (name, which = /^\t(?:readonly )?(\w+)\??[:(]/gm) => {
		const [, inside] = types.match(new RegExp(`^export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`, 'm'));
		return [...inside.matchAll(which)].map((m) => m[1]);
	};
	const result = await model.run('refilled');
	assert.deepEqual(members('Result').toSorted(), Object.keys(result).toSorted());
	assert.deepEqual(members('Run'), Object.keys(result.runs[0]));
	assert.deepEqual(members('Scenario', /^\t(\w+):/gm), Object.keys(result.scenario));
	// Version 2 has all of them; a fixed price and the mean burn go without the series that explain the others.
	const second = await model.run({version: 2});
	for (const [type, which] of [['SeriesUnits', 'series'], ['Summary', 'summary']]) {
		const all = Object.keys(second.runs[0][which]);
		assert.deepEqual(members(type), all);
		const fewer = Object.keys(result.runs[0][which]);
		assert.deepEqual(fewer, all.filter((name) => fewer.includes(name)));
	}
	assert.deepEqual(members('Scenario'), Object.keys(second.scenario));
	assert.deepEqual(members('Bands'), Object.keys(result.bands));
	assert.deepEqual(members('Model').toSorted(), Object.keys(model).toSorted());
	assert.deepEqual(members('Version'), Object.keys(code.version));
	assert.deepEqual(members('Preset'), Object.keys(code.presets[0]));
	assert.ok(result.warnings.length > 0);
	for (const name of Object.keys(result.warnings[0])) assert.ok(members('Warning').includes(name), name);
	for (const name of Object.keys(code)) assert.match(types, new RegExp(`^export (class|function|const) ${name}\\b`,
		'm'));
});
