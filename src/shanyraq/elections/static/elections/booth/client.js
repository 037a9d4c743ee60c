/* The booth as a page sees it.

   import { Booth } from "./client.js";
   const booth = new Booth();
   await booth.ask("prepare", { election: text });
   const { control } = await booth.ask("make", { credential, answers }, (done, total) => { ... });
   const { text, tracker } = await booth.ask("release");
   booth.close();

   What can be asked is told in `worker.js`. A failure is thrown as BoothError. Where no module
   worker starts, the page does the same work itself, in slices, so that it stays alive. */
import { BoothError } from "./errors.js";
import { Session } from "./session.js";

/** Lets the page draw and listen between two slices of work. */
const slice = () => new Promise((resume) => { setTimeout(resume, 0); });

/** A worker that has said it is ready, or null where none starts. */
function startWorker(address) {
  return new Promise((resolve) => {
    if (typeof Worker === "undefined") return resolve(null);
    const worker = new Worker(address, { type: "module" });
    worker.addEventListener("message", () => resolve(worker), { once: true });
    worker.addEventListener("error", () => resolve(null), { once: true });
    return undefined;
  });
}

/** A booth of one page: keeps what was prepared and made until it is closed. */
export class Booth {
  #waiting = new Map();
  #asked = 0;
  #channel;

  /** @param {URL | string} [address] of the worker */
  constructor(address = new URL("./worker.js", import.meta.url)) {
    this.#channel = this.#open(address);
  }

  /**
   * @param {string} type what is asked @param {object} [told] what it needs
   * @param {(done: number, total: number) => void} [progress]
   * @returns {Promise<object>} the result
   * @throws {BoothError} any code of `errors.js`
   */
  async ask(type, told = {}, progress = () => {}) {
    const { send } = await this.#channel;
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      send({ ...told, id, type });
    });
  }

  /** Ends the worker and forgets everything it knew. */
  async close() {
    const { end } = await this.#channel;
    const closed = new BoothError("not-prepared", "closed");
    this.#channel = Promise.reject(closed);
    this.#channel.catch(() => {});
    this.#fail(closed);
    end();
  }

  async #open(address) {
    const worker = await startWorker(address).catch(() => null);
    if (worker === null) {
      const session = new Session((message) => { this.#hear(message); return slice(); });
      return { send: (message) => session.answer(message), end: () => {} };
    }
    worker.addEventListener("message", ({ data }) => this.#hear(data));
    worker.addEventListener("error", ({ message }) => this.#fail(new BoothError("defect", message)));
    return { send: (message) => worker.postMessage(message), end: () => worker.terminate() };
  }

  /** No answer will come: nobody waits for one in vain. */
  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #hear({ id, type, ...told }) {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    if (type === "progress") return void waiting.progress(told.done, told.total);
    this.#waiting.delete(id);
    if (type === "done") waiting.resolve(told.result);
    else waiting.reject(new BoothError(told.code, told.detail));
  }
}
