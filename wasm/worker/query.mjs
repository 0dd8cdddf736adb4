// Queries, and what follows from them without asking the Go program.
import {appended, build} from './site.mjs';

// clean is a query without what social networks and mailers add to links: the Go program passes over it too. What is
// encoded as a whole, or has a link behind another "?", is for that to take apart.
export function clean(search) {
	return search.replace(/^\?/, '').split('&').filter((part) => {
		const name = part.replace(/^(amp;)+/, '').split('=', 1)[0];
		if (/%/.test(name) || part.includes('?')) return true;
		return part !== '' && !appended.prefixes.some((prefix) => name.startsWith(prefix)) &&
			!appended.names.includes(name);
	}).join('&');
}

// key is the same for all ways to order a query. Where a name comes twice the first counts, so that its order is part
// of what it says; and what is encoded, or behind another "?", may hold any name.
export function key(query) {
	const parts = query.split('&'), names = new Set(parts.map((part) => part.split('=', 1)[0]));
	return names.size < parts.length || /[%?+]|amp;/.test(query) ? query : parts.sort().join('&');
}

// tag is the ETag of what a path answers to a query: answers follow from these, the build and the configuration alone.
export async function tag(path, query, env) {
	const sum = await crypto.subtle.digest('SHA-256',
		new TextEncoder().encode(`${build}\n${env.PNG}\n${path}\n${key(query)}`));
	return `W/"${[...new Uint8Array(sum, 0, 12)].map((b) => b.toString(16).padStart(2, '0')).join('')}"`;
}

// holds says whether a request names the tag in If-None-Match.
export function holds(request, etag) {
	const bare = (tag) => tag.trim().replace(/^W\//, '');
	return (request.headers.get('If-None-Match') ?? '').split(',').some((tag) => bare(tag) === bare(etag));
}
