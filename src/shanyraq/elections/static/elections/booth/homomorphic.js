/* Answers whose marks are added up without being opened: each mark encrypted, proved to be 0 or 1,
   and their sum proved to be one that the question allows. */
import { proveOneOf } from "./proofs.js";

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
  const alpha = parts.reduce((all, part) => group.multiply(all, part.alpha), 1n);
  const beta = parts.reduce((all, part) => group.multiply(all, part.beta), 1n);
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
