// Runs before the first paint, in any browser: hence its old syntax. It decides whether the numbers that the page was sent with
// are those that its address asks for, sets the policy, and asks for what the program will need. Its element's data
// attributes are written by the build.
(function () {
	'use strict';

	// missing: addresses of scripts that it cannot do without; blocked: names in app.words of what it says of the others;
	// early: answers to what first.js asked for, by name; lazy: sections that come when they are near, see access.js.
	var app = window.gasburden = {missing: [], blocked: [], early: {}, lazy: {}};
	var root = document.documentElement, element = document.currentScript;
	var given = function (name) { return element.getAttribute('data-' + name) || ''; };
	var byId = function (id) { return document.getElementById(id); };

	/**
	 * may gives what a browser may deny, or undefined: in a sandbox the mere look at it throws.
	 * @template T
	 * @param {() => T} get
	 * @returns {T | undefined}
	 */
	app.may = function (get) {
		try { return get(); } catch (error) { return undefined; }
	};
	// A sandbox may give the page an origin that is nobody's.
	app.alone = self.origin === 'null' && /^http/.test(location.protocol);

	// In such a one WebKit's 'self' is nothing at all: the policy names the site's address instead.
	if (given('policy')) {
		var policy = document.createElement('meta');
		policy.httpEquiv = 'Content-Security-Policy';
		policy.content = app.alone ? given('policy').replace(/'self'/g, location.protocol + '//' + location.host) : given('policy');
		document.head.appendChild(policy);
	}

	/**
	 * parts are what a query or fragment asks for, beside a language. A chat program may have encoded it as a whole, even twice. What
	 * is still encoded, or has a ? in it, may hold a link.
	 * @param {string} text with its ? or #
	 * @returns {string[]} key=value
	 */
	function parts(text) {
		text = text.slice(1);
		for (var n = 0; n < 3 && text.indexOf('=') < 0; n++) text = app.may(function () { return decodeURIComponent(text); }) || text;
		return text.split('&').map(function (part) { return part.replace(/^amp;/, ''); }).filter(function (part) {
			var name = part.split('=')[0];
			return name && !/^lang=[^%?]*$/.test(part) && !given('passed').split(' ').some(function (passed) {
				return part.indexOf('?') < 0 && name.indexOf('%') < 0 && (name === passed || passed.slice(-1) === '*' && name.indexOf(passed.slice(0, -1)) === 0);
			});
		});
	}
	// A fragment without = is a place on the page, unless that is encoded.
	var isLink = function (part) { return /[=%]/.test(part); };
	var own = given('own').split('&');
	var query = function () { return parts(location.search); }, fragment = function () { return parts(location.hash).filter(isLink); };
	/** asked is what the address asks for beside a language; the query's parts before those of the fragment. */
	app.asked = function () { return query().concat(fragment()); };
	/**
	 * isOwn says whether the address asks for nothing but the scenario that the page was sent with. What it does not know asks for
	 * another one, and so do a query and a fragment together.
	 */
	app.isOwn = function () {
		var asked = app.asked();
		if (query().length && fragment().length) return false;
		if (asked.some(function (part) { return /^v=/.test(part); })) return asked.slice().sort().join('&') === own.slice().sort().join('&');
		return asked.every(function (part) { return own.indexOf(part) >= 0; });
	};
	/** trust shows the page's numbers, or hides them. */
	app.trust = function (trusted) { root.classList[trusted ? 'add' : 'remove']('own'); };
	app.trust(app.isOwn());
	addEventListener('hashchange', function () {
		if (!app.ready) app.trust(app.isOwn());
		else if (root.classList.contains('failed') && fragment().length) location.reload();
	});

	/**
	 * ahead asks for a file of the site before anybody waits for it.
	 * @param {string} name
	 * @param {boolean} [whole] is it to be here as a whole by then: what nobody reads, a browser stops loading
	 */
	function ahead(name, whole) {
		app.may(function () {
			app.early[name] = fetch(name + '?v=' + given('build')).then(function (response) {
				return whole && response.ok ? response.arrayBuffer().then(function (bytes) { return new Response(bytes); }) : response;
			});
			app.early[name].catch(function () {}); // whoever takes it is told
		});
	}
	var value = function (name) {
		var asked = app.asked(), all = asked.some(function (part) { return /^v=/.test(part); }) ? asked : asked.concat(own);
		return (all.filter(function (part) { return part.indexOf(name + '=') === 0; })[0] || '').slice(name.length + 1);
	};
	if (given('program')) {
		ahead(given('program'));
		var figures = JSON.parse(given('figures'));
		(figures[value('snapshot') + ' ' + value('model')] || figures[value('snapshot')] || []).forEach(function (name) { ahead(name, true); });
	}

	/**
	 * failed says that the program does not run, or no more.
	 * @param {string} [text] what happened
	 */
	app.failed = function (text) {
		var crash = byId('crash'), way = byId('crash-way');
		root.classList.add('failed');
		if (!crash) return;
		if (text) byId('crash-text').textContent = text;
		byId('crash-truth').hidden = !!app.ready; // then the last picture is that of the controls
		if (app.alone || window.parent !== window) {
			var link = way.querySelector('a'), to = location.protocol + '//' + location.host + location.pathname;
			if (root.getAttribute('data-mode') === 'embed') to = to.replace(/[^/]*$/, '');
			link.href = link.textContent = to + location.search + location.hash;
			way.hidden = false;
		}
		crash.hidden = false;
	};
	/** partly says which parts of the page were blocked that it can do without. */
	app.partly = function () {
		var note = byId('partly');
		if (!note || !app.words) return;
		note.querySelector('li').textContent = app.blocked.map(function (name) { return app.words[name]; }).join(' ');
		note.hidden = !app.blocked.length;
	};
	// A script that does not arrive must not leave a page that waits for ever.
	addEventListener('error', function (event) {
		var part = event.target && event.target.getAttribute && event.target.getAttribute('data-part');
		if (!part) return; // an extension's, or one that is asked for again
		if (part !== 'needed') app.blocked.push(part), app.partly();
		else app.missing.push(event.target.getAttribute('src')), app.failed();
	}, true);
	document.addEventListener('DOMContentLoaded', function () {
		app.partly();
		if (app.missing.length) app.failed();
		// loader.js arrived, but this browser does not understand it.
		else if (!app.build) app.failed(JSON.parse(document.querySelector('[data-words]').getAttribute('data-words')).TooOld);
	});
	addEventListener('click', function (event) {
		if (event.target.id === 'crash-reload') location.reload();
	});
})();
