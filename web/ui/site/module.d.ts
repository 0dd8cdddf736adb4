// What gasburden.js is made of: the engine's answers to it (web/engine, Coded), and what Node and Deno have that
// browsers do not. What it offers to others is in assets/site/gasburden.d.ts.

/** Undefined values are null in JSON. */
export type Numbers = (number | null)[];

export interface Fault {
	field: string;
	value: string;
	legal: string;
	message: string;
}

interface AnsweredRun {
	fil_plus_rate: number | number[];
	series: Record<string, Numbers>;
	offsets: Record<string, number>;
	summary: Record<string, number | string | null>;
	doubts: {figure: string, code: string}[];
}

interface AnsweredBands {
	coverages: number[];
	errors_of: string;
	held: object;
	day_factors: Numbers[];
	mean_factors: Numbers[];
	past_forecasts: object[];
}

export interface Answer {
	faults?: Fault[];
	/** a query */
	link?: string;
	notices?: string[];
	edition?: number;
	svg?: string;
	cost?: object;
	result: {scenario: object, dates: string[], runs: AnsweredRun[], bands?: AnsweredBands, warnings: object[]};
}

export interface LoadOptions {
	base?: string | URL;
	snapshot?: string;
}

interface NodeThread {
	postMessage(data: unknown): void;
	terminate(): void;
	ref(): void;
	unref(): void;
	on(event: string, heard: (data: any) => void): void;
}
interface NodeModules {
	'node:worker_threads': {Worker: new (script: string, options: object) => NodeThread};
	'node:fs/promises': {readFile(name: URL): Promise<Uint8Array<ArrayBuffer>>};
}

declare global {
	/** Browsers have none. */
	const process: {getBuiltinModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name]};
	const Deno: unknown;
	/** What the build fills in: where the site will be, and what the simulator says of itself. */
	const SITE_ADDRESS: string,
		SITE_VERSION: {edition: number; released: string; equations: number},
		SITE_SCHEMA: object,
		SITE_PRESETS: object[];
}
