// Stands in for the site's service worker during development, where a reload is to show the latest build: it deletes
// what an earlier one has stored here and unregisters itself.
'use strict';

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
	const own = `gasburden ${new URL('./', location.href).pathname} `;
	for (const key of await caches.keys()) if (key.startsWith(own)) await caches.delete(key);
	await registration.unregister();
})()));
