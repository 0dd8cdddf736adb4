// Runs before the first paint, in any browser: hence its old syntax. It decides whether the numbers that the page was
// sent with are those that its address asks for, sets the policy, and asks for what the program will need. Its
// element's data attributes are written by the build.

/** @import {Shared, Words} from './types' */

/** @type {Partial<Shared>} */
var shared = {missing: [], blocked: [], early: {}, lazy: {}};
var app = window.gasburden = /** @type {Shared} */ (shared);
var root = document.documentElement, element = /** @type {HTMLScriptElement} */ (document.currentScript);
/** @param {string} name */
var given = function (name) { return element.getAttribute('data-' + name) || ''; };
/** @param {string} id */
var byId = function (id) { return document.getElementById(id); };

/**
 * @template T
 * @param {() => T} get
 * @returns {T | undefined}
 */
app.may = function (get) {
	try { return get(); } catch (error) { return undefined; }
};
app.alone = self.origin === 'null' && /^http/.test(location.protocol);

// In such a one WebKit's 'self' is nothing at all: the policy names the site's address instead.
if (given('policy')) {
	var policy = document.createElement('meta');
	policy.httpEquiv = 'Content-Security-Policy';
	policy.content = given('policy');
	if (app.alone) policy.content = policy.content.replace(/'self'/g, location.protocol + '//' + location.host);
	document.head.appendChild(policy);
}

/**
 * parts are what a query or fragment asks for, beside a language. A chat program may have encoded it as a whole, even
 * twice. What is still encoded, or has a ? in it, may hold a link.
 * @param {string} text with its ? or #
 * @returns {string[]} key=value
 */
function parts(text) {
	text = text.slice(1);
	for (var n = 0; n < 3 && text.indexOf('=') < 0; n++) {
		text = app.may(function () { return decodeURIComponent(text); }) || text;
	}
	return text.split('&').map(function (part) { return part.replace(/^amp;/, ''); }).filter(function (part) {
		var name = part.split('=')[0];
		return name && !/^lang=[^%?]*$/.test(part) && !given('passed').split(' ').some(function (passed) {
			var begins = passed.slice(-1) === '*' && name.indexOf(passed.slice(0, -1)) === 0;
			return part.indexOf('?') < 0 && name.indexOf('%') < 0 && (name === passed || begins);
		});
	});
}
// A fragment without = is a place on the page, unless that is encoded.
/** @param {string} part */
var isLink = function (part) { return /[=%]/.test(part); };
// What a link without a version lies over: the page's own scenario, but on the default's page that of version 1.
var own = given('own').split('&'), under = given('bare') ? ['snapshot=' + given('bare')] : own;
var query = function () { return parts(location.search); };
var fragment = function () { return parts(location.hash).filter(isLink); };
app.asked = function () { return query().concat(fragment()); };
// What it does not know asks for another scenario than the page's own, and so do a query and a fragment together.
app.isOwn = function () {
	var asked = app.asked();
	if (query().length && fragment().length) return false;
	if (asked.some(function (part) { return /^v=/.test(part); })) {
		return asked.slice().sort().join('&') === own.slice().sort().join('&');
	}
	return !asked.length || !given('bare') && asked.every(function (part) { return own.indexOf(part) >= 0; });
};
/** @param {boolean} trusted */
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
			if (!whole || !response.ok) return response;
			return response.arrayBuffer().then(function (bytes) { return new Response(bytes); });
		});
		app.early[name].catch(function () {}); // whoever takes it is told
	});
}
/** @param {string} name */
var value = function (name) {
	var asked = app.asked(), all = asked.some(function (part) { return /^v=/.test(part); }) ? asked :
		asked.concat(asked.length ? under : own);
	return (all.filter(function (part) { return part.indexOf(name + '=') === 0; })[0] || '').slice(name.length + 1);
};
if (given('program')) {
	ahead(given('program'));
	/** @type {Record<string, string[]>} */
	var figures = JSON.parse(given('figures'));
	var network = value('snapshot');
	var needed = network && (figures[network + ' ' + value('model')] || figures[network]) || [];
	needed.concat(figures['']).forEach(function (name) { ahead(name, true); });
}

/** @param {string} [text] what happened */
app.failed = function (text) {
	var crash = byId('crash'), said = byId('crash-text'), truth = byId('crash-truth');
	var way = byId('crash-way'), link = way && way.querySelector('a');
	root.classList.add('failed');
	if (!crash || !said || !truth || !way || !link) return;
	if (text) said.textContent = text;
	truth.hidden = !!app.ready; // then the last picture is that of the controls
	if (app.alone || window.parent !== window) {
		var to = location.protocol + '//' + location.host + location.pathname;
		if (root.getAttribute('data-mode') === 'embed') to = to.replace(/[^/]*$/, '');
		link.href = link.textContent = to + location.search + location.hash;
		way.hidden = false;
	}
	crash.hidden = false;
};
app.partly = function () {
	var note = byId('partly'), line = note && note.querySelector('li');
	if (!note || !line || !app.words) return;
	line.textContent = app.blocked.map(function (name) { return app.words[name]; }).join(' ');
	note.hidden = !app.blocked.length;
};
// A script that does not arrive must not leave a page that waits for ever.
addEventListener('error', function (event) {
	var script = /** @type {Partial<HTMLScriptElement> | null} */ (event.target); // or the window
	var part = script && script.getAttribute && script.getAttribute('data-part');
	if (!script || !script.getAttribute || !part) return; // an extension's, or one that is asked for again
	if (part !== 'needed') app.blocked.push(/** @type {keyof Words} */ (part)), app.partly();
	else app.missing.push(script.getAttribute('src') || ''), app.failed();
}, true);
document.addEventListener('DOMContentLoaded', function () {
	app.partly();
	if (app.missing.length) app.failed();
	// loader.js arrived, but this browser does not understand it.
	else if (!app.build) {
		var holder = document.querySelector('[data-words]');
		app.failed(JSON.parse(holder && holder.getAttribute('data-words') || '{}').TooOld);
	}
});
addEventListener('click', function (event) {
	if (/** @type {Element} */ (event.target).id === 'crash-reload') location.reload();
});
