// The charts of the page, by id.

/** @import uPlot from 'uplot' */
/** @import {Drawn, View} from '../types' */

/** @type {Map<string, View>} */
export const views = new Map();

/** How much of its colour a band has. */
export const BAND = 0.13;

/** Kinds of series that are no curves: what lies between them, or stacked, is drawn. */
export const UNDRAWN = new Set(['edge', 'layer', 'layerdots', 'mean', 'all']);

/**
 * isDrawn says whether a chart has been drawn, so that it has plot and numbers.
 * @param {View} view
 * @returns {view is Drawn}
 */
export const isDrawn = (view) => !!(view.plot && view.data);

/** drawn are the charts that have been. */
export const drawn = () => [...views.values()].filter(isDrawn);

/** @type {WeakMap<Element, boolean>} by element of a chart */
const near = new WeakMap();
/** What is near the window's height, so that it is ready when it comes into sight. */
export const sights = new IntersectionObserver((entries) => {
	for (const {target, isIntersecting} of entries) near.set(target, isIntersecting);
}, {rootMargin: '30%'});

/** inSight are the ids of the charts that the reader can see: while a slider moves, no other one has to follow. */
export const inSight = () => [...views.values()].filter(({el}) => near.get(el) !== false).map(({id}) => id).join();

/**
 * moveCursor moves the cursor of a plot, and of those that share it: of that argument uPlot's types do not know.
 * @param {uPlot} plot
 * @param {{left: number, top: number}} at
 */
export const moveCursor = (plot, at) =>
	/** @type {(at: object, tell: boolean, share: boolean) => void} */ (plot.setCursor)(at, true, true);
