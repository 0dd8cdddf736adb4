import {test} from 'node:test';
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {extent, render} from './render.mjs';
import {subset} from './subset.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const picture = (inside) => `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60"><rect width="120" height="60" fill="#fff"/>${inside}</svg>`;
const words = (weight) => picture(`<text x="10" y="40" font-family="Inter, sans-serif" font-weight="${weight}" font-size="30">Ag 7</text>`);

// size reads a PNG's width and height.
function size(png) {
	assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
	return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('text is drawn, each weight in its own shapes', async () => {
	const blank = await render(picture(''));
	const drawn = await Promise.all([400, 600, 700].map((weight) => render(words(weight))));
	for (const [i, png] of drawn.entries()) {
		assert.deepEqual(size(png), [120, 60]);
		assert.ok(png.length > 2 * blank.length, `${png.length} bytes with text, ${blank.length} without`);
		for (const other of drawn.slice(i + 1)) assert.ok(!png.equals(other), 'two weights look the same');
	}
});

test('the width is what is asked for, and twice the same is the same', async () => {
	const [a, b] = [await render(words(400), {width: 240}), await render(words(400), {width: 240})];
	assert.deepEqual(size(a), [240, 120]);
	assert.ok(a.equals(b));
});

// WOFF is the format that resvg passes over.
test('text that is not drawn is a failure', async () => {
	const woff = new Uint8Array(await readFile(path.join(here,
		'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff')));
	await assert.rejects(render(words(400), {fontBuffers: [woff]}), /none of its text was drawn/);
	await assert.rejects(render(words(400), {fontBuffers: []}), /none of its text was drawn/);
	await render(picture('<circle r="9"/>'), {fontBuffers: []});
});

// Without freeing what resvg holds, this many pictures take hundreds of megabytes.
test('many pictures take no more memory than one', async () => {
	for (let i = 0; i < 5; i++) await render(words(400), {width: 1200});
	const before = process.memoryUsage.rss();
	for (let i = 0; i < 40; i++) await render(words(400), {width: 1200});
	const grown = process.memoryUsage.rss() - before;
	assert.ok(grown < 80e6, `${Math.round(grown / 1e6)} MB more after 40 pictures`);
});

test('the command line renders several files, and names the one that fails', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'render-'));
	const at = (name) => path.join(folder, name);
	const run = (...args) => promisify(execFile)(process.execPath, [path.join(here, 'render.mjs'), ...args]);
	try {
		await writeFile(at('a.svg'), words(400));
		await writeFile(at('b.svg'), picture(''));
		await writeFile(at('bad.svg'), '<svg');
		await run('-width', '60', at('a.svg'), at('a.png'), at('b.svg'), at('b.png'));
		for (const name of ['a.png', 'b.png']) assert.deepEqual(size(await readFile(at(name))), [60, 30]);
		await assert.rejects(run(at('bad.svg'), at('bad.png')), (err) => err.code === 1 &&
			err.stderr.includes('bad.svg'));
		await assert.rejects(run(at('none.svg'), at('none.png')), (err) => err.code === 1 &&
			err.stderr.includes('none.svg'));
		await assert.rejects(run(at('a.svg')), (err) => err.code === 1 && err.stderr.includes('usage'));
		await assert.rejects(run('-width', '0', at('a.svg'), at('a.png')), (err) => err.code === 1 &&
			err.stderr.includes('-width is 0'));
	} finally {
		await rm(folder, {recursive: true});
	}
});

// Characters of folder's cards, for the font that draws them.
async function lettered(folder) {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.svg'));
	const cards = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
	return {names, font: new Uint8Array(await subset([...new Set(cards.join(''))].join('')))};
}

test('Chinese is drawn with the characters that were asked for, and no others', async () => {
	const said = (text) => picture(`<text x="10" y="40" font-family="Inter, 'Noto Sans SC', sans-serif" font-size="30">${text}</text>`);
	const some = new Uint8Array(await subset('负担'));
	assert.ok(some.length < 20000, `${some.length} bytes for two characters`);
	const [two, boxes, other, others] = await Promise.all([
		render(said('负担'), {more: [some]}), render(said('负担')), render(said('扇区'), {more: [some]}), render(said('扇区')),
	]);
	assert.ok(!two.equals(boxes), 'the font changes nothing');
	assert.ok(other.equals(others), 'characters that were not asked for are drawn');
	assert.ok(!(await render(said('负负'), {more: [some]})).equals(await render(said('担担'), {more: [some]})),
		'two characters look the same');
	assert.ok(some.length === (await subset('担负')).length, 'not the same twice');
});

// The program that lays the cards out knows Inter's widths but not its kerning. What resvg draws must lie on
// the card, and apart from everything else that is said there.
test('the texts of the golden cards have room', async () => {
	const folder = path.join(here, 'draw/testdata');
	const english = await lettered(folder), chinese = await lettered(path.join(folder, 'zh-CN'));
	assert.ok(english.names.length >= 5 && chinese.names.length >= 3,
		`${english.names.length} cards, ${chinese.names.length} in Chinese`);
	for (const name of [...english.names, ...chinese.names.map((name) => 'zh-CN/' + name)]) {
		const svg = await readFile(path.join(folder, name), 'utf8');
		const [root] = svg.match(/^<svg[^>]*>/);
		const texts = svg.match(/<text[\s\S]*?<\/text>/g);
		assert.ok(texts.length > 20, `${name}: ${texts.length} texts`);
		const boxes = [];
		for (const text of texts) {
			const box = await extent(root + text.replace(/ paint-order="stroke" stroke="[^"]*" stroke-width="[^"]*"/,
				'') + '</svg>', {more: [chinese.font]});
			assert.ok(box, `${name}: ${text} draws nothing`);
			boxes.push({text, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height});
		}
		for (const [i, a] of boxes.entries()) {
			assert.ok(a.left >= 24 && a.right <= 1176 && a.top >= 8 && a.bottom <= 622,
				`${name}: ${a.text} leaves the card`);
			for (const b of boxes.slice(i + 1)) {
				const apart = a.right + 4 <= b.left || b.right + 4 <= a.left || a.bottom <= b.top || b.bottom <= a.top;
				assert.ok(apart, `${name}: ${a.text} lies on ${b.text}`);
			}
		}
	}
});
