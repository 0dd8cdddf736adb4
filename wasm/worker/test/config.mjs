import {readFileSync} from 'node:fs';

// readConfig reads wrangler.jsonc: JSON with comments on lines of their own.
export function readConfig() {
	const text = readFileSync(new URL('../wrangler.jsonc', import.meta.url), 'utf8');
	return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
}
