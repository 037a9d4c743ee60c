/* Making a ballot on the voter's device.

   import { readElection, makeBallot, readCredential } from "./ballot.js";

   const election = await readElection(text, expectedFingerprint?);  // tables: while the voter reads
   const made = await makeBallot({ election, credential, answers, progress });
       credential  as typed or from the address's fragment
       answers     a list of numbers a question: 0 or 1 an answer (where the question offers a blank
                   vote, that comes first), or a rank or grade of 0..255 an answer
       progress    (done, total) => void | Promise, after each ciphertext and proof
   made.control                       the control code: shown BEFORE the voter chooses what to do
   await made.release()               -> { text, tracker }: sign, hand over to be cast
   await openBallot(made)             -> text of the opening: audit instead of casting
   await checkOpening({ election, opening, control, answers })   (opening.js) -> findings, [] is good

   A made ballot is either released or opened, never both, and says so with `ballot-opened` or
   `ballot-released`. It is signed only when released: an opened ballot carries no signature, so
   nobody who sees the opening can cast it. The control code is the hash of the ballot without its
   signature and stands in the cast ballot as signature.hash, so the board can find a ballot by
   either code; the tracker is the hash of the whole ballot and is known once it is signed.

   Nothing here is kept or sent: the page casts the text and shows the codes. In a page use
   `client.js`, which does all of this in a worker. */
import { BoothError } from "./errors.js";
import { publicCredential, readCredential, secretExponent } from "./credentials.js";
import { base64Hash, canonical } from "./hashing.js";
import { encryptMarks, stepsOf } from "./homomorphic.js";
import { proveKnowledge } from "./proofs.js";
import { checkValues, readElection } from "./questions.js";
import { secureRandomness } from "./randomness.js";
import { encryptRanks, RANKED_STEPS } from "./ranked.js";

export { readCredential, readElection };

/** A ballot that is made but neither cast nor opened yet. */
export class MadeBallot {
  #unsigned;
  #signing;
  #known;
  #ended = null;

  /**
   * @param {object} unsigned the ballot without its signature
   * @param {string} control its hash
   * @param {{group: import("./groups.js").Group, exponent: bigint, randomness: import("./randomness.js").Randomness}} signing
   * @param {{values: number[], randomness: bigint[]}[]} known what the ciphertexts hold, an item a question
   */
  constructor(unsigned, control, signing, known) {
    this.#unsigned = unsigned;
    this.control = control;
    this.#signing = signing;
    this.#known = known;
  }

  /**
   * The signed ballot, to be cast. Its randomness is forgotten; asked again, the same is answered.
   * @returns {Promise<{text: string, tracker: string}>}
   * @throws {BoothError} `ballot-opened`
   */
  async release() {
    if (this.#ended === "opened") throw new BoothError("ballot-opened");
    this.#known = null;
    this.#ended ??= this.#signed();
    return this.#ended;
  }

  /**
   * What the ballot's ciphertexts were made from. The ballot can no longer be cast.
   * @returns {string} JSON: control, ballot (unsigned), answers with values and randomness
   * @throws {BoothError} `ballot-released`
   */
  open() {
    if (this.#known === null) throw new BoothError("ballot-released");
    this.#ended = "opened";
    this.#signing = null;
    const answers = this.#known.map(({ values, randomness }) => ({ values, randomness: randomness.map(String) }));
    return canonical({ control: this.control, ballot: this.#unsigned, answers });
  }

  async #signed() {
    const proof = await proveKnowledge({ ...this.#signing, prefix: `sig|${this.control}|` });
    this.#signing = null;
    const text = canonical({ ...this.#unsigned, signature: { hash: this.control, proof } });
    return { text, tracker: await base64Hash(text) };
  }
}

/** @returns {number} ciphertexts and proofs of a whole ballot */
function totalSteps(questions) {
  const counts = questions.map((question) => (question.kind === "ranked" ? RANKED_STEPS : stepsOf(question)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function checkAnswers({ questions }, answers) {
  if (!Array.isArray(answers) || answers.length !== questions.length) throw new BoothError("answer-shape");
  questions.forEach((question, place) => checkValues(question, answers[place]));
}

/** Tells progress as steps are done. */
function counter(total, progress) {
  let done = 0;
  return (steps = 1) => progress((done += steps), total);
}

/**
 * An encrypted ballot, with every proof but the signature.
 * @param {object} told
 * @param {import("./questions.js").Election} told.election
 * @param {string} told.credential the voter's code
 * @param {number[][]} told.answers
 * @param {import("./randomness.js").Randomness} [told.randomness]
 * @param {(done: number, total: number) => Promise<void> | void} [told.progress]
 * @returns {Promise<MadeBallot>}
 * @throws {BoothError} `answer-...`, `credential-...`, `insecure-context`
 */
export async function makeBallot({ election, credential, answers, randomness = secureRandomness, progress = () => {} }) {
  const { group, uuid, fingerprint, questions } = election;
  checkAnswers(election, answers);
  const exponent = await secretExponent(group, uuid, readCredential(credential));
  const voter = publicCredential(group, exponent).toString();
  const statement = `${fingerprint}|${voter}`;
  const step = counter(totalSteps(questions), progress);
  const made = [];
  for (const [place, question] of questions.entries()) {
    const encrypting = question.kind === "ranked" ? encryptRanks : encryptMarks;
    made.push(await encrypting({ election, question, statement, values: answers[place], randomness, step }));
  }
  const unsigned = {
    election_uuid: uuid,
    election_hash: fingerprint,
    credential: voter,
    answers: made.map(({ answer }) => answer),
  };
  const known = made.map((one, place) => ({ values: [...answers[place]], randomness: one.randomness }));
  return new MadeBallot(unsigned, await base64Hash(canonical(unsigned)), { group, exponent, randomness }, known);
}

/**
 * Spoil a ballot to see whether the device made it honestly.
 * @param {MadeBallot} made
 * @returns {string} the opening, for `checkOpening` here, on another device, or elsewhere
 * @throws {BoothError} `ballot-released`
 */
export function openBallot(made) {
  return made.open();
}
