// Cuts Noto Sans SC down to the characters that are read from standard input, as WOFF2 on standard output:
//
//	node web/subset.mjs < CHARACTERS > FONT.woff2
//
// One weight serves for all: where Inter lacks a character resvg takes whichever font has it, whatever its weight.
import {readFile} from 'node:fs/promises';
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import subsetFont from 'subset-font';

const whole = new URL('./node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff2',
  import.meta.url);

// subset gives the bytes of the font with the characters of a text, and no others.
export async function subset(characters) {
	return subsetFont(await readFile(whole), characters, {targetFormat: 'woff2'});
}

async function main() {
	const chunks = [];
	for await (const chunk of process.stdin) chunks.push(chunk);
	process.stdout.write(await subset(Buffer.concat(chunks).toString('utf8')));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	main().catch((err) => {
		console.error(`subset: ${err.message}`);
		process.exitCode = 1;
	});
}
