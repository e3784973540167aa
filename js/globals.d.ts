// Declarations for the type check (`make style`): constants that the build defines, and precise types of browser APIs.

/** Whether this is a development build (`make serve QUICK=1`). */
declare const QUICK: boolean;

/** The name of the script with aids for readers, and of its styles, which the build defines. */
declare const AIDS: string;
declare const AIDS_STYLE: string;

/** The names of the program's files, which the build defines in embed.js. */
declare const PROGRAM: { glue: string; module: string; second: string[]; third: string[]; style: string; dark: string; contrast: string };
/** The names of the program's files and its version, which the build defines in the service worker. */
declare const FILES: string[];
declare const OPTIONAL: string[];
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

// Globals that only a service worker has.
declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function skipWaiting(): Promise<void>;
interface MessageEvent {
  waitUntil?(work: Promise<unknown>): void;
}

/** Measurements of the browser, with the type of entry that each name returns. */
interface Performance {
  getEntriesByType(type: "navigation"): PerformanceNavigationTiming[];
}

/** The reader's network, of which only engines made from Chromium tell. */
interface Navigator {
  readonly connection?: { readonly saveData?: boolean };
}
