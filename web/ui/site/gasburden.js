// gasburden in code: the calculator's engine as an ES module, for notebooks, pages and Node. It takes its
// files from the folder that it lies in. gasburden.d.ts says what everything is.
//
//     import {load} from 'https://…/gasburden.js';
//     const model = await load();
//     const {runs, link} = await model.run({fil_plus_rates: [0.5, 0.9], base_fee_nanofil: 0.7});
import {engineOf, inWorker} from './ask.js';

/** @import {EngineWorker, Part} from './ask.js' */
/** @import {Answer, Fault, LoadOptions, Numbers} from './module' */

const build = SITE_BUILD;

export const version = {build, ...SITE_VERSION};
export const schema = SITE_SCHEMA;
export const presets = SITE_PRESETS;

export class GasburdenError extends Error {
	/**
	 * @param {string} message
	 * @param {Fault[]} [faults]
	 * @param {ErrorOptions} [options]
	 */
	constructor(message, faults = [], options) {
		super(message, options);
		this.name = 'GasburdenError';
		this.faults = faults;
		const [{field = '', value = '', legal = ''} = {}] = faults;
		this.field = field;
		this.value = value;
		this.legal = legal;
	}
}

// Node has workers of its own kind, and reads files where others fetch them.
const node = typeof Worker === 'undefined' && typeof process !== 'undefined' && !!process.getBuiltinModule;

/**
 * @param {Part[]} parts
 * @returns {EngineWorker}
 */
function inNode(parts) {
	const utf8 = new TextDecoder();
	const script = [
		`const {parentPort} = process.getBuiltinModule('node:worker_threads');`,
		`Object.assign(globalThis, {self: globalThis, postMessage: (data, moved) => parentPort.postMessage(data, moved)});`,
		`parentPort.on('message', (data) => self.onmessage({data}));`,
		...parts.map((part) => typeof part === 'string' ? part : utf8.decode(part)),
	].join('\n');
	const thread = new (process.getBuiltinModule('node:worker_threads').Worker)(script, {eval: true, execArgv: []});
	let open = 0; // questions; without one the thread keeps no process alive
	thread.unref();
	/** @type {EngineWorker} */
	const worker = {
		postMessage(data) {
			if ('name' in data && open++ === 0) thread.ref();
			thread.postMessage(data);
		},
		terminate: () => thread.terminate(),
		onmessage: null,
		onerror: null,
	};
	thread.on('message', (data) => {
		if (!('load' in data) && --open === 0) thread.unref();
		worker.onmessage?.({data});
	});
	thread.on('error', (error) => worker.onerror?.({message: String(error.message || error)}));
	return worker;
}

// Deno has no workers but those of modules.
const inDeno = (/** @type {Part[]} */ parts) => inWorker(parts, {type: 'module'});
const spawn = node ? inNode : typeof Deno === 'undefined' ? (/** @type {Part[]} */ parts) => inWorker(parts) : inDeno;

/**
 * folderOf is the address that files are asked for under: base, or where this module lies.
 * @param {string | URL} [base]
 */
function folderOf(base) {
	try {
		const here = typeof location === 'undefined' ? undefined : location.href;
		const folder = base === undefined ? new URL('.', import.meta.url) : new URL(base, here);
		if (!folder.pathname.endsWith('/')) folder.pathname += '/';
		folder.search = folder.hash = '';
		return folder;
	} catch (error) {
		throw new GasburdenError(`base is ${base}, want the address of the folder that gasburden.js lies in`, [], {
			cause: error,
		});
	}
}

/**
 * filesOf reads the files of a folder.
 * @param {URL} folder
 */
function filesOf(folder) {
	return async (/** @type {string} */ name) => {
		const address = new URL(name, folder);
		if (node && address.protocol === 'file:')
			return new Uint8Array(await process.getBuiltinModule('node:fs/promises').readFile(address));
		address.search = `v=${build}`;
		const response = await fetch(address);
		if (!response.ok) throw new Error(`${address}: ${response.status}`);
		return new Uint8Array(await response.arrayBuffer());
	};
}

/**
 * asked is the engine's request for what a caller gave: nothing, a link, the name of a preset, or a scenario.
 * @param {unknown} what
 */
function asked(what) {
	if (what === undefined || what === null || what === '') return {};
	if (typeof what === 'string') return /[=/?#]/.test(what) ? {query: what} : {preset: what};
	// Typed arrays are arrays in JSON too.
	const plain = (/** @type {string} */ _, /** @type {any} */ value) =>
		ArrayBuffer.isView(value) ? Array.from(/** @type {Float64Array} */ (value)) : value;
	return {scenario: JSON.parse(JSON.stringify(what, plain))};
}

// Undefined values are null in JSON.
const numbers = (/** @type {Numbers} */ values) => Float64Array.from(values, (v) => v === null ? NaN : v);
/**
 * @template From, To
 * @param {Record<string, From>} object
 * @param {(value: From) => To} change
 */
const each = (object, change) =>
	Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));

/**
 * @param {Answer} answer
 * @param {string | null} link
 */
function resultOf({result: {scenario, dates, runs, bands, warnings}, notices = [], edition}, link) {
	return {
		scenario, dates, warnings, link, notices, edition,
		runs: runs.map(({fil_plus_rate: rate, series, offsets, summary, doubts}) =>
			({rate, series: each(series, numbers), offsets, summary: each(summary, (v) => v === null ? NaN : v),
				doubts})),
		bands: bands ? {
			coverages: bands.coverages,
			errors_of: bands.errors_of,
			held: bands.held,
			day_factors: bands.day_factors.map(numbers),
			mean_factors: bands.mean_factors.map(numbers),
			past_forecasts: bands.past_forecasts,
		} : null,
	};
}

/** @param {LoadOptions} [options] */
export async function load({base, snapshot} = {}) {
	const folder = folderOf(base);
	const page = /^https?:$/.test(folder.protocol) ? folder.href : SITE_ADDRESS;
	const engine = engineOf(filesOf(folder), spawn);
	const utf8 = new TextDecoder();
	/**
	 * @param {string} question
	 * @param {unknown} [what]
	 * @returns {Promise<Answer>}
	 */
	async function ask(question, what) {
		let bytes;
		try {
			bytes = await engine.ask(question, {snapshot, page, ...asked(what)});
		} catch (error) {
			throw new GasburdenError(error instanceof Error ? error.message : String(error), [], {cause: error});
		}
		/** @type {Answer} */
		const answer = JSON.parse(utf8.decode(bytes));
		if (answer.faults && question !== 'check')
			throw new GasburdenError(answer.faults.map((f) => f.message).join('\n'), answer.faults);
		return answer;
	}
	const address = (/** @type {Answer} */ {link}) => link ? `${page}?${link}` : null;
	const model = {
		version, schema, presets,
		async run(/** @type {unknown} */ scenario) {
			const answer = await ask('run', scenario);
			return resultOf(answer, address(answer));
		},
		check: async (/** @type {unknown} */ scenario) => (await ask('check', scenario)).faults || [],
		link: async (/** @type {unknown} */ scenario) => address(await ask('link', scenario)),
		card: async (/** @type {unknown} */ scenario) => (await ask('card', scenario)).svg,
		cost: async (/** @type {unknown} */ provider) => (await ask('cost', provider)).cost,
		close: () => engine.close(),
	};
	try {
		await ask('link'); // figures that are not there, and a snapshot that no one knows, are said here
	} catch (error) {
		model.close();
		throw error;
	}
	return model;
}

/**
 * run is for a single question: the engine starts for it, and ends.
 * @param {unknown} [scenario]
 * @param {LoadOptions} [options]
 */
export async function run(scenario, options) {
	const model = await load(options);
	try {
		return await model.run(scenario);
	} finally {
		model.close();
	}
}
