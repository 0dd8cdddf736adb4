// WebKitGTK over its WebDriver, on a screen of its own where the machine has none.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {PATIENCE_MS, programOf} from './browser.mjs';

// Keys that are not characters, as WebDriver writes them.
const KEYS = {
	Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Escape: '\uE00C', PageUp: '\uE00E',
		PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
	ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017',
};

// The name of what a WebDriver answers for an element.
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** MiniBrowser lies where no PATH leads; the folder has the machine's architecture in its name. */
function miniBrowser() {
	const folders = ['/usr/lib', '/usr/libexec', ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`)];
	return programOf(process.env.MINIBROWSER,
		...folders.flatMap((dir) => ['webkitgtk-6.0', 'webkit2gtk-4.1',
		'webkit2gtk-4.0'].map((api) => `${dir}/${api}/MiniBrowser`)));
}

async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address();
	server.close();
	await once(server, 'close');
	return port;
}

/** A screen in memory. Xvfb chooses the number and writes it. */
async function screen() {
	const program = programOf('Xvfb');
	if (!program) throw new Error('no Xvfb on this machine; see make deps-browser');
	const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'],
		{stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
	const [number] = await Promise.race([once(child.stdio[3], 'data'),
		once(child, 'exit').then(() => { throw new Error('Xvfb did not start'); })]);
	return {display: `:${String(number).trim()}`, close: () => child.kill()};
}

/** @returns {Promise<import('./browser.mjs').Page>} */
export async function start({dark = false} = {}) {
	const program = programOf('WebKitWebDriver'), binary = miniBrowser();
	if (!program || !binary) throw new Error('no WebKitWebDriver on this machine; see make deps-browser');
	const home = await mkdtemp(path.join(tmpdir(), 'gasburden-webkit-')); // its profile, and where its downloads land
	const display = await screen(), port = await freePort();
	const driver = spawn(program, [`--port=${port}`], {stdio: 'ignore', env: {
		...process.env,
		DISPLAY: display.display,
		HOME: home, XDG_CACHE_HOME: `${home}/cache`, XDG_DATA_HOME: `${home}/data`, XDG_CONFIG_HOME: `${home}/config`,
		LANG: 'en_US.UTF-8',
		LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1',
		WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // bubblewrap wants rights that a container has not; only our own pages are opened
		...(dark && {GTK_THEME: 'Adwaita:dark'}),
	}});
	const stop = async () => {
		if (driver.exitCode === null && driver.kill()) await once(driver, 'exit');
		display.close();
		await rm(home, {recursive: true, force: true, maxRetries: 5});
	};

	async function ask(method, place, body, patience = PATIENCE_MS) {
		const response = await fetch(`http://127.0.0.1:${port}${place}`,
			{method, signal: AbortSignal.timeout(patience), ...(body && {body: JSON.stringify(body)})});
		const {value} = await response.json();
		if (value?.error) throw new Error(`${value.error}: ${value.message}`);
		return value;
	}

	try {
		const end = Date.now() + PATIENCE_MS;
		while (!await ask('GET', '/status').catch(() => null)) {
			if (Date.now() > end) throw new Error('WebKitWebDriver did not start');
			await pause(20);
		}
		const {sessionId, capabilities} = await ask('POST', '/session',
			{capabilities: {alwaysMatch: {'webkitgtk:browserOptions': {binary, args: ['--automation']}}}});
		const of = (place) => `/session/${sessionId}/${place}`;
		await ask('POST', of('timeouts'), {script: PATIENCE_MS, pageLoad: PATIENCE_MS});
		const pointer = (actions) => ask('POST', of('actions'),
			{actions: [{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]});
		const move = (x, y) => ({type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport',
			duration: 0});
		const down = {type: 'pointerDown', button: 0}, up = {type: 'pointerUp', button: 0};
		const keys = (list) => ask('POST', of('actions'),
			{actions: [{type: 'key', id: 'keys',
			actions: list.flatMap((value) => [{type: 'keyDown', value}, {type: 'keyUp', value}])}]});

		/** @type {import('./browser.mjs').Page} */
		const page = {
			version: `${capabilities.browserName} ${capabilities.browserVersion}`,
			async open(address) {
				await page.enter(null);
				await ask('POST', of('url'), {url: address});
			},
			async back() {
				await page.run(() => history.back());
				await pause(500); // a script that is sent to a document as that is left never answers
			},
			async run(work, ...args) {
				const said = await ask('POST', of('execute/async'), {
					script: `const [args, done] = arguments; (async () => (${work})(...args))().then((value) => done({value: value === undefined ? null : value}), (error) => done({error: String(error)}));`,
					args: [args],
				}, PATIENCE_MS / 4); // so that \`until\` can ask again
				if (said.error) throw new Error(said.error);
				return said.value;
			},
			async enter(selector) {
				await ask('POST', of('frame'), {id: null});
				if (!selector) return;
				const found = await ask('POST', of('element'), {using: 'css selector', value: selector});
				await ask('POST', of('frame'), {id: {[ELEMENT]: found[ELEMENT]}});
			},
			click: (x, y) => pointer([move(x, y), down, up]),
			drag: ([first, ...more]) => pointer([move(...first), down, ...more.map((at) => move(...at)), up]),
			press: (key) => keys([KEYS[key] || key]),
			type: (text) => keys([...text]),
			async resize(width, height) {
				await page.enter(null);
				// The window has a frame and a toolbar, whose size is only known by asking for the inside.
				await ask('POST', of('window/rect'), {width, height});
				const inside = await page.run(() => [innerWidth, innerHeight]);
				await ask('POST', of('window/rect'), {width: 2 * width - inside[0], height: 2 * height - inside[1]});
				const end = Date.now() + PATIENCE_MS;
				while (await page.run((w, h) => innerWidth !== w || innerHeight !== h, width, height)) {
					if (Date.now() > end) throw new Error(`the window does not become ${width} x ${height}`);
					await pause(20);
				}
			},
			shot: async (file) => writeFile(file, Buffer.from(await ask('GET', of('screenshot')), 'base64')),
			pdf: null, // this driver has no command for it
			errors: () => [], // nor for the console
			async close() {
				await ask('DELETE', `/session/${sessionId}`).catch(() => {}); // it is stopped all the same
				await stop();
			},
		};
		await page.resize(1280, 900);
		return page;
	} catch (error) {
		await stop();
		throw error;
	}
}
