// What the build wrote into the attributes of this script's element.
const given = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/** id of the build: the ?v= of every address */
export const build = given.build || '';
/** query of the scenario that the page opens with when its address names none */
export const start = given.start || '';
/** where this site is published */
export const site = given.site || '';
/** where cards of any scenario are drawn, or nowhere */
export const cards = given.cards || '';
/** the service worker; the page that is one file has none */
export const worker = given.worker || '';
/** the program, and how many bytes it is on the way */
export const program = given.wasm || '', programBytes = Number(given.wasmBytes);
/** name of the preset that the page is of */
export const preset = given.preset || '';
/** languages besides English, BCP 47 */
export const catalogues = (given.catalogues || '').split(' ');
/** the page that says in English what this one says */
export const english = given.english || '';
/**
 * what the scripts say, in the language that the page was sent in
 * @type {import('./types').Words}
 */
export const words = JSON.parse(given.words || '{}');
