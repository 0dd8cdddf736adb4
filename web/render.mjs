// Renders SVG files to PNG with resvg and Inter, both from node_modules beside this file:
//
//	node web/render.mjs [-width N] [-font FILE] IN.svg OUT.png [IN.svg OUT.png ...]
//
// N is the width of the pictures in pixels, that of the SVG where it is not given; FILE is a further font, for
// characters that Inter lacks. No font of the machine is used, so that the same SVG gives the same picture everywhere.
import {readFile, writeFile} from 'node:fs/promises';
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {initWasm, Resvg} from '@resvg/resvg-wasm';

const modules = new URL('./node_modules/', import.meta.url);
const fontFiles = [400, 600, 700].map((weight) => new URL(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`,
  modules));

// The width at which a picture is compared with itself without its text.
const probeWidth = 240;

let fonts = null;

async function load() {
	if (fonts) return;
	const [program, ...buffers] = await Promise.all([new URL('@resvg/resvg-wasm/index_bg.wasm', modules),
		...fontFiles].map((file) => readFile(file)));
	await initWasm(program);
	fonts = buffers.map((buffer) => new Uint8Array(buffer));
}

// open gives what take makes of a picture, and frees what resvg holds: it would run out of memory after some hundred
// pictures.
function open(svg, fontBuffers, fitTo, take) {
	const resvg = new Resvg(svg, {
		font: {loadSystemFonts: false, fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter'},
		fitTo,
	});
	try {
		return take(resvg);
	} finally {
		resvg.free();
	}
}

function draw(svg, fontBuffers, fitTo, take) {
	return open(svg, fontBuffers, fitTo, (resvg) => {
		const image = resvg.render();
		try {
			return take(image);
		} finally {
			image.free();
		}
	});
}

// render turns SVG text into the bytes of a PNG. It fails where the SVG has text and none of it was drawn: resvg passes
// over fonts that it cannot read without a word.
export async function render(svg, {width, fontBuffers, more = []} = {}) {
	await load();
	const using = [...(fontBuffers || fonts), ...more];
	const bare = svg.replace(/<text[\s>][\s\S]*?<\/text>/g, '');
	if (bare !== svg) {
		const small = {mode: 'width', value: probeWidth};
		const pixels = (text) => draw(text, using, small, (image) => Buffer.from(image.pixels));
		if (pixels(svg).equals(pixels(bare))) throw new Error('none of its text was drawn');
	}
	return draw(svg, using, width ? {mode: 'width', value: width} : {mode: 'original'},
		(image) => Buffer.from(image.asPng()));
}

// extent is the box that the drawing of an SVG fills, {x, y, width, height} in its own units; undefined where it draws
// nothing.
export async function extent(svg, {more = []} = {}) {
	await load();
	return open(svg, [...fonts, ...more], {mode: 'original'}, (resvg) => {
		const box = resvg.getBBox();
		if (!box) return undefined;
		const {x, y, width, height} = box;
		box.free();
		return {x, y, width, height};
	});
}

async function main(args) {
	let width;
	const more = [];
	for (; args[0] === '-width' || args[0] === '-font'; args = args.slice(2)) {
		if (args[0] === '-font') {
			more.push(new Uint8Array(await readFile(args[1])));
			continue;
		}
		width = Number(args[1]);
		if (!Number.isInteger(width) || width < 1 ||
			width > 8192) throw new Error(`-width is ${args[1]}, want a whole number in 1..8192`);
	}
	if (args.length === 0 || args.length % 2) throw new Error('usage: node render.mjs [-width N] [-font FILE] IN.svg OUT.png [IN.svg OUT.png ...]');
	for (let i = 0; i < args.length; i += 2) {
		try {
			await writeFile(args[i + 1], await render(await readFile(args[i], 'utf8'), {width, more}));
		} catch (err) {
			throw new Error(`${args[i]}: ${err.message || err}`);
		}
	}
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	try {
		await main(process.argv.slice(2));
	} catch (err) {
		console.error(`render: ${err.message}`);
		process.exitCode = 1;
	}
}
