/* A trustee's device in the key ceremony: from the text that the server gives for a step to the text
   that is handed in.

   Two files, the same as those of `shanyraq ballots trustee`, so that a trustee may go on with the
   page or with the command line at any step:
     the key     22 letters (Base58, about 128 random bits) and the end of the line, in UTF-8. All keys
                 of the ceremony come from it; it is all that a trustee must keep, and is sent nowhere.
     the share   what was handed in in the third round, JSON: private_key, public_key, signature. Its
                 private_key can be opened with the key alone, so that anybody may keep the file.
   What a key has opened is not in them: page and command line each remember on their own device what
   they opened, and know nothing of one another. So a trustee opens a tally on one of them only.

   What a step is given, JSON: its place {group, size, threshold, index} for the certificate; then
   {threshold, certs}; then these and {hand: {polynomial, secrets, coefexps}}. */
import { readSetup } from "./archive.js";
import { BoothError } from "./errors.js";
import { findGroup } from "./groups.js";
import { canonical } from "./hashing.js";
import { accept, Ceremony, deal, makeCertificate, openPrivateKey } from "./key_generation.js";
import { readElection } from "./questions.js";
import { secureRandomness } from "./randomness.js";
import { CeremonyKeys, newSeed, readSigned, signMessage } from "./sealed_messages.js";
import { findOwner, readPrivateKey } from "./trustee.js";
import { checkTrustees } from "./trustees.js";

/** @typedef {import("./groups.js").Group} Group */

const need = (held, what) => {
  if (!held) throw new BoothError("ceremony-unreadable", what);
};

function parsedInput(input) {
  try {
    return JSON.parse(input) ?? {};
  } catch {
    throw new BoothError("ceremony-unreadable");
  }
}

/** @param {Group} group @param {string} file the key's @throws {BoothError} `key-unreadable` */
const readKeys = (group, file) => CeremonyKeys.fromSeed(group, `${file}`.trim());

/** The place that a trustee is told, if there can be such a place. */
function readPlace(input) {
  const place = parsedInput(input);
  const { size, threshold, index } = place;
  need([size, threshold, index].every(Number.isInteger), "numbers");
  need(threshold >= 1 && threshold <= size && index >= 1 && index <= size, "place");
  return place;
}

/** @returns {Promise<Ceremony>} */
function readCeremony(group, { threshold, certs }) {
  need(Array.isArray(certs), "certs");
  return Ceremony.of(group, threshold, certs);
}

/**
 * First step: make a key, or take the one made before, and the certificate to hand in.
 * @param {{input: string, key?: string}} told
 * @returns {Promise<{key: string, message: string}>} the key's file, to be kept before the message is sent
 * @throws {BoothError} `ceremony-unreadable`, `unknown-group`, `key-unreadable`
 */
export async function certificateStep({ input, key = `${newSeed(secureRandomness)}\n` }) {
  const place = readPlace(input);
  const keys = await readKeys(findGroup(place.group), key);
  return { key, message: canonical(await makeCertificate(keys, place, secureRandomness)) };
}

/**
 * Second step: deal shares of an own secret to all trustees.
 * @param {{group: string, input: string, key: string}} told
 * @returns {Promise<{message: string}>}
 * @throws {BoothError} `ceremony-unreadable`, `unknown-group`, `key-unreadable`, `complaint-...`
 */
export async function polynomialStep({ group: name, input, key }) {
  const group = findGroup(name);
  const keys = await readKeys(group, key);
  const ceremony = await readCeremony(group, parsedInput(input));
  return { message: canonical(await deal(ceremony, keys, secureRandomness)) };
}

/**
 * Third step: check the shares dealt, and show one's part of the key.
 * @param {{group: string, input: string, key: string}} told
 * @returns {Promise<{message: string, fingerprint: string}>} the fingerprint is read to the others
 *   before the message is handed in: whoever leads could have shown each another ceremony
 * @throws {BoothError} `ceremony-unreadable`, `unknown-group`, `key-unreadable`, `complaint-...`
 */
export async function shareStep({ group: name, input, key }) {
  const group = findGroup(name);
  const given = parsedInput(input);
  const keys = await readKeys(group, key);
  const ceremony = await readCeremony(group, given);
  const { hand } = given;
  need(Array.isArray(hand?.secrets) && Array.isArray(hand.coefexps), "hand");
  const message = canonical(await accept(ceremony, keys, hand, secureRandomness));
  const coefficients = hand.coefexps.map((one) => readSigned(group, one));
  return { message, fingerprint: await ceremony.fingerprint(coefficients) };
}

/**
 * What opens a tally, from the files of a trustee.
 * @param {Group} group
 * @param {{key?: string, share?: string, privateKey?: string}} files key and share after a ceremony, the
 *   private key of a single trustee otherwise
 * @returns {Promise<bigint>} a scalar
 * @throws {BoothError} `key-unreadable`, `share-unreadable`
 */
export async function openKey(group, { key, share, privateKey }) {
  if (key === undefined) return readPrivateKey(group, privateKey);
  const keys = await readKeys(group, key);
  let sealed = null;
  try {
    sealed = JSON.parse(share)?.private_key;
  } catch {
    throw new BoothError("share-unreadable");
  }
  return openPrivateKey(keys, sealed);
}

/** The ceremony in the trustees' record that made a key and has the trustee's own certificate. */
async function ownCeremony(group, trustees, { keys, publicKey }) {
  for (const [, { certs = [], coefexps, threshold, verification_keys: shares = [] }] of trustees) {
    const place = shares.findIndex((share) => share.public_key === publicKey);
    if (place < 0) continue;
    const ceremony = await Ceremony.of(group, threshold, certs);
    if (ceremony.trustees[place].verification !== keys.verification) continue;
    if (ceremony.trustees[place].encryption !== keys.encryption) continue;
    return ceremony.fingerprint(coefexps.map((one) => readSigned(group, one)));
  }
  throw new BoothError("key-not-sealed");
}

/**
 * Before the key is shown: see that the sealed box is that of the own ceremony. Otherwise the
 * election's key might be somebody else's, and the trustee's for show.
 * @param {{archive: Uint8Array, fingerprint?: string, key: string, share: string}} told the `.bel`
 *   file, the election's fingerprint, the files of the trustee
 * @returns {Promise<{fingerprint: string}>} of the ceremony, the same as after the third step
 * @throws {BoothError} `archive-unreadable`, `election-altered`, `trustees-altered`,
 *   `key-not-of-election`, `key-not-sealed`, `key-unreadable`, `share-unreadable`
 */
export async function sealStep({ archive, fingerprint = null, ...files }) {
  const sealed = await readSetup(archive);
  const election = await readElection(sealed.election, fingerprint);
  await checkTrustees(election, sealed.trustees);
  const { group } = election;
  const exponent = await openKey(group, files);
  findOwner(group, sealed.trustees, exponent);
  const own = { keys: await readKeys(group, files.key), publicKey: `${group.generate(exponent)}` };
  return { fingerprint: await ownCeremony(group, sealed.trustees, own) };
}

/**
 * Before the opening: show that the share of the key is at hand, by signing with it.
 * @param {{group: string, message: string, key?: string, share?: string, privateKey?: string}} told
 * @returns {Promise<{signature: string}>}
 * @throws {BoothError} `unknown-group`, `key-unreadable`, `share-unreadable`
 */
export async function checkStep({ group: name, message, ...files }) {
  const group = findGroup(name);
  const exponent = await openKey(group, files);
  const { signature } = await signMessage({ group, exponent, message, randomness: secureRandomness });
  return { signature: canonical(signature) };
}
