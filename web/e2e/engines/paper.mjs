// Reads PDFs, with the tools of poppler.
import {execFile} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {promisify} from 'node:util';

const run = promisify(execFile);

/**
 * Writes a PDF to a file and returns the text of each of its pages.
 *
 * @param {Uint8Array} bytes
 * @param {string} file
 * @returns {Promise<string[]>}
 */
export async function pagesOf(bytes, file) {
	await writeFile(file, bytes);
	const {stdout} = await run('pdftotext', ['-layout', file, '-']);
	return stdout.split('\f').slice(0, -1); // one ends each page
}

/**
 * The widths of the pictures in a PDF, in their own pixels.
 *
 * @param {string} file
 * @returns {Promise<number[]>}
 */
export async function widthsOfPictures(file) {
	const {stdout} = await run('pdfimages', ['-list', file]);
	return stdout.trim().split('\n').slice(2).map((line) => Number(line.trim().split(/\s+/)[3]));
}
