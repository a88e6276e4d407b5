import type { Page } from "@playwright/test";
import { goldenPerson, type Person } from "./support/golden.ts";
import { element, openHost, putHostPage, script, styles } from "./support/host.ts";
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
});
