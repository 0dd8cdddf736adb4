// What page and engine need to run a program of Go: its own support, and a decoder of .xz. Browsers have none for any
// format that packs as tightly: gzip makes the page's program 40 % larger. Both load this file, which a browser
// keeps.
import 'wasm_exec';
import {XzReadableStream} from 'xz-decompress';

Object.assign(globalThis, {XzReadableStream});
