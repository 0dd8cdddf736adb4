// Runs the built Worker in workerd, as Cloudflare does, through miniflare.
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Miniflare} from 'miniflare';
import {readConfig} from './config.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// dist is what `go run ./wasm/worker/cmd/build` wrote.
export const dist = process.env.WORKER_DIST || `${root}dist`;

// start gives the Worker of such a folder. vars are laid over those of wrangler.jsonc.
export async function start({dist: folder = dist, vars = {}} = {}) {
	const config = readConfig();
	const types = {mjs: 'ESModule', js: 'ESModule', wasm: 'CompiledWasm'};
	const modules = `${folder}/modules`;
	const names = readdirSync(modules).sort((a, b) => (b === 'entry.mjs') - (a === 'entry.mjs')); // the first is run
	const log = [];
	const miniflare = new Miniflare({
		port: 0,
		modulesRoot: modules,
		modules: names.map((name) => ({type: types[name.split('.').pop()], path: `${modules}/${name}`})),
		// What the Worker logs is kept for the tests rather than printed.
		handleRuntimeStdio: (...streams) => streams.forEach((stream) => stream.on('data',
			(text) => log.push(String(text)))),
		compatibilityDate: config.compatibility_date,
		bindings: {...config.vars, ...vars},
		assets: {
			directory: `${folder}/public`,
			binding: config.assets.binding,
			routerConfig: {has_user_worker: true, static_routing: {user_worker: config.assets.run_worker_first}},
		},
	});
	await miniflare.ready;
	const get = (path, init) => miniflare.dispatchFetch(new URL(path, 'https://gasburden.example'),
		{redirect: 'manual', ...init});
	return {get, log, stop: () => miniflare.dispose()};
}
