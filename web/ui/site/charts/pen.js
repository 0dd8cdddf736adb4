// Strokes and words that several drawers put on a chart.
import {colour} from './colour.js';

/** @import uPlot from 'uplot' */

/**
 * upright draws a vertical line, in the present stroke style.
 * @param {Pick<uPlot, 'ctx' | 'bbox'>} u
 * @param {number} x
 * @param {number} [top] of the curves where nothing is said
 * @param {number} [bottom]
 */
export function upright({ctx, bbox}, x, top = bbox.top, bottom = bbox.top + bbox.height) {
	ctx.beginPath();
	ctx.moveTo(x, top);
	ctx.lineTo(x, bottom);
	ctx.stroke();
}

/**
 * haloed writes words that can be read over what lies below them.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} x
 * @param {number} y
 */
export function haloed(ctx, text, x, y) {
	ctx.lineJoin = 'round';
	ctx.setLineDash([]);
	ctx.lineWidth = 3 * devicePixelRatio;
	ctx.strokeStyle = colour('--card');
	ctx.globalAlpha = 0.7;
	ctx.strokeText(text, x, y);
	ctx.globalAlpha = 1;
	ctx.fillStyle = colour('--ink');
	ctx.fillText(text, x, y);
}

/** @type {Map<string, number>} */
const widths = new Map();
/**
 * widthOf is how wide a text is in the present font, in pixels of the canvas. A frame asks for dozens that it knows.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 */
export function widthOf(ctx, text) {
	const key = ctx.font + text, known = widths.get(key);
	if (known !== undefined) return known;
	const {width} = ctx.measureText(text);
	widths.set(key, width);
	return width;
}
