// The optional Cloudflare Worker: routes, limits and caches, before the Go program is asked.
import {ask} from './go.mjs';
import {page} from './page.mjs';
import {png} from './png.mjs';
import {clean, holds, key, tag} from './query.mjs';
import {build, longest, unnumbered, words} from './site.mjs';

// What is drawn or computed from a link.
const answers = ['/card.svg', '/card.png', '/result.json', '/result.csv', '/oembed'];

// Headers of all that is no file of the site. Other sites may show the pictures, and their scripts may read the tables.
const always = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
	'Access-Control-Allow-Origin': '*',
	'Cross-Origin-Resource-Policy': 'cross-origin',
};

export default {
	async fetch(request, env, ctx) {
		try {
			return await route(request, env, ctx);
		} catch (error) {
			console.error(error.stack || error);
			return say(500, words.broken);
		}
	},
};

async function route(request, env, ctx) {
	const url = new URL(request.url);
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return say(405, words.method.replace('{method}', request.method), {Allow: 'GET, HEAD'});
	}
	const query = clean(url.search);
	const most = /(^|&)url=/.test(query) ? 4 * longest : longest; // an address in an address has each & as %26
	if (query.length > most) return say(414, words.tooLong.replace('{n}', query.length).replace('{most}', most));
	if (answers.includes(url.pathname)) return answer(request, url, query, env, ctx);
	const response = await page(request, url, query, env);
	return response.status === 404 ? say(404, words.notFound) : response;
}

async function answer(request, url, query, env, ctx) {
	const path = url.pathname;
	const etag = await tag(path, query, env);
	const headers = {'ETag': etag, 'Cache-Control': 'public, max-age=86400', ...always};
	if (holds(request, etag)) return new Response(null, {status: 304, headers});

	// All ways to write a link share an entry, and those of another build have none.
	const kept = new Request(`${url.origin}${path}?${key(query)}&build=${build}&png=${env.PNG}`);
	const hit = await caches.default.match(kept);
	if (hit) return request.method === 'HEAD' ? new Response(null, hit) : hit;

	const made = path === '/card.png' ? await picture(request, url, query, env) : await ask(new URL(`${path}?${query}`,
		url), request.method, env.ASSETS);
	const response = new Response(request.method === 'HEAD' ? null : made.body, made);
	for (const [name, value] of Object.entries(made.status === 200 ? headers : {'Cache-Control': 'no-store',
		...always})) {
		response.headers.set(name, value);
	}
	if (request.method === 'GET' && made.status === 200) ctx.waitUntil(caches.default.put(kept, response.clone()));
	return response;
}

// picture draws a card as PNG. Sites that show a link's card show no error message: what cannot be drawn, or shall not,
// is replaced by the card of the preset that it is, or by one that says no number.
async function picture(request, url, query, env) {
	const svg = env.PNG === 'presets' ? null : await ask(new URL(`/card.svg?${query}`, url), request.method,
		env.ASSETS);
	if (svg?.status !== 200) {
		const answer = await ask(new URL(`/meta?${query}`, url), 'GET', env.ASSETS);
		return card(answer.status === 200 ? (await answer.json()).card : unnumbered);
	}
	const body = request.method === 'HEAD' ? null : await png(await svg.text(), env.ASSETS, url.origin);
	return new Response(body, {headers: {'Content-Type': 'image/png'}});
}

const card = (name) => new Response(null, {status: 302, headers: {Location: `/cards/${name}.png`}});

// say refuses a request before anything is computed.
function say(status, sentence, more = {}) {
	return new Response(sentence + '\n',
		{status, headers: {'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...always,
		...more}});
}
