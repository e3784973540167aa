// What the type check (`make style`) has to be told of: what the build puts in, and what browsers know better than their types.

/** Whether the page is built for whoever works on it. */
declare const QUICK: boolean;

/** What embed.js is told of the program's files. */
declare const PROGRAM: { glue: string; module: string; rest: string; style: string; dark: string };
/** What the service worker is told of them. */
declare const FILES: string[];
declare const WANTED: string[];
declare const VERSION: string;

declare module "importer" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function read(names: string[], files: Uint8Array[], glossary: string, page: (page: number, pages: number) => void): string;
}

declare module "*.tsv" {
  const text: string;
  export default text;
}

// A selector that begins with an element's name finds such elements.
interface ParentNode {
  querySelector(selector: `link[${string}`): HTMLLinkElement | null;
  querySelectorAll(selector: `link[${string}`): NodeListOf<HTMLLinkElement>;
  querySelectorAll(selector: `script[${string}`): NodeListOf<HTMLScriptElement>;
}

// What only the scope of a service worker has.
declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function skipWaiting(): Promise<void>;
interface MessageEvent {
  waitUntil?(work: Promise<unknown>): void;
}

/** The types of what the browser has measured, by what it is asked for. */
interface Performance {
  getEntriesByType(type: "navigation"): PerformanceNavigationTiming[];
}
