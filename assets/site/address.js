	// The address bar: what it asks for, and what the page has come to show.
	const isLink = (text) => /=|%(25)*3d/i.test(text); // or the name of a section

	// Where links lead: the folder of this page or, where that is of no use to others, the public site.
	Object.defineProperty(app, 'base', {
		get: () => /^https?:$/.test(location.protocol) ? new URL('.', location.origin + location.pathname).href : app.site || '',
	});

	// What a link says beside the scenario: how the reader looks at it, and how an ensemble is drawn.
	app.view = /&(runs|seed|block|lang|unit|band|band_of|hide|zoom|controls)=[^&]*/g;

	// Name and preview of a preset's page are not true of another scenario: that one's address is the main page's. The edition of
	// the model is not in the page's own link, which follows the last one.
	const scenarioOf = (query) => query.replace(app.view, '').replace(/&(by|model)=[^&]*/g, '');
	const leave = (query) => {
		app.away = !!app.start && scenarioOf(query) !== scenarioOf(app.start);
		app.entitle();
		return app.away ? app.main() : location.pathname;
	};
	app.title = document.title;
	app.entitle = () => { document.title = app.away ? document.querySelector('h1[data-text]').textContent + ' · gasburden' : app.title; };
	app.main = () => './' + (app.language === 'en' ? '' : `index-${app.language}.html`);
	app.away = !!app.start && !app.isOwn() && scenarioOf('&' + app.asked().join('&')) !== '';

	// replace shows an address, where the browser allows it.
	app.replace = (to) => app.may(() => (history.replaceState(null, '', to), true));
	// address shows the link to the picture. It replaces, so that "back" leaves the page as the reader expects. Some browsers keep
	// the query of a page opened from disk, or in a sandbox the whole address: the page works without.
	app.address = (query) => {
		const anchor = isLink(location.hash) ? '' : location.hash;
		app.replace(leave(query) + '?' + query + anchor) || app.replace('#' + query);
		dispatchEvent(new Event('gasburden:change'));
	};
	addEventListener('hashchange', () => {
		if (isLink(location.hash) && app.open) app.open(location.hash);
	});
