// What happens when the Go program breaks. This Worker is built with the tag faults: lang=panic breaks the cards of an
// instance for good, lang=exit ends it.
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {start} from './worker.mjs';

let worker;
before(async () => void (worker = await start({dist: process.env.WORKER_FAULTS})));
after(() => worker.stop());

// logged waits until the Worker's log says something.
async function logged(what) {
	for (let i = 0; i < 100 && !what.test(worker.log.join('')); i++) await new Promise((done) => setTimeout(done, 20));
	assert.match(worker.log.join(''), what);
}

test('a panic is one request’s, and says nothing of the program', async () => {
	assert.equal((await worker.get('/card.svg')).status, 200);
	const broken = await worker.get('/card.svg?lang=panic');
	assert.equal(broken.status, 500);
	assert.equal(broken.headers.get('Cache-Control'), 'no-store');
	assert.equal(broken.headers.get('Content-Type'), 'image/svg+xml; charset=utf-8');
	assert.doesNotMatch(await broken.text(), /asked for|goroutine|\.go:/);
	await logged(/asked for by a test/);
	assert.equal((await worker.get('/result.csv?days=5')).status, 200); // by the same instance:
	assert.equal((await worker.get('/card.svg?fee=5')).status, 500);
	assert.equal((await worker.get('/?fee=5')).status, 200);
});

test('when the program ends, the next request gets another', async () => {
	for (let i = 0; i < 3; i++) {
		assert.equal((await worker.get(`/card.svg?lang=exit&fee=${i + 1}`)).status, 500);
		assert.equal((await worker.get(`/card.svg?fee=${i + 1}`)).status, 200);
	}
	await logged(/exit code: 3/);
	const page = await worker.get('/?lang=exit');
	assert.equal(page.status, 200); // without a preview of its own
	assert.match(await page.text(), /<div id="app">/);
});
