/* Messages between trustees that only the addressee can read and only the sender can have written.

   They travel over whoever leads the key ceremony, who sees and could exchange everything. A message
   names its addressee, is signed by its sender and then encrypted: an element of the group under the
   addressee's key, and with that element's hash the text (`ccm.js`). The command line has the same. */
import { decryptCcm, encryptCcm, NONCE } from "./ccm.js";
import { ALPHABET } from "./credentials.js";
import { BoothError } from "./errors.js";
import { canonical, hexOf, numberOf, readElement, readNumber, readRecord, sha256 } from "./hashing.js";
import { checkKnowledge, proveKnowledge } from "./proofs.js";

const SEED_LENGTH = 22;
const HEX = /^([0-9a-f]{2})*$/;

/** @typedef {{message: string, signature: import("./proofs.js").Proof}} Signed */

const signing = (message) => `sigmsg|${message}|`;

/**
 * @param {{group: import("./groups.js").Group, exponent: bigint, message: string, randomness: import("./randomness.js").Randomness}} told
 * @returns {Promise<Signed>}
 */
export async function signMessage({ group, exponent, message, randomness }) {
  return { message, signature: await proveKnowledge({ group, prefix: signing(message), exponent, randomness }) };
}

/**
 * A signed message; whether the signature holds is asked apart.
 * @param {import("./groups.js").Group} group @param {unknown} value from JSON
 * @returns {Signed} with these fields alone
 * @throws {BoothError} `record-malformed`, `number-malformed`
 */
export function readSigned(group, value) {
  const { message, signature } = value ?? {};
  if (typeof message !== "string") throw new BoothError("record-malformed", "message");
  const [challenge, response] = [signature?.challenge, signature?.response];
  for (const scalar of [challenge, response]) readNumber(scalar, group.q);
  return { message, signature: { challenge, response } };
}

/**
 * @param {import("./groups.js").Group} group @param {bigint} element of who should have signed
 * @param {Signed} signed
 * @returns {Promise<boolean>}
 */
export function isSignedBy(group, element, { message, signature }) {
  return checkKnowledge({ group, prefix: signing(message), element, proof: signature });
}

/** @param {import("./randomness.js").Randomness} randomness @returns {string} a new trustee's seed: about 128 random bits */
export function newSeed(randomness) {
  return Array.from({ length: SEED_LENGTH }, () => ALPHABET[Number(randomness(BigInt(ALPHABET.length)))]).join("");
}

/** The two secrets of a trustee in the key ceremony: to sign with, and to be written to. */
export class CeremonyKeys {
  #signing;
  #reading;

  /** @param {import("./groups.js").Group} group @param {bigint} signingKey @param {bigint} readingKey */
  constructor(group, signingKey, readingKey) {
    this.group = group;
    this.#signing = signingKey;
    this.#reading = readingKey;
    this.verification = group.generate(signingKey);
    this.encryption = group.generate(readingKey);
  }

  /**
   * @param {import("./groups.js").Group} group @param {string} seed 22 letters, all that a trustee must keep
   * @returns {Promise<CeremonyKeys>}
   * @throws {BoothError} `key-unreadable`
   */
  static async fromSeed(group, seed) {
    const fit = seed.length === SEED_LENGTH && [...seed].every((letter) => ALPHABET.includes(letter));
    if (!fit) throw new BoothError("key-unreadable");
    const secrets = await Promise.all(["sk", "dk"].map((word) => sha256(`${word}|${seed}`)));
    return new CeremonyKeys(group, ...secrets.map((secret) => group.scalar(numberOf(secret))));
  }

  /**
   * @param {string} message @param {import("./randomness.js").Randomness} randomness
   * @returns {Promise<Signed>}
   */
  sign(message, randomness) {
    return signMessage({ group: this.group, exponent: this.#signing, message, randomness });
  }

  /** @param {bigint} alpha @param {bigint} beta @returns {bigint} the element that was hidden for the reading key */
  reveal(alpha, beta) {
    return this.group.multiply(beta, this.group.power(alpha, this.group.q - this.#reading));
  }
}

/** The key that hides the text, from the element that hides the key. */
const keyOf = (content) => sha256(`key|${content}`);

const nonceOf = async (alpha) => (await sha256(`iv|${alpha}`)).subarray(0, NONCE);

/**
 * Writes a message to the holder of an encryption key.
 * @param {object} told
 * @param {CeremonyKeys} told.sender
 * @param {bigint} told.addressee the encryption key
 * @param {string} told.message
 * @param {import("./randomness.js").Randomness} told.randomness
 * @returns {Promise<string>} JSON: alpha, beta, data
 */
export async function seal({ sender, addressee, message, randomness }) {
  const { group } = sender;
  const signed = await sender.sign(canonical({ recipient: `${addressee}`, message }), randomness);
  const content = group.generate(randomness(group.q));
  const exponent = randomness(group.q);
  const alpha = group.generate(exponent);
  const beta = group.multiply(group.power(addressee, exponent), content);
  const text = new TextEncoder().encode(canonical(signed));
  const data = await encryptCcm(await keyOf(content), await nonceOf(alpha), text);
  return canonical({ alpha: `${alpha}`, beta: `${beta}`, data: hexOf(data) });
}

function readHex(text) {
  if (typeof text !== "string" || !HEX.test(text)) throw new BoothError("record-malformed", "data");
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BoothError("seal-broken", "no text");
  }
}

/** The signed words inside the envelope, whoever signed them. */
async function opened(addressee, sealed) {
  const { group } = addressee;
  const fields = readRecord(sealed, ["alpha", "beta", "data"]);
  const [alpha, beta] = [fields.alpha, fields.beta].map((text) => readElement(group, text));
  const key = await keyOf(addressee.reveal(alpha, beta));
  const bytes = await decryptCcm(key, await nonceOf(alpha), readHex(fields.data));
  return readSigned(group, readRecord(textOf(bytes), ["message", "signature"]));
}

/**
 * Reads a message that the holder of a verification key has written to this trustee.
 * @param {object} told
 * @param {CeremonyKeys} told.addressee
 * @param {bigint} told.sender the verification key
 * @param {string} told.sealed
 * @returns {Promise<string>} the message
 * @throws {BoothError} `seal-broken`, or what a record that is none raises: it was not written by
 *   that sender to this addressee
 */
export async function unseal({ addressee, sender, sealed }) {
  const signed = await opened(addressee, sealed);
  if (!(await isSignedBy(addressee.group, sender, signed))) throw new BoothError("seal-broken", "sender");
  const { recipient, message } = readRecord(signed.message, ["recipient", "message"]);
  if (recipient !== `${addressee.encryption}`) throw new BoothError("seal-broken", "addressee");
  if (typeof message !== "string") throw new BoothError("record-malformed", "message");
  return message;
}
