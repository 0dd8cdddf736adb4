// What leaves the page: the address bar, the clipboard, files. The program says what; every visible word
// is its own.
(() => {
	'use strict';

	const app = window.gasburden = window.gasburden || {};
	const isLink = (text) => text.includes('=');

	// address shows the link to the picture. It replaces, so that "back" leaves the page as the reader expects.
	app.address = (query) => {
		const anchor = isLink(location.hash) ? '' : location.hash;
		try {
			history.replaceState(null, '', location.pathname + '?' + query + anchor);
		} catch (error) { // some browsers keep the query of a page opened from disk
			try {
				history.replaceState(null, '', '#' + query);
			} catch (error) {
				console.warn(String(error)); // the page works without
			}
		}
	};
	addEventListener('hashchange', () => {
		if (isLink(location.hash) && app.open) app.open(location.hash);
	});
})();
