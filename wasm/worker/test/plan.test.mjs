// The Worker as the free plan has it: no PNG is drawn.
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {start} from './worker.mjs';

let worker;
before(async () => void (worker = await start({vars: {PNG: 'presets'}})));
after(() => worker.stop());

test('a PNG is that of the preset, or one without numbers where the link is none', async () => {
	for (const [query, card] of [['gas=regime&fee=1&direct=0.15', 'study'], ['fee=3', 'link'], ['', 'stayed'],
		['x=1', 'link'], ['feedback=true&rebound=1', 'refilled'], ['fee=3&lang=zh-CN', 'zh-CN/link']]) {
		const response = await worker.get(`/card.png?${query}`);
		assert.equal(response.status, 302, query);
		assert.equal(response.headers.get('Location'), `/cards/${card}.png`, query);
		const file = await worker.get(`/cards/${card}.png`);
		assert.equal(file.status, 200);
		assert.equal(Buffer.from(await file.arrayBuffer()).readUInt32BE(16), 1200);
	}
});

test('a preview names the file itself, and never the picture of another scenario', async () => {
	const preset = await (await worker.get('/?gas=regime&fee=1&direct=0.15')).text();
	assert.match(preset, /og:image" content="https:\/\/gasburden\.example\/cards\/study\.png"/);
	const chinese = await (await worker.get('/study?lang=zh-CN')).text();
	assert.match(chinese, /og:image" content="https:\/\/gasburden\.example\/cards\/zh-CN\/study\.png"/);
	const other = await (await worker.get('/?fee=3')).text();
	assert.match(other, /og:image" content="https:\/\/gasburden\.example\/cards\/link\.png"/);
	assert.match(other, /og:image:alt" content="[^"\d]*"/);
	assert.match(other, /og:title" content="Base fee 3 nanoFIL/);
});
