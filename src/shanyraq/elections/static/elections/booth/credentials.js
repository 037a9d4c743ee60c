/* The code with which a member votes: read as typed, turned into a number that only its holder
   knows, and into the public credential that stands in the ballot. */
import { BoothError } from "./errors.js";
import { numberOf, subtle } from "./hashing.js";

/** Letters and digits that are not mistaken for one another, from 0 to 57. */
export const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const RANDOM_CHARACTERS = 14;
const CHECK_MODULUS = 53n;
const ROUNDS = 1000;

/** @param {string} characters of the code, all from the alphabet @returns {string} the one that must follow */
function checkCharacter(characters) {
  const value = [...characters].reduce((sum, one) => sum * 58n + BigInt(ALPHABET.indexOf(one)), 0n);
  return ALPHABET[Number(CHECK_MODULUS - (value % CHECK_MODULUS))];
}

/**
 * A new code, on the registrar's device.
 * @param {import("./randomness.js").Randomness} randomness
 * @returns {string} written XXX-XXX-XXX-XXX-XXX
 */
export function makeCredential(randomness) {
  const drawn = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[Number(randomness(58n))]).join("");
  return (drawn + checkCharacter(drawn)).match(/.{3}/g).join("-");
}

/**
 * A code as somebody typed it: spaces and hyphens do not matter, capitals do.
 * @param {string} typed
 * @returns {string} the code written XXX-XXX-XXX-XXX-XXX
 * @throws {BoothError} `credential-character`, `credential-length`, `credential-check`
 */
export function readCredential(typed) {
  const characters = typed.replace(/[\s\u2010-\u2015-]/g, "");
  if ([...characters].some((one) => !ALPHABET.includes(one))) throw new BoothError("credential-character");
  if (characters.length !== RANDOM_CHARACTERS + 1) throw new BoothError("credential-length");
  const random = characters.slice(0, RANDOM_CHARACTERS);
  if (checkCharacter(random) !== characters.at(-1)) throw new BoothError("credential-check");
  return characters.match(/.{3}/g).join("-");
}

/**
 * The secret number behind a code. It is stretched so that guessing codes is slow.
 * @param {{q: bigint}} group @param {string} uuid of the election @param {string} code with its hyphens
 * @returns {Promise<bigint>} a scalar
 */
export async function secretExponent(group, uuid, code) {
  const text = new TextEncoder();
  const password = await subtle().importKey("raw", text.encode(code), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: text.encode(uuid), iterations: ROUNDS };
  return numberOf(new Uint8Array(await subtle().deriveBits(how, password, 256))) % group.q;
}

/** @param {import("./groups.js").Group} group @param {bigint} exponent @returns {bigint} what stands in the ballot for its voter */
export function publicCredential(group, exponent) {
  return group.generate(exponent);
}
