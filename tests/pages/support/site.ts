import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

/** The policy every page must work under, with no other help. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** The files are served from a folder of this path, so that an address which is not relative shows. */
const folder = "/tools/middle-layer/";

export const releaseFolder = fileURLToPath(new URL("../../../dist/", import.meta.url));

export type Headers = Record<string, string>;

/** An answer in place of a file of the release, or a file beside them. */
export interface Answer {
  status?: number;
  headers?: Headers;
  body?: string | Buffer;
  /** The connection ends after so many of the bytes that were announced. */
  cutAfter?: number;
  /** Nothing is sent before this. */
  after?: Promise<void>;
}

/** The bytes of a file of the release. */
export function released(file: string): Promise<Buffer> {
  return readFile(`${releaseFolder}${file}`);
}

const types: Record<string, string> = { js: "text/javascript", wasm: "application/wasm" };

/** An answer that sends a file of the release, with something about it changed. */
export async function changed(file: string, { body, ...rest }: Omit<Answer, "body"> & { body?: (bytes: Buffer) => Buffer | string } = {}): Promise<Answer> {
  const bytes = await released(file);
  return { ...rest, headers: { "content-type": types[file.split(".").pop()!]!, ...rest.headers }, body: body ? body(bytes) : bytes };
}

/** A web server of its own for one test: the release files, under the headers the test asks for. */
export class Site {
  /** Sent with every file. An empty object serves without any policy. */
  headers: Headers = { "content-security-policy": strictPolicy };

  readonly #answers = new Map<string, Answer>();
  readonly #server: Server;
  #port = 0;

  constructor() {
    const files = sirv(releaseFolder, {
      dev: true,
      etag: true,
      setHeaders: (response) => this.#setHeaders(response, this.headers),
    });
    this.#server = createServer((request, response) => this.#serve(request, response, files));
  }

  /** Answers a file's address in another way than with the file, or adds a file such as a host page. */
  answer(file: string, answer: Answer): void {
    this.#answers.set(file, answer);
  }

  /** Answers with the file again. */
  mend(file: string): void {
    this.#answers.delete(file);
  }

  /** Whether a test put something at this address. */
  hasAnswer(file: string): boolean {
    return this.#answers.has(file);
  }

  /** The address of a file. The host `middle-layer.test` reaches the same server as an untrusted plain origin. */
  address(file = "", host: "127.0.0.1" | "middle-layer.test" = "127.0.0.1"): string {
    return `http://${host}:${this.#port}${folder}${file}`;
  }

  /** What a policy calls this site. */
  get origin(): string {
    return new URL(this.address()).origin;
  }

  /** The name of the file an address stands for, or nothing when it is not on this site. */
  fileOf(address: string): string | undefined {
    const url = new URL(address);
    if (url.port !== String(this.#port) || !url.pathname.startsWith(folder)) return undefined;
    return decodeURIComponent(url.pathname.slice(folder.length)) || "index.html";
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends the site, in the middle of a test too: from then on the network is gone. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #serve(request: IncomingMessage, response: ServerResponse, files: ReturnType<typeof sirv>): void {
    const file = this.fileOf(new URL(request.url ?? "/", this.address()).href);
    const answer = file === undefined ? undefined : this.#answers.get(file);
    if (answer) {
      void this.#answer(response, answer);
      return;
    }
    if (file === undefined) {
      // A browser looks here for the icon of a page that names none, such as a test's own.
      response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    request.url = (request.url ?? "").replace(folder, "/");
    files(request, response, () => {
      response.writeHead(404, this.headers).end();
    });
  }

  async #answer(response: ServerResponse, { status = 200, headers, body = "", cutAfter, after }: Answer): Promise<void> {
    await after;
    this.#setHeaders(response, { "content-type": "text/html; charset=utf-8", ...this.headers, ...headers });
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    if (cutAfter === undefined) response.writeHead(status).end(bytes);
    else response.writeHead(status, { "content-length": bytes.length }).write(bytes.subarray(0, cutAfter), () => response.destroy());
  }

  #setHeaders(response: ServerResponse, headers: Headers): void {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  }
}
