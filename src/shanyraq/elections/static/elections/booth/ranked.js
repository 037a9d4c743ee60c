/* Answers that are shuffled and then opened one by one: ranks or grades written into one element,
   encrypted, with a proof that its maker knows the randomness. */
import { proveKnowledge } from "./proofs.js";

/**
 * Ranks or grades written into an element: a byte each, then the lowest number in the free bits
 * that makes an element of the group.
 * @param {import("./groups.js").Group} group @param {number[]} values 0 to 255 each
 * @returns {bigint}
 */
export function encode(group, values) {
  const { bits, padding } = group.embedding;
  const written = values.reduce((sum, value) => (sum << BigInt(bits)) | BigInt(value), 0n);
  let element = written << BigInt(padding);
  while (!group.isMember(element)) element += 1n;
  return element;
}

/**
 * @param {import("./groups.js").Group} group @param {bigint} element @param {number} count of values
 * @returns {number[]} what was written into the element
 */
export function decode(group, element, count) {
  const { bits, padding } = group.embedding;
  const written = element >> BigInt(padding);
  const places = Array.from({ length: count }, (_, place) => BigInt(bits * (count - 1 - place)));
  return places.map((place) => Number((written >> place) & ((1n << BigInt(bits)) - 1n)));
}

/**
 * @param {import("./questions.js").Election} election @param {bigint} randomness @param {bigint} element
 * @returns {{alpha: bigint, beta: bigint}} the element under the election's key
 */
export function encryptElement({ group, key }, randomness, element) {
  return { alpha: group.generate(randomness), beta: group.multiply(key.power(randomness), element) };
}

/** How many ciphertexts and proofs an answer takes, for telling progress. */
export const RANKED_STEPS = 2;

/**
 * An answer, and the randomness of its one ciphertext for an audit.
 * @param {object} told as for `encryptMarks`
 * @returns {Promise<{answer: object, randomness: bigint[]}>}
 */
export async function encryptRanks({ election, statement, values, randomness, step }) {
  const { group, publicKey } = election;
  const nonce = randomness(group.q);
  const { alpha, beta } = encryptElement(election, nonce, encode(group, values));
  await step();
  const prefix = `raweg|${statement}|${publicKey},${alpha},${beta}|`;
  const proof = await proveKnowledge({ group, prefix, exponent: nonce, randomness });
  await step();
  return { answer: { choices: { alpha: `${alpha}`, beta: `${beta}` }, proof }, randomness: [nonce] };
}
