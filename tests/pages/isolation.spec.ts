import type { Page } from "@playwright/test";
import type { Person } from "./support/golden.ts";
import { element, openHost, putHostPage, script, styles, type Api } from "./support/host.ts";
import { breakNext } from "./support/breaking.ts";
import { gapsTitle, saveFile, Walk } from "./support/person.ts";
import { differences, look } from "./support/snapshot.ts";
import { expect, test } from "./support/test.ts";

// Nothing of the page reaches in but what is documented, and nothing of ours reaches out.

const frontline: Person = { role: "frontline", form: "pulse", attribution: ["c1", "s2"], answers: {}, pilot: "yes", rollout: "Letter drafts" };

/** Framework resets, as they are written, and pages that mean it. */
const sheets: Record<string, string> = {
  "a page that resets everything": `
    * { all: revert; color: red !important; letter-spacing: 5px; direction: rtl; }
    html { font-size: 62.5%; }`,
  "important rules for everything": `
    *, *::before, *::after { box-sizing: content-box !important; font: italic 30px cursive !important; text-transform: uppercase !important; word-spacing: 1em !important;
      line-height: 3 !important; text-align: right !important; list-style: square !important; cursor: crosshair !important; text-indent: 2em !important; white-space: pre !important;
      border-spacing: 9px !important; caret-color: red !important; accent-color: red !important; user-select: none !important; quotes: "x" "y" !important; tab-size: 1 !important; }
    button, input, select, textarea, fieldset, legend, h1, h2, p, ul, ol, li, dl, dt, dd, svg, label { display: inline !important; padding: 30px !important; margin: 20px !important; background: lime !important; border: 5px dotted red !important; float: right !important; }
    .root, .sheet, .button, .item, .option, .notice, .chart, .link { display: none !important; }`,
  "the preflight of Tailwind": `
    *, ::after, ::before, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
    html, :host { line-height: 1.5; -webkit-text-size-adjust: 100%; tab-size: 4; font-family: ui-serif, serif; font-feature-settings: "smcp"; -webkit-tap-highlight-color: transparent; }
    h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
    ol, ul, menu { list-style: none; }
    img, svg, video, canvas, audio, iframe, embed, object { display: block; vertical-align: middle; }
    button, input, select, optgroup, textarea, ::file-selector-button { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1; }
    ::placeholder { opacity: 1; color: color-mix(in oklab, currentcolor 50%, transparent); }
    [hidden]:where(:not([hidden="until-found"])) { display: none !important; }
    @property --tw-shadow { syntax: "*"; inherits: false; initial-value: 0 0 #0000; }`,
  "the reboot of Bootstrap": `
    *, ::after, ::before { box-sizing: border-box; }
    :root { --bs-body-color: #212529; --accent: hotpink; --line: 9px; font-size: 87.5%; scroll-behavior: smooth; }
    body { margin: 0; font-family: var(--bs-font, Georgia, serif); font-size: 1.2rem; font-weight: 300; line-height: 1.8; color: var(--bs-body-color); background-color: #fee; text-align: center; }
    h1, h2 { margin-top: 0; margin-bottom: .5rem; font-weight: 500; line-height: 1.2; color: purple; }
    legend { float: left; width: 100%; padding: 0; margin-bottom: .5rem; font-size: calc(1.275rem + .3vw); line-height: inherit; }
    label { display: inline-block; } button { border-radius: 0; } fieldset { min-width: 0; padding: 0; margin: 0; border: 0; }`,
  "custom properties that mean something else here": `
    ${["background", "ink", "soft", "line", "edge", "wash", "accent", "on-accent", "second", "radius", "measure"]
      .map((name) => `@property --${name} { syntax: "<length>"; inherits: false; initial-value: 7px; }`)
      .join("\\n")}
    * { --background: black; --ink: yellow; --accent: 3px; }`,
  "a page that is written from right to left, in columns": `
    html { direction: rtl; unicode-bidi: bidi-override; writing-mode: horizontal-tb; hyphens: auto; text-orientation: upright; font-variant: small-caps; text-shadow: 1px 1px red; word-break: break-all; pointer-events: auto; }
    body { color: green; font: 11px/1 "Comic Sans MS", cursive; text-decoration: underline; text-align: justify; letter-spacing: .3em; }`,
};

test.describe("what the page looks like changes nothing inside", () => {
  /** Both pages give the element the same room, and have nothing beside it. */
  const room = `main { position: absolute !important; inset: 100px auto auto 0 !important; display: block !important; width: 700px !important; margin: 0 !important; padding: 0 !important; border: 0 !important; }
    main > h1 { display: none !important; }`;

  /** A sitting from screen to screen, and a failure at its end; each is looked at. */
  async function lookThrough(page: Page): Promise<void> {
    // A colour on its way to another would be compared half way.
    await page.emulateMedia({ reducedMotion: "reduce" });
    const walk = new Walk(page, frontline);
    const see = async (name: string) => {
      // What the pointer or the focus is on depends on where the page has scrolled to.
      await page.mouse.move(1200, 1);
      await page.evaluate(() => (document.querySelector("middle-layer")!.shadowRoot!.activeElement as HTMLElement | null)?.blur());
      await look(page, name);
    };
    await see("start");
    await walk.start();
    await walk.tellAbout();
    await see("about");
    await walk.next();
    await walk.rank();
    await see("ranking");
    await walk.next();
    for (const [first, ...others] of walk.pages) {
      await walk.answer(first!, 4);
      await see(`questions with ${first}`);
      await walk.next();
      await expect(page.getByRole("heading", { name: gapsTitle(others.length) })).toBeVisible();
      await see(`open questions with ${first}`);
      await walk.button("Continue without").click();
    }
    await see("review");
    await walk.button("See my result").click();
    await expect(page.getByRole("article")).toBeVisible();
    await see("result");
    await breakNext(page, "inserting");
    await walk.button("Save my answers").click();
    await expect(walk.button("Continue")).toBeVisible();
    await see("the panel of a failure");
  }

  for (const [what, sheet] of Object.entries(sheets)) {
    test(what, async ({ page, context, site, watch }) => {
      watch.expectProblem(/failed to|unreachable/);
      // The order of the options is drawn by lot.
      await context.addInitScript(() => (crypto.getRandomValues = (array) => array));
      // Two tabs that keep what is said would follow each other.
      const body = `<middle-layer storage="none"></middle-layer>`;
      putHostPage(site, { head: styles(site, room), body });
      await openHost(page);
      await lookThrough(page);
      putHostPage(site, { head: styles(site, room + sheet), body });
      const other = await context.newPage();
      await openHost(other);
      await lookThrough(other);
      const { places, found } = await differences(page, other);
      expect(found).toEqual([]);
      expect(places).toBeGreaterThan(1000);
    });
  }

  test("but for the custom properties that are documented", async ({ page, context, site, watch }) => {
    watch.expectProblem(/failed to|unreachable/);
    await context.addInitScript(() => (crypto.getRandomValues = (array) => array));
    const body = `<middle-layer storage="none"></middle-layer>`;
    putHostPage(site, { head: styles(site, room), body });
    await openHost(page);
    await lookThrough(page);
    putHostPage(site, { head: styles(site, `${room} main { --middle-layer-accent: rgb(200, 0, 100); }`), body });
    const other = await context.newPage();
    await openHost(other);
    await lookThrough(other);
    const { found } = await differences(page, other);
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toContain("rgb(200, 0, 100)");
  });
});

/** What scripts of a page can see of it, but for what is inside elements of ours. */
async function outside(page: Page): Promise<{ globals: string[] } & Record<string, unknown>> {
  return page.evaluate(() => {
    const shapes = [Object, Function, Array, String, Promise, Element, HTMLElement, Node, Document, EventTarget, Event].map((type) => [type.name, Object.getOwnPropertyNames(type.prototype).sort()]);
    return {
      markup: document.documentElement.outerHTML,
      globals: Object.getOwnPropertyNames(window).sort(),
      shapes,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, document.fonts.size],
      history: [history.length, history.state],
      address: location.href,
      title: document.title,
      cookies: document.cookie,
      stored: sessionStorage.length,
    };
  });
}

test.describe("nothing of ours reaches out", () => {
  /** Notes every change of the page, also those that are taken back, and every move of the focus. */
  const noting = `
    window.changes = [];
    new MutationObserver((records) => { for (const { type, target } of records) changes.push(type + " of " + target.nodeName); })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const type of ["popstate", "hashchange"]) addEventListener(type, () => changes.push(type));
    for (const type of ["focusin", "focusout", "scroll"]) addEventListener(type, ({ target }) => window.moves.push(type + " of " + (target.localName ?? "page")), true);
    window.moves = [];`;
  const body = `<input aria-label="Search" autofocus><p>${"Text of the page. ".repeat(300)}</p><middle-layer hand-in="page"><a href="elsewhere.html">What the page has put here</a></middle-layer>`;

  for (const host of ["127.0.0.1", "middle-layer.test"] as const) {
    test(`a whole sitting leaves the page of ${host} as it was`, async ({ page, site, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const address = site.address("host.html", host);
      // The page by itself: the element is not known.
      putHostPage(site, { body, after: noting });
      site.answer("embed.js", script(""));
      await openHost(page, undefined, undefined, address);
      const before = await outside(page);
      site.mend("embed.js");
      await openHost(page, undefined, undefined, address);
      await expect(page.getByRole("textbox", { name: "Search" })).toBeFocused();
      expect(await page.evaluate(() => [(window as unknown as { moves: string[] }).moves, scrollY])).toEqual([[], 0]);

      const walk = new Walk(page, frontline);
      await walk.fromStartToResult();
      await walk.button("Copy as text").click();
      await expect(page.getByRole("status").filter({ hasText: "The result is copied as plain text." })).toBeVisible();
      await walk.button(/^Save (or hand in )?my answers$/).click();
      await saveFile(page);
      await walk.button("Hand in").click();
      await walk.button("Back to my result").click();
      await walk.button("Erase my answers from this device").click();
      await expect(page.getByRole("heading", { level: 1, name: "Where does the pace go?" })).toBeVisible();

      const after = await outside(page);
      expect(after).toEqual({ ...before, globals: [...before.globals, "MiddleLayer"].sort() });
      expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual([]);
      expect(await page.evaluate(() => document.activeElement!.localName), "where the person is").toBe("middle-layer");
    });
  }

  test("its root is open, has one adopted sheet and no styles of another kind, and speaks its own language", async ({ page, site }) => {
    putHostPage(site, { head: styles(site, "html { direction: rtl; }") });
    await openHost(page);
    const walk = new Walk(page, frontline);
    const facts = () =>
      element(page).evaluate((host) => {
        const root = host.shadowRoot!;
        const { direction } = getComputedStyle(root.querySelector("[lang]")!);
        return [root.mode, root.adoptedStyleSheets.length, root.querySelectorAll("style, link, script, [style]").length, root.querySelector("[lang]")!.getAttribute("lang"), direction];
      });
    expect(await facts()).toEqual(["open", 1, 0, "en", "ltr"]);
    await walk.fromStartToResult();
    expect(await facts()).toEqual(["open", 1, 0, "en", "ltr"]);
  });

  for (const [where, { place, moves }] of Object.entries({
    "in what holds the element": { place: "dialog", moves: true },
    "at something else": { place: "search", moves: false },
    nowhere: { place: "nothing", moves: true },
  })) {
    test(`the focus goes to a new screen${moves ? "" : " not"} where it is ${where}`, async ({ page, site }) => {
      putHostPage(site, { body: `<input id="search" aria-label="Search"><div id="dialog" tabindex="-1"><middle-layer></middle-layer></div>` });
      await openHost(page);
      await page.evaluate((place) => document.getElementById(place)?.focus(), place);
      await element(page).evaluate((element) => (element as Api).start());
      const heading = page.getByRole("heading", { level: 1, name: "About you" });
      await expect(heading).toBeVisible();
      if (moves) await expect(heading).toBeFocused();
      else await expect(page.locator("#search")).toBeFocused();
    });
  }

  test("boxes of the page that scroll keep it inside", async ({ page, site }) => {
    putHostPage(site, { head: styles(site, "#box { height: 300px; overflow: auto; }"), body: `<div id="box"><middle-layer></middle-layer></div>` });
    await openHost(page);
    await new Walk(page, frontline).fromStartToPages();
    const size = await page.evaluate(() => [document.documentElement.scrollHeight - innerHeight, document.querySelector("#box")!.scrollHeight]);
    expect(size[0]).toBeLessThanOrEqual(0);
    expect(size[1]).toBeGreaterThan(600);
  });

  for (const [where, nest] of Object.entries({
    "around it": () => Object.assign(document.querySelector("main")!, { __yew_subtree_id: 1 }),
    "around the shadow tree that it is in": () => Object.assign(document.querySelector("main")!, { __yew_subtree_id: 1 }).attachShadow({ mode: "open" }),
  })) {
    test(`another application of yew ${where} cannot see into it, and it works all the same`, async ({ page, site, context }) => {
      await context.addInitScript(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) {
          const root = attach.call(this, init);
          if (this.localName === "middle-layer") Object.assign(window, { root });
          return root;
        };
      });
      putHostPage(site, {
        body: "",
        after: `(${nest.toString()})();
          const main = document.querySelector("main");
          window.seen = [];
          for (const type of ["click", "input", "change", "keydown"]) main.addEventListener(type, (event) => seen.push(type + " " + event.composedPath()[0].localName), true);
          window.held = MiddleLayer.mount(main.shadowRoot ?? main, {});`,
      });
      await openHost(page);
      expect(await page.evaluate(() => [window.held.shadowRoot, (window as unknown as { root: ShadowRoot }).root.mode])).toEqual([null, "closed"]);
      const inside = (act: string) => page.evaluate(`((root) => ${act})(window.root)`);
      await expect.poll(() => inside(`root.querySelector("h1")?.textContent`)).toBe("Where does the pace go?");
      await inside(`root.querySelector(".primary").click()`);
      await expect.poll(() => inside(`root.querySelector("h1").textContent`)).toBe("About you");
      await inside(`root.querySelector("input[name=role]").click()`);
      await expect.poll(() => inside(`root.querySelector("input[name=role]").checked`)).toBe(true);
      const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
      expect(seen).toContain("click middle-layer");
      expect(seen.filter((line) => !line.endsWith(" middle-layer"))).toEqual([]);
    });
  }
});
