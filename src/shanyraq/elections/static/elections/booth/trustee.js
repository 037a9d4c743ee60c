/* A trustee's part: a key of one's own, and the decryption of a tally with a proof for each factor.

   The tally must be one that the trustee reckoned from the whole archive, never one that somebody
   handed over: whoever chooses the ciphertexts chooses whose vote is opened. `decrypt` opens what it
   is given; a page asks the worker, which takes the archive (`tally.js`) and whose `decrypt` opens
   only what it counted. */
import { BoothError } from "./errors.js";
import { canonical, readElement, readNumber } from "./hashing.js";
import { checkKnowledge, proveEqualLogarithms, proveKnowledge } from "./proofs.js";
import { secureRandomness } from "./randomness.js";

const possession = (group, element) => `pok|${group.name}|${element}|`;

/**
 * A key of a single trustee.
 * @param {{group: import("./groups.js").Group, name?: string, randomness?: import("./randomness.js").Randomness}} told
 * @returns {Promise<{privateKey: string, publicKey: object}>} the private key as JSON text, to be
 *   kept off every server; the public key with its proof, as it stands in the trustees' record
 */
export async function makeTrusteeKey({ group, name = null, randomness = secureRandomness }) {
  const exponent = randomness(group.q);
  const publicKey = await proveTrusteeKey({ group, exponent, randomness });
  return { privateKey: canonical(`${exponent}`), publicKey: { ...publicKey, ...(name === null ? {} : { name }) } };
}

/**
 * @param {{group: import("./groups.js").Group, exponent: bigint, randomness: import("./randomness.js").Randomness}} told the private key, a scalar
 * @returns {Promise<object>} its public key with the proof that the private one is known
 */
export async function proveTrusteeKey({ group, exponent, randomness }) {
  const element = group.generate(exponent);
  const pok = await proveKnowledge({ group, prefix: possession(group, element), exponent, randomness });
  return { pok, public_key: `${element}` };
}

/**
 * @param {import("./groups.js").Group} group @param {object} publicKey
 * @returns {Promise<boolean>} whether it is an element of the group and its proof holds
 */
export async function checkTrusteeKey(group, { pok, public_key: text }) {
  try {
    const element = readElement(group, text);
    readNumber(pok?.challenge, group.q);
    readNumber(pok?.response, group.q);
    return await checkKnowledge({ group, prefix: possession(group, element), element, proof: pok });
  } catch (error) {
    if (["number-malformed", "not-in-group"].includes(error.code)) return false;
    throw error;
  }
}

/**
 * A private key from its file: a single trustee's number, or what the threshold ceremony gave,
 * which is not reduced and may be larger than the order.
 * @param {import("./groups.js").Group} group @param {string} text JSON: "123" or {"decryption_key":"123"}
 * @returns {bigint} a scalar
 * @throws {BoothError} `key-unreadable`
 */
export function readPrivateKey(group, text) {
  try {
    const held = JSON.parse(text);
    return group.scalar(readNumber(held?.decryption_key ?? held, group.q * group.q));
  } catch {
    throw new BoothError("key-unreadable");
  }
}

/** @param {object[]} trustees the trustees' record @returns {string[]} every public key in the order of the owners */
function keysOf(trustees) {
  const kinds = { Single: (key) => [key], Pedersen: (held) => held.verification_keys };
  return trustees.flatMap(([kind, held]) => kinds[kind]?.(held) ?? []).map((key) => key.public_key);
}

/**
 * Whose key it is.
 * @param {import("./groups.js").Group} group @param {object[]} trustees the trustees' record
 * @param {bigint} exponent the private key
 * @returns {number} the owner, counted from 1 over all keys in the record's order
 * @throws {BoothError} `key-not-of-election`
 */
export function findOwner(group, trustees, exponent) {
  const place = keysOf(trustees).indexOf(group.generate(exponent).toString());
  if (place < 0) throw new BoothError("key-not-of-election");
  return place + 1;
}

/** @returns {{alpha: string, beta: string}[][]} the ciphertexts, a list a question */
function readTally(tally) {
  if (!Array.isArray(tally) || !tally.every(Array.isArray)) throw new BoothError("tally-unreadable");
  return tally;
}

/** The factor of one ciphertext and its proof; one table serves both powers of alpha. */
async function factorOf({ group, prefix, exponent, ciphertext, randomness }) {
  const base = group.fixedBase(readElement(group, ciphertext.alpha));
  const factor = base.power(exponent).toString();
  return [factor, await proveEqualLogarithms({ group, prefix, base, exponent, randomness })];
}

/**
 * A trustee's share of the decryption, for a single key or a key of the threshold ceremony.
 * @param {object} told
 * @param {import("./groups.js").Group} told.group
 * @param {string} told.fingerprint of the election
 * @param {bigint} told.exponent the private key
 * @param {{alpha: string, beta: string}[][]} told.tally recomputed by the trustee; after shuffles, the last one's ciphertexts
 * @param {import("./randomness.js").Randomness} [told.randomness]
 * @param {(done: number, total: number) => Promise<void> | void} [told.progress] after each factor
 * @returns {Promise<string>} the partial decryption's record, canonical
 * @throws {BoothError} `tally-unreadable`, `number-malformed`, `not-in-group`
 */
export async function decrypt({ group, fingerprint, exponent, tally, randomness = secureRandomness, progress = () => {} }) {
  const questions = readTally(tally);
  const total = questions.reduce((sum, row) => sum + row.length, 0);
  const prefix = `decrypt|${fingerprint}|${group.generate(exponent)}|`;
  const [factors, proofs] = [questions.map(() => []), questions.map(() => [])];
  let done = 0;
  for (const [place, row] of questions.entries()) {
    for (const ciphertext of row) {
      const [factor, proof] = await factorOf({ group, prefix, exponent, ciphertext, randomness });
      factors[place].push(factor);
      proofs[place].push(proof);
      await progress((done += 1), total);
    }
  }
  return canonical({ decryption_factors: factors, decryption_proofs: proofs });
}
