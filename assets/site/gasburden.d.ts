// Types of gasburden.js, build {{build}}.

/** States of the network that a run can start from. */
export type SnapshotName = {{snapshots}};
/** Sets of assumptions that have a name. */
export type PresetName = {{preset_names}};
/** One number for all forecast days, or one for each of `horizon_days`. */
export type Daily = number | readonly number[] | Float64Array;

/** Every assumption of a run. Shares are 0..1. */
export interface Scenario {
{{fields}}
}

/** Series of a run, one value a day; their units. */
export interface SeriesUnits {
{{series}}
}
export type SeriesName = keyof SeriesUnits;

/** The headline figures of a run; NaN where one cannot be given. */
export interface Summary {
	/** the calendar month that the `month_` figures are means of, YYYY-MM */
	month: string;
{{summary}}
}

/** The outcome for one FIL+ rate. */
export interface Run {
	rate: number | number[];
	/** NaN marks a value that is undefined on a day. Loads, fees and what the price changes are there where the
	 * price follows block space, burn by cause where `burn` is path. */
	series: Record<SeriesName, Float64Array>;
	/** Entry of `dates` at which a series starts, where that is not the first. */
	offsets: Partial<Record<SeriesName, number>>;
	summary: Summary;
	/** Which figures of the summary are doubtful, and why, by the code of a warning. */
	doubts: { figure: string; code: string }[];
}

/** How far gas may lie from its prediction: from prediction / factor to prediction * factor. Lists follow
 * `coverages`, factors `dates`. */
export interface Bands {
	coverages: number[];
	/** what they are of: the gas model alone, with the network as forecast */
	errors_of: 'gas_model';
	/** how many of the days after its fit they held, by coverage */
	held: {days: number; within: number[]; means_of_30_days: number; means_within: number[]};
	/** of single days */
	day_factors: Float64Array[];
	/** of trailing means over `smoothing_days` */
	mean_factors: Float64Array[];
	/** beside them: the least and the greatest error of n forecasts since 2023, so many months after the day they set out
	 * from and as a share of what was published. No coverage is claimed */
	past_forecasts: {figure: string; months: number; n: number; least: number; most: number}[];
}

/** What is doubtful in a result. */
export interface Warning {
	code: string;
	/** the first series concerned */
	series: SeriesName;
	/** null where all runs are concerned */
	fil_plus_rate: number | number[] | null;
	/** days concerned */
	count: number;
	first: string;
	last: string;
	spans?: { first: string; last: string }[];
	message: string;
}

export interface Result {
	/** as it was run, every field resolved */
	scenario: Scenario;
	/** days YYYY-MM-DD, history first */
	dates: string[];
	/** one for each of `fil_plus_rates` */
	runs: Run[];
	/** null for the study's gas model, whose errors follow no such law */
	bands: Bands | null;
	warnings: Warning[];
	/** address of the page with this scenario; null where it is too long for one */
	link: string | null;
	/** where the figures are not those that a given link was made with: from which edition they are */
	notices: string[];
	/** of the figures and fitted models */
	edition: number;
}

/** One thing that is wrong with a scenario. */
export interface Fault {
	/** "" where no field is at fault */
	field: keyof Scenario | "link" | "preset" | (string & {});
	value: string;
	legal: string;
	message: string;
}

/** What `field`, `value` and `legal` say is the first of `faults`. They are empty where the scenario is not
 * to blame. */
export class GasburdenError extends Error {
	readonly field: Fault["field"];
	readonly value: string;
	readonly legal: string;
	readonly faults: Fault[];
}

/** What to run: a scenario, whose missing fields take their defaults; the name of a preset; a link to the
 * page or its query; nothing for the page's default. */
export type Question = Partial<Scenario> | PresetName | (string & {}) | null | undefined;

export interface Preset {
	name: PresetName;
	/** one line */
	meaning: string;
	scenario: Partial<Scenario>;
}

export interface Version {
	build: string;
	/** of the figures and fitted models */
	edition: number;
	/** day on which the edition was released */
	released: string;
	/** version of the equations */
	equations: number;
}

export interface Options {
	/** address of the folder that gasburden.js lies in, where that is not where it was imported from */
	base?: string | URL;
	/** for questions that name none; default {{default_snapshot}} */
	snapshot?: SnapshotName;
}

/** A storage provider's question. What is left out is 100 TiB a month in deals of 32 GiB, 8 to a message, at the base
 * fee of now; a base fee alone is the provider's own. */
export interface CostQuestion {
	month_tib?: number;
	deals_per_message?: number;
	deal_gib?: number;
	price?: 'now' | 'full' | 'own';
	base_fee_nanofil?: number;
}

/** Base fee and over-estimation are burnt, tips go to who makes the block. */
export interface Bill {
	gas_ggas: number;
	base_fee_fil: number;
	over_estimation_fil: number;
	tip_fil: number;
	/** all three */
	total_fil: number;
}

export interface Cost extends Required<CostQuestion> {
	tip_nanofil: number;
	gas_limit_ratio: number;
	/** of the gas of publishing, what onboarding directly takes */
	direct_gas_fraction: number;
	/** gas of a deal */
	deal_mgas: number;
	units: {
		unit: 'deal' | 'sector_32_gib' | 'sector_64_gib' | 'tib' | 'pib' | 'month';
		gib: number;
		market: Bill;
		direct: Bill;
	}[];
	/** which figures were published and which are estimates */
	sources: string[];
}

/** The engine, in a worker of its own. Every promise may reject with a GasburdenError. */
export interface Model {
	readonly version: Version;
	readonly schema: object;
	readonly presets: readonly Preset[];
	run(what?: Question): Promise<Result>;
	/** What is wrong with a scenario; empty when nothing is. */
	check(what?: Question): Promise<Fault[]>;
	/** Address of the page with this scenario; null where it is too long for one. */
	link(what?: Question): Promise<string | null>;
	/** A picture of 1200x630, as SVG. */
	card(what?: Question): Promise<string>;
	/** What publishing its deals costs a storage provider, and what onboarding them directly would, at a base fee of
	 * now, of full blocks, or its own. */
	cost(what?: CostQuestion): Promise<Cost>;
	/** Ends the worker; open questions are rejected. A later one starts another. */
	close(): Promise<void>;
}

/** Starts the engine: 1.5 MB on the first visit. */
export function load(options?: Options): Promise<Model>;
/** One question, without a model to keep. */
export function run(what?: Question, options?: Options): Promise<Result>;

export const version: Version;
/** JSON Schema (draft 2020-12) of a scenario; also in scenario.schema.json. */
export const schema: object;
export const presets: readonly Preset[];
