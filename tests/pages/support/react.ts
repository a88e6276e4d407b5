import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** In the order in which they need each other. */
const modules = { scheduler: "scheduler", react: "react", "react-dom": "react-dom", "react-dom/client": "react-dom-client" };

export type Build = "production" | "development";

/** React from npm as one classic script: its modules as functions, without a bundler. Puts `React` on the window. */
export function react(build: Build): string {
  const functions = Object.entries(modules).map(([name, file]) => {
    const folder = dirname(require.resolve(`${name.split("/")[0]}/package.json`));
    const text = readFileSync(join(folder, "cjs", `${file}.${build}.js`), "utf8");
    return `${JSON.stringify(name)}: (module, exports, require, process) => {\n${text}\n}`;
  });
  return `(() => {
    const functions = { ${functions.join(",\n")} };
    const loaded = {};
    const require = (name) => {
      if (!loaded[name]) {
        const module = (loaded[name] = { exports: {} });
        functions[name](module, module.exports, require, { env: { NODE_ENV: ${JSON.stringify(build)} } });
      }
      return loaded[name].exports;
    };
    window.React = { ...require("react"), ...require("react-dom"), ...require("react-dom/client") };
  })();`;
}
