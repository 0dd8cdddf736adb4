// What the page's scripts share: window.gasburden, which Go's program calls and sets by syscall/js (wasm/app,
// web/ui/app_js.go), and through which scripts that arrive each for itself find each other. What only one script and
// its
// own modules need is not in it.
import type uPlot from 'uplot';

/** What scripts say in the page's language: StartText of package words. */
export interface Words {
	Progress: string;
	Starting: string;
	NotStarted: string;
	Stopped: string;
	Missing: string;
	Download: string;
	FromDisk: string;
	TooOld: string;
	Sandboxed: string;
	OpenAlone: string;
	Computing: string;
	StaysValid: string;
	NotComputed: string;
	Blocked: string;
	NoShare: string;
	NoAccess: string;
	Broken: string;
	Crash: string;
	Exit: string;
	NoDetails: string;
	MoreDetails: string;
	Reload: string;
	EvidenceFailed: string;
	ExploreFailed: string;
	NoConnection: string;
	ServerAnswered: string;
	NotAllowed: string;
	NotReadable: string;
	NoPictures: string;
	EngineEnded: string;
	Unexpected: string;
	LanguageLabel: string;
	LanguageFailed: string;
}

/** A chart without its numbers: Spec of package chart. Series are columns 1, 2, ... of these;
  column 0 holds the days. */
export interface Spec {
	title: string;
	/** percent, fil or number */
	format: string;
	fromZero: boolean;
	/** how many FIL+ rates share the palette */
	colors: number;
	/** where the forecast begins, seconds since 1970 */
	snapshot: number;
	/** the entry that the readout shows at rest */
	restEntry: number;
	/** charts of one name share cursor and zoom; those of the page have none */
	sync?: string;
	marks?: SpecMark[];
	/** the axis reaches them */
	levels?: SpecLevel[];
	series: SpecSeries[];
	bands: SpecBand[];
	saving?: SpecSaving;
	/** columns between which what is saved is shaded, in place of an arrow */
	area?: [upper: number, lower: number];
	/** days before the first, whose numbers come apart */
	lead?: SpecLead;
	/** from and to, seconds since 1970, between which nothing was published */
	gaps?: [from: number, to: number][];
	/** of a logarithmic axis: what is less lies on it */
	floor?: number;
	chips: SpecChip[];
	text: Record<string, string>;
	/** that of the chart before, where it is left out */
	locale?: SpecLocale;
}
export interface SpecLead {
	rows: number;
	/** columns */
	series: number[];
}
export interface SpecSeries {
	label: string;
	/** line, dash, dots, mean, all, ghost, pin, pindash, layer, layerdots, or edge of a band, which is not drawn itself */
	kind: string;
	/** rank of the FIL+ rate, or -1; of a layer its number, from the bottom up */
	color: number;
	/** written where the line ends */
	end?: string;
	hidden?: boolean;
}
export interface SpecBand {
	upper: number;
	lower: number;
	color: number;
}
export interface SpecSaving {
	upper: number;
	lower: number;
	color: number;
	/** {share} marks what is saved */
	text: string;
}
export interface SpecChip {
	label: string;
	color: number;
	series: number[];
	dots?: boolean;
	/** its columns are the ends of a band */
	band?: boolean;
}
export interface SpecMark {
	/** seconds since 1970 */
	x: number;
	text: string;
}
export interface SpecLevel {
	y: number;
	text: string;
	/** from which day on, seconds since 1970 */
	from?: number;
	/** a shorter name, beside the chart */
	end?: string;
}
export interface SpecLocale {
	/** stands for a percentage too small for a figure */
	under: string;
	/** BCP 47 */
	numbers: string;
	/** BCP 47 */
	dates: string;
	/** {n} is the number */
	percent: string;
	/** short names */
	months: string[];
	/** a year, a month, a day; as uPlot's templates */
	axis: [year: string, month: string, day: string];
}

/** Numbers of a chart by column. NaN is a gap: beside null, all other numbers would be objects. */
export type Columns = Float64Array<ArrayBuffer>[];

/** A chart and the elements around it. */
export interface View {
	id: string;
	/** the home of it all, which the program renders once and then leaves alone */
	el: HTMLElement;
	spec: Spec;
	/** null before the first numbers */
	data: Columns | null;
	plot: uPlot | null;
	zoomed: false | {min: number, max: number};
	/** how far the axis reaches at most, however far the numbers do */
	limit?: number;
	/** of its axes */
	locale: string;
	when: HTMLElement;
	chips: HTMLElement;
	chipValues: {chip: HTMLElement, value: HTMLElement}[];
	back: HTMLButtonElement;
	/** to the other scale of the y axis */
	scale: HTMLButtonElement;
	canvas: HTMLElement;
	keys: HTMLElement;
	ask: HTMLButtonElement;
	table: HTMLDetailsElement;
	summary: HTMLElement;
	scroll: HTMLElement;
	/** says to those who hear the page where the target of a break-even is */
	mark?: HTMLElement;
	/** entry of the readout */
	at: number;
	/** entry that the button explains, from its press on */
	asked?: number;
	/** timer of what is to be spoken */
	speaking: number;
	refocus: boolean;
	/** range of the y axis, and of what it shows */
	axis?: [low: number, high: number];
	span: number;
	/** the range that it would have if it were not held */
	fit?: [low: number, high: number];
	/** the way of an axis that was held, from 0 to 1 */
	glide?: {from: [low: number, high: number], share: number};
	/** numbers of the days of spec.lead, and how often they have come */
	past: Float64Array | null;
	pastCount: number;
	/** the highest published of them */
	pastHigh: number;
	/** the columns that are kept of them, and for what */
	columns: Columns | null;
	columnsOf: string;
	/** what is painted of them, and for which axes */
	painted?: {key: string, canvas: HTMLCanvasElement};
	/** where a pointer was pressed, and of which kind it is */
	pressed: number;
	pointer: string;
	/** first row of the table, and how far it was scrolled to the day of the readout */
	firstRow: number;
	markedAt: number | null;
}

/** A plot with what it shows. */
export type Drawn = View & {data: Columns, plot: uPlot};

/** The picture on show, as Go describes it to the engine. */
export interface PictureRequest {
	/** of its link */
	query: string;
	/** JSON where no link holds it, else "" */
	scenario: string;
	/** name of the reader's own file of figures, or "" */
	ownFile: string;
	/** links of the pinned runs, "" for one that none carries */
	pinned: string[];
	/** notices that belong to the picture and not to its link */
	said: string[];
	/** its charts are on show, too */
	network: boolean;
}

/** What came of copying: the text, and what kept it from the clipboard. */
export interface Copied {
	text?: string;
	error?: string;
}

/** A file that the reader picked; text null where it is too long. */
export interface PickedFile {
	name: string;
	text: string | null;
}

/** What was pointed at on a chart: kind and number of its curve. */
export interface Pointed {
	chart?: string;
	curve?: string;
	rate?: number;
}

/** A section that comes when the reader is near. */
export interface Lazy {
	section(): HTMLElement;
	show(): Promise<void>;
	load(): Promise<void>;
}

/** From first.js, before anything is painted. */
export interface FromFirst {
	/** addresses of scripts that did not arrive and that the page cannot do without */
	missing: string[];
	/** names of what is said of the others */
	blocked: (keyof Words)[];
	/** answers to what first.js asked for, by name */
	early: Record<string, Promise<Response>>;
	/** sections that come when they are near, by id; access.js fills it */
	lazy: {[id: string]: Lazy | undefined};
	/** what a browser may deny, or undefined: in a sandbox the mere look at it throws */
	may<T>(get: () => T): T | undefined;
	/** whether a sandbox gave the page an origin that is nobody's */
	alone: boolean;
	/** what the address asks for beside a language: key=value, the query's before those of the fragment */
	asked(): string[];
	/** whether the address asks for nothing but the scenario that the page was sent with */
	isOwn(): boolean;
	/** shows the page's numbers, or hides them */
	trust(trusted: boolean): void;
	/** says that the program does not run, or no more */
	failed(text?: string): void;
	/** says which parts of the page were blocked that it can do without */
	partly(): void;
}

/** From loader.js. */
export interface FromLoader {
	/** id of the build; it is set once the script has run */
	build: string;
	/** query of the scenario that the page opens with when its address names none */
	start: string;
	/** where links lead */
	base: string;
	/** where cards of any scenario are drawn, or "" */
	cards: string;
	words: Words;
	/** BCP 47 */
	language: string;
	/** the language that the page starts in; tag is "" unless the link names it, bytes are null for English */
	spoken: Promise<{tag: string, bytes: Uint8Array<ArrayBuffer> | null}>;
	/** whether the first picture stands */
	ready: boolean;
	/** plots by id of the chart */
	charts: Record<string, uPlot>;
	/** draws again in other colours; parts add their own */
	recoloured: Set<() => void>;
	/** gets a file of the site; it rejects with an error in the reader's words */
	load(name: string): Promise<Uint8Array<ArrayBuffer>>;
	/** an error in the reader's words */
	explain(error: unknown): string;
	/** called by the program once its first picture stands */
	started(): void;
	/** sets aside, while the program renders, the nodes that are not its own, and brings them back */
	aside(): void;
	back(): void;
	/** shows the link to the picture, which is of a step of the page, in the address bar */
	address(query: string, step?: number): void;
	/** how often the pointer was pressed or the focus moved, and whether it still is pressed */
	turns: number;
	pressed: boolean;
	/** makes an element the home of a chart */
	mount(id: string, el: HTMLElement): void;
	unmount(id: string): void;
	/** spec is JSON, or "" where it did not change; bytes are rows x columns of float64, column after column,
		NaN a gap */
	draw(
		id: string, spec: string, bytes: Uint8Array<ArrayBuffer>, rows: number, limit?: number,
		past?: Uint8Array<ArrayBuffer>,
	): void;
	/** shows a part of the days on all charts of the page */
	zoom(min: number, max: number): void;
	/** ids of the charts in sight, with commas between them */
	inSight(): string;
	/** puts texts where other ones stand: JSON of element, property and text, one after another */
	tell(news: string): void;
	/** a colour of the stylesheet, as a canvas understands it */
	colour(name: string): string;
	recolour(): void;
	/** words of the evidence's charts in the page's language, null for English; its HTML is exchanged by then */
	speakEvidence(section: HTMLElement): Promise<EvidenceWords | null>;
}

/** From share.js. Where that is blocked, loader.js has functions of these names that say so. */
export interface FromShare {
	/** a question to the engine; it rejects with an error in the reader's words */
	ask(name: string, request: object): Promise<Uint8Array<ArrayBuffer>>;
	copyText(text: string): Promise<Copied>;
	copy(kind: string, request: PictureRequest): Promise<Copied>;
	save(name: string, type: string, text: string): Promise<void>;
	saveMade(kind: string, name: string, request: PictureRequest): Promise<void>;
	/** the file that was picked in a field */
	readText(id: string, most: number): Promise<PickedFile>;
}

/** From access.js: each is called once, when the first picture stands. */
export interface FromAccess {
	listen: (() => void) | null;
	whenDrawn: (() => void) | null;
}

/** From evidence.js. */
export interface FromEvidence {
	showEvidence(section: HTMLElement): Promise<void>;
	/** called when the page has come to speak another language */
	evidenceSpoken?: () => void;
	/** what it draws; for tests */
	evidence?: object;
}

/** From explore.js. */
export interface FromExplore {
	showExplore(section: HTMLElement): Promise<void>;
	/** the steps behind the numbers of a day, YYYY-MM-DD */
	showSteps(on: string, at?: Pointed): Promise<void>;
	/** tells the program from then on when a question comes into sight */
	watchQuestion(el: HTMLElement, question: string): void;
	/** pixels */
	formWidth(question: string): number;
	/** moves the focus within a question, if it is on the button that ends the work */
	focusIn(question: string, selector: string): void;
	/** empties the element of an answer, and of a chain of steps; fillAnswer follows when it holds the next one */
	emptyAnswer(el: HTMLElement): void;
	/** brings the reader back to where the last answer had the focus; first says that groups which are open stay so */
	fillAnswer(el: HTMLElement, first?: boolean): void;
	openSteps(el: HTMLElement, open: boolean, day: string): void;
	/** replaces the marks of a break-even on the page's charts; marks is JSON */
	putMarks(marks: string, wanted: boolean): void;
	/** leads to a chart with a mark, and gives the link that makes it show that, "" where it does */
	seeMark(): string;
	/** how far the axis of a chart goes that would go from low to high; null as it would */
	reach(view: View, low: number, high: number): [number, number] | null;
	/** draws the target of a break-even */
	drawMark(view: Drawn): void;
	/** marks drawn, by chart; for tests */
	marked: Record<string, object>;
}

/** From the program. */
export interface FromGo {
	/** opens a link, or does nothing where the text is none */
	open(link: string): void;
	/** the picture on show */
	request(): PictureRequest;
	/** puts the link to it on the clipboard, and says so */
	copyLink(): void;
	/** shows a step that the browser has gone back or forth to; false for one that is not known any more */
	walked(step: number): boolean;
	/** what the terms of a button mean, as HTML */
	term(button: string): string;
	/** goes back a step, or forth */
	undo(redo: boolean): void;
	/** the reader zoomed, to seconds since 1970; both are 0 where all days are on show */
	zoomed(min: number, max: number): void;
	/** the reader moved the slider of an assumption to a value, as text */
	slid(name: string, value: string): void;
	/** the reader entered or left a field, or pressed Enter */
	entered(): void;
	/** the reader wants the other scale of the chart at the top */
	rescale(): void;
	/** the page speaks another language; bytes are its catalogue, null for English */
	spoke(tag: string, bytes: Uint8Array<ArrayBuffer> | null): void;
	/** the reader dropped a file of figures; an embedded chart takes none */
	dropped(file: Promise<PickedFile>): void;
	/** the reader is near the section of questions */
	showQuestions(): void;
	nearQuestion(question: string, near: boolean): void;
	/** shows all rows of the tornado */
	unfoldRows(): void;
	/** explains a day, YYYY-MM-DD, that was pointed at on a chart, by kind and number of its curve */
	explainDay(on: string, chart: string, curve: string, rate: number): void;
	stepsClosed(): void;
	/** answers and refusals shown, by question; explanations: for tests */
	explored: Record<string, number>;
	refused: Record<string, number>;
	explained: number;
	/** a slider moves, and what is out of sight waits; for tests */
	moving: boolean;
	/** milliseconds of each frame; for the benchmark */
	timings: number[];
	crashForTest(): void;
}

export type Shared = FromFirst & FromLoader & Partial<FromShare & FromAccess & FromEvidence & FromExplore & FromGo>;

/** Another language's words of the evidence: words of package web/evidence. */
export interface EvidenceWords {
	html: string;
	text: Record<string, string>;
	specs: Spec[];
	/** charts that are SVG, by the id of their place */
	figures: Record<string, string>;
}

declare global {
	interface Window {
		gasburden: Shared;
	}
	interface WindowEventMap {
		/** the picture changed */
		'gasburden:change': Event;
	}
}
