import type { Page } from "@playwright/test";

// Ways to make the engine fail for good, without a line of code in the product: the page breaks a function of the browser
// that the engine calls.

/** A way, what the failure says of itself, what the page hears of it, and whether it comes at an answer or at a new screen. */
interface Facts {
  says: RegExp;
  uncaught: RegExp;
  atOnce: boolean;
}

export const ways = {
  /** Rust panics while a screen is drawn. */
  inserting: { says: /failed to (append child|insert node)/, uncaught: /RuntimeError: unreachable/, atOnce: false },
  /** The same, at something that cannot even be made. */
  making: { says: /can't create/, uncaught: /RuntimeError: unreachable/, atOnce: false },
  /** An error of the browser goes through Rust while an answer is drawn. */
  drawing: { says: /broken by the page/, uncaught: /broken by the page/, atOnce: true },
  /** Rust panics in an event handler: the page calls back in the middle of it. */
  handling: { says: /already (mutably )?borrowed/, uncaught: /RuntimeError: unreachable/, atOnce: true },
  /** An error of the browser goes through Rust in an event handler. */
  asking: { says: /broken by the page/, uncaught: /broken by the page/, atOnce: true },
} satisfies Record<string, Facts>;

export type Way = keyof typeof ways;

declare global {
  interface Window {
    /** Takes back what a test has broken. */
    mend: () => void;
  }
}

/** Breaks something for the next times that it is used, in one element where the function tells in which. */
export async function breakNext(page: Page, way: Way, times = 1, position = 0): Promise<void> {
  await page.evaluate(
    ({ way, times, position }) => {
      const host = document.querySelectorAll("middle-layer")[position]!;
      let left = times;
      function replace<Name extends string>(object: Record<Name, (...words: never[]) => unknown>, name: Name, fails: (self: unknown, words: unknown[]) => boolean): void {
        const real = object[name];
        window.mend = () => void (object[name] = real);
        object[name] = function (this: unknown, ...words: never[]) {
          if (left > 0 && fails(this, words)) throw new Error("broken by the page");
          return real.apply(this, words);
        };
      }
      const count = () => {
        left -= 1;
        return true;
      };
      const inside = (node: unknown) => {
        const root = (node as Node).getRootNode();
        return root instanceof ShadowRoot && root.host === host;
      };
      if (way === "inserting") replace(Node.prototype as never, "insertBefore", (self) => inside(self) && count());
      else if (way === "drawing") {
        const real = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "checked")!;
        window.mend = () => void Object.defineProperty(HTMLInputElement.prototype, "checked", real);
        Object.defineProperty(HTMLInputElement.prototype, "checked", {
          ...real,
          set(checked: boolean) {
            if (left > 0 && inside(this) && count()) throw new Error("broken by the page");
            real.set!.call(this, checked);
          },
        });
      } else if (way === "making") replace(Document.prototype as never, "createElement", count);
      else if (way === "asking") replace(Date as never, "now", count);
      else {
        // The engine says what it has taken in before it lets go of its state.
        replace(Object as never, "assign", () => {
          left -= 1;
          host.shadowRoot!.querySelector<HTMLInputElement>("input[type=radio]:not(:checked)")!.click();
          return false;
        });
      }
    },
    { way, times, position },
  );
}

export async function mend(page: Page): Promise<void> {
  await page.evaluate(() => window.mend());
}
