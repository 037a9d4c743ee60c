/* Fingerprints, and how records and numbers are written before they are hashed.

   The browser offers SHA-256 only to pages that came over https or from the machine itself. */
import { BoothError } from "./errors.js";

/** @returns {SubtleCrypto} @throws {BoothError} `insecure-context` */
export function subtle() {
  const found = globalThis.crypto?.subtle;
  if (!found) throw new BoothError("insecure-context");
  return found;
}

/** @param {Uint8Array} bytes @returns {string} lower-case, two digits a byte */
export function hexOf(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Uint8Array} bytes @returns {bigint} the number they write, most significant byte first */
export function numberOf(bytes) {
  return BigInt(`0x${hexOf(bytes)}`);
}

/** @param {string | Uint8Array} content text is hashed as UTF-8 @returns {Promise<Uint8Array>} 32 bytes */
export async function sha256(content) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return new Uint8Array(await subtle().digest("SHA-256", bytes));
}

/** @param {string | Uint8Array} content @returns {Promise<string>} 64 hexadecimal digits, naming a record of an archive */
export async function hexHash(content) {
  return hexOf(await sha256(content));
}

/** @param {string | Uint8Array} content @returns {Promise<string>} 43 characters of Base64 without padding: a tracker, a fingerprint */
export async function base64Hash(content) {
  return btoa(String.fromCharCode(...(await sha256(content)))).replace(/=+$/, "");
}

/**
 * The challenge of a proof: the hash of a prefix and of elements in decimal with commas between.
 * @param {{q: bigint}} group @param {string} prefix @param {bigint[]} elements
 * @returns {Promise<bigint>} a scalar
 */
export async function hashToScalar(group, prefix, elements) {
  return numberOf(await sha256(prefix + elements.join(","))) % group.q;
}

/**
 * A record as it is hashed and sent: no spaces, fields in the order in which they were given.
 * @param {object} record of objects, lists, strings and whole numbers
 * @returns {string}
 */
export function canonical(record) {
  return JSON.stringify(record);
}

/**
 * A record read only as it is written: what `canonical` would write otherwise is refused, so that
 * nobody reads two values where a field stands twice.
 * @param {unknown} text @param {string[]} fields that it must have
 * @returns {object}
 * @throws {BoothError} `record-malformed`
 */
export function readRecord(text, fields) {
  let record = null;
  try {
    record = JSON.parse(text);
  } catch {
    throw new BoothError("record-malformed");
  }
  const whole = record !== null && fields.every((field) => Object.hasOwn(record, field));
  if (!whole || canonical(record) !== text) throw new BoothError("record-malformed");
  return record;
}

/**
 * A number written as it must be: decimal digits, no sign, no leading zero, below a bound.
 * @param {unknown} text @param {bigint} bound
 * @returns {bigint}
 * @throws {BoothError} `number-malformed`
 */
export function readNumber(text, bound) {
  const written = typeof text === "string" && /^(0|[1-9][0-9]*)$/.test(text);
  if (!written || text.length > bound.toString().length || BigInt(text) >= bound) {
    throw new BoothError("number-malformed");
  }
  return BigInt(text);
}

/**
 * @param {import("./groups.js").Group} group @param {unknown} text
 * @returns {bigint} an element of the group
 * @throws {BoothError} `number-malformed`, `not-in-group`
 */
export function readElement(group, text) {
  const element = readNumber(text, group.p);
  if (!group.isMember(element)) throw new BoothError("not-in-group");
  return element;
}
