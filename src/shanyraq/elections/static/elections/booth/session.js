/* What a page asks of the booth, one message after another, whether a worker answers or the page
   itself. The messages are those that `worker.js` tells of. */
import { makeBallot, MadeBallot, openBallot } from "./ballot.js";
import { certificateStep, checkStep, openKey, polynomialStep, sealStep, shareStep } from "./ceremony.js";
import { BoothError } from "./errors.js";
import { findGroup } from "./groups.js";
import { checkOpening } from "./opening.js";
import { readElection } from "./questions.js";
import { countArchive } from "./tally.js";
import { decrypt, findOwner, makeTrusteeKey } from "./trustee.js";

/** One visit to the booth: the election that was prepared, the ballot made and the archive counted last. */
export class Session {
  #election = null;
  /** @type {MadeBallot | null} */
  #made = null;
  #counted = null;

  /** @param {(message: object) => Promise<void> | void} tell where answers and progress go */
  constructor(tell) {
    this.tell = tell;
    this.asked = {
      prepare: (message) => this.#prepare(message),
      make: (message) => this.#make(message),
      release: () => this.#held().release(),
      open: () => ({ opening: openBallot(this.#held()) }),
      check: (message) => this.#check(message),
      "trustee-key": ({ group, name }) => makeTrusteeKey({ group: findGroup(group), name }),
      "ceremony-certificate": certificateStep,
      "ceremony-polynomial": polynomialStep,
      "ceremony-share": shareStep,
      "seal-check": sealStep,
      "sign-check": checkStep,
      count: (message) => this.#count(message),
      decrypt: (message) => this.#decrypt(message),
    };
  }

  /**
   * Does what a message asks and tells the outcome under the message's id.
   * @param {{id: number, type: string}} message
   */
  async answer(message) {
    const { id, type } = message;
    try {
      if (!Object.hasOwn(this.asked, type)) throw new BoothError("defect", `no message ${type}`);
      const result = await this.asked[type](message);
      await this.tell({ id, type: "done", result });
    } catch (error) {
      const { code, detail } = error instanceof BoothError ? error : new BoothError("defect", `${error}`);
      await this.tell({ id, type: "failed", code, detail });
    }
  }

  #progressOf({ id }) {
    return (done, total) => this.tell({ id, type: "progress", done, total });
  }

  #prepared() {
    if (this.#election === null) throw new BoothError("not-prepared");
    return this.#election;
  }

  #held() {
    if (this.#made === null) throw new BoothError("not-prepared");
    return this.#made;
  }

  async #prepare({ election, fingerprint }) {
    this.#election = await readElection(election, fingerprint ?? null);
    this.#made = null;
    return { fingerprint: this.#election.fingerprint, questions: this.#election.questions };
  }

  async #make(message) {
    const { credential, answers } = message;
    this.#made = null;
    const progress = this.#progressOf(message);
    this.#made = await makeBallot({ election: this.#prepared(), credential, answers, progress });
    return { control: this.#made.control };
  }

  async #check({ opening, control, answers }) {
    return { findings: await checkOpening({ election: this.#prepared(), opening, control, answers }) };
  }

  async #count(message) {
    this.#counted = null;
    this.#counted = await countArchive(message, this.#progressOf(message));
    const { archive, election, hash, counted } = this.#counted;
    return { counted, archive: archive.fingerprint, decrypted: { election: election.fingerprint, tally: hash } };
  }

  async #decrypt(message) {
    if (this.#counted === null) throw new BoothError("not-prepared");
    const { archive, election, tally } = this.#counted;
    const { group, fingerprint } = election;
    const exponent = await openKey(group, message);
    const owner = findOwner(group, archive.trustees, exponent);
    const progress = this.#progressOf(message);
    return { owner, payload: await decrypt({ group, fingerprint, exponent, tally, progress }) };
  }
}
