// The Go program: one instance, kept for as long as it lives. Starting one costs more than most answers.
import './wasm_exec.js';
import program from './app.wasm';

// wasm_exec.js of syumai/workers calls JavaScript through this.
globalThis.tryCatch = (call) => {
	try {
		return {result: call()};
	} catch (error) {
		return {error};
	}
};

let live; // {go, binding}

// start runs the program up to the point where it waits for requests. All of that happens inside this call, so that no
// request ever waits for what another one began: workerd would not let it.
function start() {
	const go = new Go();
	const binding = {};
	let ready = false;
	const instance = new WebAssembly.Instance(program, {...go.importObject, workers: {ready: () => (ready = true)}});
	go.run(instance, {binding}).catch(() => {});
	if (!ready || go.exited) throw new Error('the Go program did not start');
	return {go, binding};
}

// use gives the instance to call. An instance that ended meanwhile, or threw, is in a state that nobody knows: the next
// request gets another.
function use(call) {
	const instance = (live ??= start());
	try {
		const answer = call(instance.binding);
		if (instance.go.exited) throw new Error('the Go program ended while it answered');
		return answer;
	} catch (error) {
		live = undefined;
		throw error;
	}
}

// ask has the Go program answer an address. Files of the site that it needs first are taken from the assets.
export async function ask(url, method, assets) {
	const most = 5; // of the figures of one link
	for (let n = 0; ; n++) {
		const response = await use((binding) => binding.handleRequest(new Request(url, {method})));
		const file = response.headers.get('X-Needs');
		if (!file || n === most) return response;
		const found = await assets.fetch(new URL(`/${file}`, url));
		const bytes = found.ok ? new Uint8Array(await found.arrayBuffer()) : null;
		use((binding) => binding.learn(file, bytes));
	}
}
