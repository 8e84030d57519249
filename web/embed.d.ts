// Types of <microneedling-explorer>, which importing embed.js defines.

/** Of a parameter: the values of its choices, or a number. build_site.mjs writes each from assets/parameters.csv. */
export interface Parameters {
  /* PARAMETERS */
}

/** How it is used and shown. */
export interface ViewKeys {
  day: number;
  picture: 'section' | 'strip' | 'surface';
  split: 'none' | 'before' | 'protocol';
  light: 'normal' | 'polarised';
  colorProfile: 'default' | 'dark' | 'projector' | 'highContrast';
  zoom: number;
  x: number;
  z: number;
  chart: string;
  mode: 'patient' | 'lecture' | 'course';
  ui: 'full' | 'compact' | 'stage' | 'text';
  textScale: number;
  reducedMotion: 'auto' | 'on' | 'off';
  topic: string;
  lesson: string;
  /** The guided tour from its first step. */
  tour: 'on' | 'off';
  choice: number;
  stage: number;
  allowLinks: 'on' | 'off';
  sources: 'on' | 'off';
  tab: 'needle' | 'skin' | 'course' | 'guide' | 'view' | 'mode';
  /** Ids of parameters that a visitor may not change, "site,age". */
  lock: string;
  locale: 'en' | 'es' | 'qps';
  preset: string;
}

export type Settings = Parameters & ViewKeys;
export type Key = keyof Settings;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** Attributes, which are texts: `needle-length="1.5"`. */
export type Attributes = { [Name in Key as Kebab<Name>]?: `${Settings[Name]}` } & {
  /** When it starts: with the button (the usual), once it is seen, or at once. */
  reveal?: 'interaction' | 'auto' | 'load';
  /** Where index.html lies; beside embed.js where it is missing. */
  base?: string;
  /** Of the frame. */
  sandbox?: string;
  /** Of the frame, and on the poster. */
  title?: string;
  resize?: 'none' | 'auto' | 'h5p' | 'lti';
};

export interface Answer<Value = unknown> {
  ok: boolean;
  value: Value;
  /** Why it was refused; empty where it was not. */
  message: string;
}

export interface Depth {
  protrusion_mm: number;
  reach_mm: number;
  reach_low_mm: number;
  reach_high_mm: number;
  residual_mm: number;
  residual_low_mm: number;
  residual_high_mm: number;
  deepest_layer: string;
}

export interface Series {
  days: number[];
  values: number[];
  low: number[];
  high: number[];
}

export interface Results {
  depth: Depth;
  channels: Record<string, unknown>;
  tissue: Record<string, number>;
  bands: Record<string, { low: number; high: number }>;
  warnings: { id: string; severity: string; text: string }[];
  phase: string;
  [other: string]: unknown;
}

export interface Progress {
  complete: boolean;
  text: string;
  [other: string]: unknown;
}

export type ExportKind = 'png' | 'stills' | 'svg' | 'ics' | 'json' | 'csv';
type Protocol = 'a' | 'b';

export interface Statement {
  verb: { id: string; display: Record<string, string> };
  object: { objectType: 'Activity'; id: string; definition: Record<string, unknown> };
  result?: { response?: string; success?: boolean; completion?: boolean };
  context?: Record<string, unknown>;
  timestamp: string;
}

export interface Events {
  ready: CustomEvent<Record<string, never>>;
  change: CustomEvent<{ source: string; changed: Partial<Settings> & Record<string, unknown> }>;
  progress: CustomEvent<Progress>;
  /** An xAPI statement for a learning record, without an actor. */
  xapi: CustomEvent<{ statement: Statement }>;
  error: CustomEvent<{ message: string; key?: string }>;
}

/** Each method waits until the explorer was started and is ready. */
export interface MicroneedlingExplorerElement extends HTMLElement {
  readonly ready: Promise<MicroneedlingExplorerElement>;
  /** Loads the explorer, as the button does. */
  start(): Promise<MicroneedlingExplorerElement>;
  get<Name extends Key>(key: Name): Promise<Settings[Name]>;
  set<Name extends Key>(key: Name, value: Settings[Name]): Promise<Answer<Settings[Name]>>;
  state(): Promise<Partial<Settings> & { version: number }>;
  setState(state: Partial<Settings> | string): Promise<Answer>;
  seek(day: number): Promise<Answer<number>>;
  play(): Promise<void>;
  pause(): Promise<void>;
  progress(): Promise<Progress>;
  setProgress(text: string): Promise<Answer>;
  results(day?: number, protocol?: Protocol): Promise<Results>;
  series(name: string, protocol?: Protocol): Promise<Series | null>;
  depthTable(lengths_mm: number[]): Promise<Depth[]>;
  describe(): Promise<string>;
  parameters(): Promise<({ id: string } & Record<string, unknown>)[]>;
  controls(): Promise<{ kind: string; id: string; left: number; top: number; width: number; height: number; seen: boolean }[]>;
  stats(): Promise<Record<string, unknown>>;
  export(kind: ExportKind, options?: { date?: string; scale?: number }): Promise<Blob>;
  addEventListener<Type extends keyof Events>(type: Type, listener: (event: Events[Type]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'microneedling-explorer': MicroneedlingExplorerElement;
  }
}
