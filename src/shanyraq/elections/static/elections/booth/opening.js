/* Checking an opened ballot: is it the one whose control code was shown, and do its ciphertexts hold
   what the voter had marked? Any device can do it: it needs the election's record, the opening, and
   what the voter saw. The proofs are not looked at: a ballot whose proofs fail is refused when it is
   cast, and that is seen. */
import { base64Hash, canonical, readNumber } from "./hashing.js";
import { encrypt } from "./homomorphic.js";
import { checkValues } from "./questions.js";
import { encode, encryptElement } from "./ranked.js";

/**
 * @typedef {object} Finding what is wrong with an opened ballot
 * @property {"opening-malformed" | "other-election" | "other-control-code" | "other-choice" | "other-ciphertext"} code
 *   `other-choice`: honestly opened, but it holds another vote than the voter's;
 *   `other-ciphertext`: the ciphertext is not made from what the opening says
 * @property {number} [question] counted from 0
 * @property {number} [choice] counted from 0, the blank vote first where one is offered
 */

/** What ciphertexts a question's values and randomness make, one a choice. */
function encryptedAgain(election, question, values, randomness) {
  if (question.kind === "ranked") {
    return [encryptElement(election, randomness[0], encode(election.group, values))];
  }
  return values.map((value, place) => encrypt(election, randomness[place], BigInt(value)));
}

const same = (made, held) => held?.alpha === `${made.alpha}` && held?.beta === `${made.beta}`;

/** The findings of one question. */
function checkAnswer(election, place, { answer, opened, shown }) {
  const question = election.questions[place];
  const held = [answer.choices].flat();
  const randomness = opened.randomness.map((text) => readNumber(text, election.group.q));
  const expected = encryptedAgain(election, question, shown, randomness);
  const claimed = encryptedAgain(election, question, opened.values, randomness);
  if (held.length !== expected.length || claimed.length !== expected.length) {
    return [{ code: "opening-malformed", question: place }];
  }
  return held.flatMap((ciphertext, choice) => {
    if (same(expected[choice], ciphertext)) return [];
    const code = same(claimed[choice], ciphertext) ? "other-choice" : "other-ciphertext";
    return [{ code, question: place, choice }];
  });
}

/** The findings about what the ballot is, not what it holds. */
async function checkFrame(election, { control: claimed, ballot }, control) {
  const findings = [];
  if (ballot.election_uuid !== election.uuid || ballot.election_hash !== election.fingerprint) {
    findings.push({ code: "other-election" });
  }
  if (claimed !== control || (await base64Hash(canonical(ballot))) !== control) {
    findings.push({ code: "other-control-code" });
  }
  return findings;
}

/**
 * Encrypts an opened ballot again and compares.
 * @param {object} told
 * @param {import("./questions.js").Election} told.election
 * @param {string} told.opening as exported
 * @param {string} told.control the code shown before the voter chose to audit
 * @param {number[][]} told.answers what the voter had marked
 * @returns {Promise<Finding[]>} empty if the device was honest
 * @throws {BoothError} `answer-...` if what the voter had marked answers no such questions
 */
export async function checkOpening({ election, opening, control, answers }) {
  election.questions.forEach((question, place) => checkValues(question, answers[place]));
  try {
    const opened = JSON.parse(opening);
    const findings = await checkFrame(election, opened, control);
    if (opened.ballot.answers.length !== election.questions.length) throw new RangeError("answers");
    return election.questions.reduce((all, _, place) => {
      const told = { answer: opened.ballot.answers[place], opened: opened.answers[place], shown: answers[place] };
      return [...all, ...checkAnswer(election, place, told)];
    }, findings);
  } catch (error) {
    if (error.code === "insecure-context") throw error;
    return [{ code: "opening-malformed" }];
  }
}
