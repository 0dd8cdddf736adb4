// Pages with the preview of their link: what other sites read when somebody posts it.
import {ask} from './go.mjs';
import {holds, tag} from './query.mjs';

// page answers a page of the site. Without a link that is the file as it is. A link that is damaged opens all the same,
// and its preview says what the page will say of it.
export async function page(request, url, query, env) {
	const file = await env.ASSETS.fetch(request);
	if (query === '' || file.status !== 200) return file;
	const etag = await tag(url.pathname, query, env);
	if (holds(request, etag)) return new Response(null,
		{status: 304, headers: {'ETag': etag, 'Cache-Control': 'no-cache'}});
	let answer;
	try {
		answer = await ask(new URL(`/meta?url=${encodeURIComponent(`${url.origin}${url.pathname}?${query}`)}`, url),
			'GET', env.ASSETS);
	} catch (error) {
		console.error(error.stack || error);
	}
	const response = new Response(file.body, file);
	response.headers.delete('ETag'); // of the file alone
	response.headers.set('Cache-Control', 'no-cache');
	if (answer?.status !== 200) return response;
	response.headers.set('ETag', etag);
	const meta = await answer.json();
	const drawn = env.PNG !== 'presets' && meta.query !== '';
	const own = url.origin + meta.address;
	const preview = {
		title: meta.title, description: meta.description, url: own,
		image: drawn ? `${url.origin}/card.png?${meta.query}` : `${url.origin}/cards/${meta.card}.png`,
		alt: drawn ? meta.alt : meta.fallbackAlt,
	};
	const drop = {element: (e) => void e.remove()};
	return new HTMLRewriter()
		.on('link[rel="canonical"]', drop)
		.on('link[type="application/json+oembed"]', drop)
		.on('link[hreflang]', drop) // the file in another language, without the link
		.on('meta[property^="og:"]', drop)
		.on('meta[name^="twitter:"]', drop)
		.on('meta[name="description"]', {element: (e) => void e.setAttribute('content', preview.description)})
		.on('title', {element: (e) => {
			e.setInnerContent(preview.title);
			e.after('\n' + tags(preview, url.origin), {html: true});
		}})
		.transform(response);
}

function tags({title, description, url, image, alt}, origin) {
	const meta = (kind, name, content) => `<meta ${kind}="${name}" content="${escaped(content)}">`;
	return [
		`<link rel="canonical" href="${escaped(url)}">`,
		`<link rel="alternate" type="application/json+oembed" href="${escaped(`${origin}/oembed?format=json&url=${encodeURIComponent(url)}`)}" title="${escaped(title)}">`,
		meta('property', 'og:type', 'website'),
		meta('property', 'og:site_name', 'gasburden'),
		meta('property', 'og:title', title),
		meta('property', 'og:description', description),
		meta('property', 'og:url', url),
		meta('property', 'og:image', image),
		meta('property', 'og:image:type', 'image/png'),
		meta('property', 'og:image:width', '1200'),
		meta('property', 'og:image:height', '630'),
		meta('property', 'og:image:alt', alt),
		meta('name', 'twitter:card', 'summary_large_image'),
		meta('name', 'twitter:title', title),
		meta('name', 'twitter:description', description),
		meta('name', 'twitter:image', image),
		meta('name', 'twitter:image:alt', alt),
	].join('\n');
}

const escaped = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
