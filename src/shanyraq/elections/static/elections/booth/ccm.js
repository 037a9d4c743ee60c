/* AES-256 in CCM mode with a nonce of 13 bytes, a tag of 8 bytes and nothing authenticated beside the
   text (RFC 3610), as the messages between trustees have it.

   Browsers offer no CCM, but both halves of it: AES-CTR hides text and tag, and the last block of
   AES-CBC from a zero start is the tag before it is hidden. AES-CBC appends a block of padding of its
   own, so that the last block of the text is the one before the last. */
import { BoothError } from "./errors.js";
import { subtle } from "./hashing.js";

const BLOCK = 16;
const TAG = 8;
/** How long the nonce is, in bytes. The two bytes that it leaves in a block hold the text's length. */
export const NONCE = 13;
const LONGEST = 0xffff;
/** First byte of the block that is authenticated first: the tag's length and that of the length. */
const FIRST = (8 * (TAG - 2)) / 2 + (BLOCK - 2 - NONCE);
/** First byte of every block of the counter. */
const COUNTING = BLOCK - 2 - NONCE;

/** The key for one of the two modes. */
const keyFor = (name, key) => subtle().importKey("raw", key, name, false, ["encrypt"]);

/** The whole block that the tag is cut from: it depends on every byte of the text. */
async function authenticated(key, nonce, text) {
  const blocks = new Uint8Array(BLOCK * (1 + Math.ceil(text.length / BLOCK)));
  blocks.set([FIRST, ...nonce, text.length >> 8, text.length & 0xff]);
  blocks.set(text, BLOCK);
  const how = { name: "AES-CBC", iv: new Uint8Array(BLOCK) };
  const chain = await subtle().encrypt(how, await keyFor("AES-CBC", key), blocks);
  return new Uint8Array(chain, blocks.length - BLOCK, BLOCK);
}

/** Hides what is shown and shows what is hidden: the block of the tag, then the text. */
async function turned(key, nonce, tag, text) {
  const counter = new Uint8Array(BLOCK);
  counter.set([COUNTING, ...nonce]);
  const blocks = new Uint8Array(BLOCK + text.length);
  blocks.set(tag);
  blocks.set(text, BLOCK);
  const how = { name: "AES-CTR", counter, length: 8 * (BLOCK - 1 - NONCE) };
  const made = new Uint8Array(await subtle().encrypt(how, await keyFor("AES-CTR", key), blocks));
  return { tag: made.subarray(0, TAG), text: made.subarray(BLOCK) };
}

/**
 * @param {Uint8Array} key 32 bytes @param {Uint8Array} nonce 13 bytes, never used twice with a key
 * @param {Uint8Array} text of at most 65535 bytes
 * @returns {Promise<Uint8Array>} the hidden text and then the tag
 */
export async function encryptCcm(key, nonce, text) {
  if (text.length > LONGEST) throw new RangeError("the text is too long");
  const hidden = await turned(key, nonce, await authenticated(key, nonce, text), text);
  const data = new Uint8Array(text.length + TAG);
  data.set(hidden.text);
  data.set(hidden.tag, text.length);
  return data;
}

/**
 * @param {Uint8Array} key 32 bytes @param {Uint8Array} nonce 13 bytes
 * @param {Uint8Array} data the hidden text and then the tag
 * @returns {Promise<Uint8Array>} the text
 * @throws {BoothError} `seal-broken`: another key or nonce, or a byte was changed
 */
export async function decryptCcm(key, nonce, data) {
  const end = data.length - TAG;
  if (end < 0 || end > LONGEST) throw new BoothError("seal-broken", "length");
  const shown = await turned(key, nonce, data.subarray(end), data.subarray(0, end));
  const expected = await authenticated(key, nonce, shown.text);
  if (shown.tag.some((byte, at) => byte !== expected[at])) throw new BoothError("seal-broken", "tag");
  return shown.text;
}
