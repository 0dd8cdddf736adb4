// Draws an SVG as PNG, with resvg and Inter.
import {initWasm, Resvg} from './resvg.mjs';
import program from './resvg.wasm';
import {fonts as files} from './site.mjs';

let started = false;
let fonts; // the bytes of the font files, once all are here

export async function png(svg, assets, origin) {
	// Each request that comes before the first is done begins anew, rather than wait for another one's promise: a
	// request that is cut off never settles its own. Nothing of resvg lives from one await to the next, so a second
	// start is harmless.
	if (!started) {
		try {
			await initWasm(program);
		} catch (error) {
			if (!/^Already initialized/.test(error.message)) throw error;
		}
		started = true;
	}
	fonts ??= await Promise.all(files.map(async (file) => {
		const found = await assets.fetch(new URL(`/${file}`, origin));
		if (!found.ok) throw new Error(`${file}: status ${found.status}`); // without a font resvg draws no text, and says nothing
		return new Uint8Array(await found.arrayBuffer());
	}));
	const resvg = new Resvg(svg, {font: {loadSystemFonts: false, fontBuffers: fonts, defaultFontFamily: 'Inter',
		sansSerifFamily: 'Inter'}});
	try {
		const image = resvg.render();
		try {
			return image.asPng();
		} finally {
			image.free();
		}
	} finally {
		resvg.free();
	}
}
