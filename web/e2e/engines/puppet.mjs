// Chromium over its DevTools protocol, Firefox over WebDriver BiDi.
import {writeFile} from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import {PATIENCE_MS, programOf} from './browser.mjs';

const PROGRAMS = {
	chromium: () => programOf(process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome-stable',
		'google-chrome'),
	firefox: () => programOf(process.env.FIREFOX, 'firefox-esr', 'firefox'),
};

/** @returns {Promise<import('./browser.mjs').Page>} */
export async function start(engine, {dark = false} = {}) {
	const executablePath = PROGRAMS[engine]();
	if (!executablePath) throw new Error(`no ${engine} on this machine: make deps-browser says more`);
	const firefox = engine === 'firefox';
	const browser = await puppeteer.launch({
		browser: firefox ? 'firefox' : 'chrome',
		executablePath,
		headless: true,
		protocolTimeout: PATIENCE_MS,
		defaultViewport: {width: 1280, height: 900},
		...(firefox ? {extraPrefsFirefox: {
			'intl.accept_languages': 'en-US, en',
			'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
			'security.fileuri.strict_origin_policy': true, // puppeteer relaxes it; readers have it
		}} : {args: ['--no-sandbox', '--disable-gpu', '--lang=en-US', ...(dark ? ['--force-dark-mode'] : [])]}),
	});
	try {
		const errors = [];
		let page, frame, left = false;
		async function tab() {
			const former = page;
			page = await browser.newPage();
			if (dark && !firefox) await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: 'dark'}]);
			page.on('pageerror', (error) => errors.push(String(error?.stack || error)));
			frame = page.mainFrame();
			left = false;
			await former?.close();
		}
		await tab();
		return {
			version: await browser.version(),
			async open(address) {
				if (left) await tab();
				frame = page.mainFrame();
				await page.goto(address, {waitUntil: 'domcontentloaded', timeout: PATIENCE_MS});
			},
			async back() {
				// Not page.goBack: in Firefox the driver waits for a document to load, and the page cache loads none.
				// For the same reason it finds no end to what is opened next in this tab.
				await page.evaluate(() => history.back());
				left = firefox;
			},
			run: (work, ...args) => frame.evaluate(work, ...args),
			async enter(selector) {
				frame = page.mainFrame();
				if (selector) frame = await (await page.waitForSelector(selector)).contentFrame();
			},
			click: (x, y) => page.mouse.click(x, y),
			async drag([[x, y], ...more]) {
				await page.mouse.move(x, y);
				await page.mouse.down();
				for (const [x, y] of more) await page.mouse.move(x, y);
				await page.mouse.up();
			},
			press: (key) => page.keyboard.press(key),
			type: (text) => page.keyboard.type(text),
			resize: (width, height) => page.setViewport({width, height}),
			shot: async (file) => writeFile(file, await page.screenshot()),
			pdf: () => page.pdf({format: 'A4', margin: {}, printBackground: false}),
			errors: () => errors,
			close: () => browser.close(),
		};
	} catch (error) {
		await browser.close();
		throw error;
	}
}
