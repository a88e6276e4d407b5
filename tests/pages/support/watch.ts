import type { BrowserContext, ConsoleMessage, Frame, Request, WebError } from "@playwright/test";
import limits from "../../../xtask/limits.json" with { type: "json" };
import type { Site } from "./site.ts";

/** What the page itself reports through, since a violation reaches no one else with its details. */
const violationMark = "[security policy violation]";

/** What Firefox itself reports where a page forbids or a server refuses something: for tests that expect such a thing. */
const firefoxReport = /^uncaught error: (Content-Security-Policy|Cross-Origin Request Blocked)|^console error: \[security policy violation\]/;

interface Expectation {
  pattern: RegExp;
  met: boolean;
}

/**
 * Watches all pages of a test: whatever a page complains of, and whatever it requests beyond the files that a first
 * visit loads (each once per navigation), fails the test unless the test said that it expects it.
 */
export class Watch {
  readonly #problems: string[] = [];
  readonly #expected: Expectation[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #loaded = new WeakMap<Frame, Set<string>>();
  readonly #sites: Site[];
  readonly #inFirefox: boolean;

  constructor(site: Site, inFirefox = false) {
    this.#sites = [site];
    this.#inFirefox = inFirefox;
  }

  /** Watches what is loaded from another site as well. */
  include(site: Site): void {
    this.#sites.push(site);
  }

  /** Says that a problem whose text fits has to come up; the test fails when it does not. */
  expectProblem(pattern: RegExp): void {
    this.#expected.push({ pattern, met: false });
  }

  /** Says that requests whose address fits are fine, any number of them. */
  allowRequests(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Starts watching, before the first page opens. */
  async start(context: BrowserContext): Promise<void> {
    context.on("console", (message) => this.#onConsole(message));
    context.on("weberror", (error) => this.#onError(error));
    context.on("request", (request) => this.#onRequest(request));
    context.on("page", (page) => page.on("crash", () => this.#problems.push("the page crashed")));
    await context.addInitScript((mark) => {
      addEventListener(
        "securitypolicyviolation",
        (event) => console.error(mark, event.effectiveDirective, event.blockedURI, event.sample),
        { capture: true },
      );
    }, violationMark);
  }

  /** What a test has to answer for at its end. */
  findings(): string[] {
    const unexpected = this.#problems.filter((problem) => !this.#isExpected(problem));
    // Firefox words its reports in another way, and tells WebDriver of no failed request.
    const unmet = this.#expected.filter((expectation) => !expectation.met && !this.#inFirefox);
    return [...unexpected, ...unmet.map(({ pattern }) => `expected a problem that did not come up: ${pattern}`)];
  }

  #isExpected(problem: string): boolean {
    const fitting = this.#expected.filter(({ pattern }) => pattern.test(problem));
    for (const expectation of fitting) expectation.met = true;
    if (this.#inFirefox && this.#expected.length > 0 && firefoxReport.test(problem)) return true;
    return fitting.length > 0;
  }

  #onConsole(message: ConsoleMessage): void {
    if (message.type() === "error" || message.type() === "warning") {
      this.#problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  }

  #onError(error: WebError): void {
    const cause = error.error();
    this.#problems.push(`uncaught error: ${cause.stack ?? String(cause)}`);
  }

  #onRequest(request: Request): void {
    const address = request.url();
    if (address.startsWith("about:") || address.startsWith("data:")) return;
    const url = new URL(address);
    // Another name for the same server is the same site; a blob: is data the page itself made.
    if (url.protocol === "blob:" && this.#sites.some((site) => new URL(url.origin).port === new URL(site.origin).port)) return;
    if (this.#allowed.some((pattern) => pattern.test(address))) return;
    const site = this.#sites.find((site) => site.fileOf(address) !== undefined);
    const file = site?.fileOf(address);
    if (!site || file === undefined) {
      this.#problems.push(`request to another place: ${request.method()} ${address}`);
      return;
    }
    const loaded = this.#loadedBefore(request);
    const known = limits.firstVisit.files.includes(file) || site.hasAnswer(file);
    const place = site.address(file);
    if (request.method() !== "GET" || !known || loaded.has(place)) {
      this.#problems.push(`request after loading: ${request.method()} ${address}`);
    }
    loaded.add(place);
  }

  /** The files that the frame of a request has loaded since its last navigation. */
  #loadedBefore(request: Request): Set<string> {
    let frame: Frame;
    try {
      frame = request.frame();
    } catch {
      return new Set(); // The first request of a new page comes before its frame.
    }
    const loaded = (!request.isNavigationRequest() && this.#loaded.get(frame)) || new Set();
    this.#loaded.set(frame, loaded);
    return loaded;
  }
}
