import type { CDPSession, Page } from "@playwright/test";

/** What a page holds on to once everything that can be freed is freed. */
export interface Held {
  /** Memories of engines. */
  engines: number;
  nodes: number;
  listeners: number;
  /** Of the heap of JavaScript. */
  bytes: number;
}

/** Looks into a page from outside. */
export class Memory {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Memory> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("HeapProfiler.enable");
    return new Memory(session);
  }

  async held(): Promise<Held> {
    // What a finaliser lets go of is free at the next time.
    for (let round = 0; round < 3; round++) await this.#session.send("HeapProfiler.collectGarbage");
    const engines = await this.#alive("WebAssembly.Memory.prototype");
    const { metrics } = await this.#session.send("Performance.getMetrics");
    const metric = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { engines, nodes: metric("Nodes"), listeners: metric("JSEventListeners"), bytes: metric("JSHeapUsedSize") };
  }

  /** How many objects with this prototype there are. */
  async #alive(prototype: string): Promise<number> {
    const objectId = await this.#idOf(prototype);
    const { objects } = await this.#session.send("Runtime.queryObjects", { prototypeObjectId: objectId, objectGroup: "alive" });
    const { result } = await this.#session.send("Runtime.callFunctionOn", {
      objectId: objects.objectId!,
      functionDeclaration: "function () { return this.length }",
      returnByValue: true,
    });
    await this.#session.send("Runtime.releaseObjectGroup", { objectGroup: "alive" });
    return result.value as number;
  }

  /** The types of the listeners of an object, such as `window`. */
  async listenersOf(expression: string): Promise<string[]> {
    const { listeners } = await this.#session.send("DOMDebugger.getEventListeners", { objectId: await this.#idOf(expression) });
    return listeners.map(({ type }) => type).sort();
  }

  async #idOf(expression: string): Promise<string> {
    const { result } = await this.#session.send("Runtime.evaluate", { expression, objectGroup: "alive" });
    return result.objectId!;
  }
}
