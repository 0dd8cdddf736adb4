// Which engines there are, and how one is started: by its own driver, which no other engine's run needs.

/** @import {Page} from './browser.mjs' */

/** Engines that the suite knows, in the order of their share of readers. */
export const ENGINES = ['chromium', 'webkit', 'firefox'];

/**
 * Starts an engine.
 *
 * @param {string} engine one of ENGINES
 * @param {{dark?: boolean}} [options]
 * @returns {Promise<Page>}
 */
export async function start(engine, options = {}) {
	if (engine === 'webkit') return (await import('./webkit.mjs')).start(options);
	return (await import('./puppet.mjs')).start(engine, options);
}
