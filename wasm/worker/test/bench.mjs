// Measures the built Worker in workerd: `make bench` runs it. Times are seen from outside, over a connection of this
// machine; processor time is that of the whole workerd process. workerd has no limit of either; Cloudflare does.
import {readdirSync, readFileSync} from 'node:fs';
import {start} from './worker.mjs';

const rounds = 200;
const ticks = 100; // a second, in /proc

// processor is the time that workerd, a child of this process, has used so far, ms. NaN where there is no /proc.
function processor() {
	let total = NaN;
	for (const pid of safely(() => readdirSync('/proc')) ?? []) {
		const stat = /^\d+$/.test(pid) && safely(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
		if (!stat || !stat.includes('(workerd)')) continue;
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		if (Number(fields[1]) !== process.pid) continue;
		total = (total || 0) + ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
	}
	return total;
}

function safely(read) {
	try {
		return read();
	} catch {
		return null;
	}
}

const ms = (n) => `${n.toFixed(1)} ms`.padStart(10);
let different = 0;
const kinds = {
	'a file': () => '/icon.svg',
	'/?…': (fee) => `/?fee=${fee}`,
	'/card.svg': (fee) => `/card.svg?fee=${fee}`,
	'/card.png': (fee) => `/card.png?fee=${fee}`,
	'/result.json, 3 x 1,096 days': (fee) => `/result.json?fee=${fee}`,
	'/result.csv, 3 x 100 days': (fee) => `/result.csv?days=100&fee=${fee}`,
	'/oembed': (fee) => `/oembed?url=${encodeURIComponent(`https://gasburden.example/?fee=${fee}`)}`,
	'/card.svg, from the cache': () => '/card.svg?fee=1',
};
console.log(`${'request'.padEnd(30)} ${'first'.padStart(10)} ${'p50'.padStart(10)} ${'p95'.padStart(10)} ${'processor'.padStart(10)}`);
for (const [name, path] of Object.entries(kinds)) {
	const worker = await start();
	await (await worker.get('/icon.svg')).arrayBuffer(); // workerd itself is up
	const once = async () => {
		const from = performance.now();
		const response = await worker.get(path(1 + ++different / 1000));
		await response.arrayBuffer();
		if (response.status !== 200) throw new Error(`${name}: status ${response.status}`);
		return performance.now() - from;
	};
	const first = await once();
	for (let i = 0; i < 10; i++) await once();
	const before = processor();
	const times = [];
	for (let i = 0; i < rounds; i++) times.push(await once());
	const used = (processor() - before) / rounds;
	times.sort((a, b) => a - b);
	console.log(`${name.padEnd(30)} ${ms(first)} ${ms(times[rounds / 2])} ${ms(times[Math.floor(rounds * 0.95)])} ${ms(used)}`);
	await worker.stop();
}
