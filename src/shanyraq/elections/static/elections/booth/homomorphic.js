/* Answers whose marks are added up without being opened: each mark encrypted, proved to be 0 or 1,
   and their sum proved to be one that the question allows. */
import { readNumber } from "./hashing.js";
import { checkOneOf, proveOneOf } from "./proofs.js";

/**
 * @typedef {object} Encrypted one ciphertext with what its maker knows of it
 * @property {bigint} alpha
 * @property {bigint} beta
 * @property {bigint} randomness
 * @property {bigint} value
 */

/**
 * @param {import("./questions.js").Election} election @param {bigint} randomness @param {bigint} value
 * @returns {{alpha: bigint, beta: bigint}} the value under the election's key
 */
export function encrypt({ group, key }, randomness, value) {
  const shift = value === 0n ? 1n : group.generate(group.scalar(value));
  return { alpha: group.generate(randomness), beta: group.multiply(key.power(randomness), shift) };
}

/** @param {Encrypted[]} parts @returns {{randomness: bigint, value: bigint}} what their product holds */
function productOf(group, parts) {
  const randomness = group.scalar(parts.reduce((sum, part) => sum + part.randomness, 0n));
  return { randomness, value: parts.reduce((sum, part) => sum + part.value, 0n) };
}

/** @param {{alpha: bigint, beta: bigint}[]} parts @returns {{alpha: bigint, beta: bigint}} the ciphertext of their sum */
function ciphertextOfAll(group, parts) {
  const product = (name) => parts.reduce((all, part) => group.multiply(all, part[name]), 1n);
  return { alpha: product("alpha"), beta: product("beta") };
}

/** One branch a value that a ciphertext may hold. */
function branchesOf({ randomness, value }, first, last) {
  const branches = [];
  for (let allowed = first; allowed <= last; allowed += 1) {
    branches.push({ randomness, difference: value - BigInt(allowed) });
  }
  return branches;
}

/** @param {string} statement @param {Encrypted[]} parts @returns {string} the statement that covers all ciphertexts of the answer */
function statementOfAll(statement, parts) {
  return `${statement}|${parts.map(({ alpha, beta }) => `${alpha},${beta}`).join(",")}`;
}

/** Proofs over the sum where no blank vote is offered. */
async function proveSum({ election, question, statement, parts, randomness }) {
  const { group, key } = election;
  const product = productOf(group, parts);
  const { alpha, beta } = ciphertextOfAll(group, parts);
  const prefix = `prove|${statementOfAll(statement, parts)}|${alpha},${beta}|`;
  const branches = branchesOf(product, question.minimum, question.maximum);
  return { overall_proof: await proveOneOf({ group, key, prefix, branches, randomness }) };
}

/** Proofs where a blank vote is offered: not blank or nothing marked; blank or an allowed sum. */
async function proveSumOrBlank({ election, question, statement, parts, randomness }) {
  const { group, key } = election;
  const [blank, ...marks] = parts;
  const product = productOf(group, marks);
  const all = statementOfAll(statement, parts);
  const allowed = branchesOf(product, question.minimum, question.maximum);
  return {
    overall_proof: await proveOneOf({
      group, key, prefix: `bproof1|${all}|`, branches: [...branchesOf(blank, 1, 1), ...allowed], randomness,
    }),
    blank_proof: await proveOneOf({
      group, key, prefix: `bproof0|${all}|`, branches: [...branchesOf(blank, 0, 0), ...branchesOf(product, 0, 0)], randomness,
    }),
  };
}

/** @returns {number} how many ciphertexts and proofs an answer takes, for telling progress */
export function stepsOf(question) {
  const choices = question.answers + (question.blank ? 1 : 0);
  return 2 * choices + (question.blank ? 2 : 1);
}

/**
 * An answer, and the randomness of its ciphertexts for an audit.
 * @param {object} told
 * @param {import("./questions.js").Election} told.election
 * @param {import("./questions.js").Question} told.question
 * @param {string} told.statement what binds the proofs to this election and voter
 * @param {number[]} told.values found to answer the question
 * @param {import("./randomness.js").Randomness} told.randomness
 * @param {(steps?: number) => Promise<void> | void} told.step told after each ciphertext and proof
 * @returns {Promise<{answer: object, randomness: bigint[]}>}
 */
export async function encryptMarks({ election, question, statement, values, randomness, step }) {
  const { group, key } = election;
  const parts = [];
  for (const value of values.map(BigInt)) {
    const nonce = randomness(group.q);
    parts.push({ ...encrypt(election, nonce, value), randomness: nonce, value });
    await step();
  }
  const individual = [];
  for (const part of parts) {
    const prefix = `prove|${statement}|${part.alpha},${part.beta}|`;
    individual.push(await proveOneOf({ group, key, prefix, branches: branchesOf(part, 0, 1), randomness }));
    await step();
  }
  const prove = question.blank ? proveSumOrBlank : proveSum;
  const overall = await prove({ election, question, statement, parts, randomness });
  await step(question.blank ? 2 : 1);
  const choices = parts.map(({ alpha, beta }) => ({ alpha: `${alpha}`, beta: `${beta}` }));
  return {
    answer: { choices, individual_proofs: individual, ...overall },
    randomness: parts.map((part) => part.randomness),
  };
}

/** @returns {import("./proofs.js").Proof[]} with their two scalars alone, in range */
function readProofs(group, proofs, length) {
  if (proofs?.length !== length) throw new RangeError("proofs");
  return Array.from(proofs, ({ challenge, response }) => {
    for (const scalar of [challenge, response]) readNumber(scalar, group.q);
    return { challenge, response };
  });
}

/**
 * An answer from a ballot, with the fields that it must have alone; membership and proofs are asked
 * by the check.
 * @param {import("./questions.js").Election} election @param {import("./questions.js").Question} question
 * @param {object} answer from JSON
 * @returns {object} to be compared with what was given
 * @throws {BoothError | TypeError | RangeError} it is none to this question
 */
export function readMarks({ group }, question, { choices, individual_proofs: individual, overall_proof: overall, blank_proof: blank }) {
  const length = question.answers + (question.blank ? 1 : 0);
  if (choices?.length !== length || individual?.length !== length) throw new RangeError("choices");
  const sums = question.maximum - question.minimum + 1 + (question.blank ? 1 : 0);
  return {
    choices: Array.from(choices, ({ alpha, beta }) => {
      for (const element of [alpha, beta]) readNumber(element, group.p);
      return { alpha, beta };
    }),
    individual_proofs: Array.from(individual, (proofs) => readProofs(group, proofs, 2)),
    overall_proof: readProofs(group, overall, sums),
    ...(question.blank ? { blank_proof: readProofs(group, blank, 2) } : {}),
  };
}

/** A claim a value that a ciphertext may hold. */
function claimsOf({ alpha, beta }, first, last) {
  return Array.from({ length: last - first + 1 }, (_, place) => ({ alpha, beta, value: BigInt(first + place) }));
}

/** What is claimed of all choices together: under which field of the answer, with which prefix. */
function claimsOfAll({ group }, question, { statement, parts, chains }) {
  const all = statementOfAll(statement, parts);
  const sum = ciphertextOfAll(group, question.blank ? parts.slice(1) : parts);
  const product = { alpha: group.chain(sum.alpha), beta: group.chain(sum.beta) };
  const allowed = claimsOf(product, question.minimum, question.maximum);
  if (!question.blank) return { overall_proof: [`prove|${all}|${sum.alpha},${sum.beta}|`, allowed] };
  return {
    overall_proof: [`bproof1|${all}|`, [...claimsOf(chains[0], 1, 1), ...allowed]],
    blank_proof: [`bproof0|${all}|`, [...claimsOf(chains[0], 0, 0), ...claimsOf(product, 0, 0)]],
  };
}

/**
 * Whether each mark is 0 or 1 and their sum allowed.
 * @param {object} told
 * @param {import("./questions.js").Election} told.election
 * @param {import("./questions.js").Question} told.question
 * @param {string} told.statement what binds the proofs to this election and voter
 * @param {object} told.answer as `readMarks` gave it
 * @returns {Promise<string>} the field that breaks a rule, or nothing
 */
export async function checkAnswer({ election, question, statement, answer }) {
  const { group, key } = election;
  const parts = answer.choices.map(({ alpha, beta }) => ({ alpha: BigInt(alpha), beta: BigInt(beta) }));
  const chains = parts.map(({ alpha, beta }) => ({ alpha: group.chain(alpha), beta: group.chain(beta) }));
  if (!chains.every(({ alpha, beta }) => group.isBaseOf(alpha) && group.isBaseOf(beta))) return "choices";
  for (const [place, { alpha, beta }] of parts.entries()) {
    const prefix = `prove|${statement}|${alpha},${beta}|`;
    const [claims, proofs] = [claimsOf(chains[place], 0, 1), answer.individual_proofs[place]];
    if (!(await checkOneOf({ group, key, prefix, claims, proofs }))) return `individual_proofs[${place}]`;
  }
  const together = claimsOfAll(election, question, { statement, parts, chains });
  for (const [field, [prefix, claims]] of Object.entries(together)) {
    if (!(await checkOneOf({ group, key, prefix, claims, proofs: answer[field] }))) return field;
  }
  return "";
}
