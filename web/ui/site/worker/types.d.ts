// What page and workers say to each other, and what go.js brings to both. It names nothing that only one of them has:
// page and workers are checked apart, for a browser gives them different globals.

/** What one side of the engine says to the other: ask.js in the page, engine.js in the worker. */
export interface EngineStart {
	/** engine.wasm.xz */
	program: Uint8Array<ArrayBuffer>;
}
/** A question, and the answer under the same id. */
export interface EngineQuestion {
	id: number;
	/** what is asked, as web/engine names it */
	name: string;
	/** JSON */
	request: string;
}
export interface EngineAnswer {
	id: number;
	/** in the reader's words; null where it was answered */
	error: string | null;
	bytes: Uint8Array<ArrayBuffer> | null;
}
/** The engine asks the page for a file of the site. */
export interface EngineLoad {
	load: string;
	id: number;
}
export interface EngineLoaded {
	loaded: string;
	id: number;
	bytes?: Uint8Array<ArrayBuffer>;
	error?: string;
}
export interface EngineEnded {
	/** why */
	ended: string;
}
export type ToEngine = EngineStart | EngineQuestion | EngineLoaded;
export type FromEngine = EngineAnswer | EngineLoad | EngineEnded;

/** What pages and the service worker say to each other. "build" is answered with its id,
  on the port that comes with it. */
export interface KeeperMessage {
	ask: 'build' | 'sweep' | 'take over';
}

/** What the engine's program calls and sets, wasm/engine. */
export interface EngineHost {
	ready(): void;
	load(name: string, got: (error: string | null, bytes?: Uint8Array<ArrayBuffer>) => void): void;
	/** set by the program */
	call?(
		name: string,
		request: string,
		done: (error: string | null, bytes: Uint8Array<ArrayBuffer> | null) => void,
	): void;
}

declare global {
	/** The build's id, and of the service worker the files that it keeps: JSON. The build fills them in. */
	const SITE_BUILD: string, SITE_FILES: string;

	/** Runs a program, see wasm_exec.js of Go. */
	class Go {
		importObject: WebAssembly.Imports;
		exit: (code: number) => void;
		run(instance: WebAssembly.Instance): Promise<void>;
	}
	/** Where Go's programs write to. */
	var fs: {writeSync(fd: number, bytes: Uint8Array): number};
	/** What the .xz stream that it is made of holds. */
	class XzReadableStream extends ReadableStream<Uint8Array<ArrayBuffer>> {
		constructor(packed: ReadableStream<Uint8Array<ArrayBuffer>>);
	}
}
