/* The trustees' record of an archive: every key proved to be known by its holder, every ceremony's
   keys those that its certificates and coefficients give, and the election's key that of them all.
   Otherwise ballots would be encrypted to somebody else. */
import { BoothError } from "./errors.js";
import { Ceremony } from "./key_generation.js";
import { checkTrusteeKey } from "./trustee.js";

const require = (held, what) => {
  if (!held) throw new BoothError("trustees-altered", what);
};

async function checkKey(group, key) {
  require(key?.public_key !== "1" && (await checkTrusteeKey(group, key ?? {})), "key");
  return BigInt(key.public_key);
}

/** The key of the share of the trustee of a number, from what all have shown of their polynomials. */
function shareKey(group, rows, number) {
  const hidden = rows.flatMap((row) => row.map((element, degree) => group.power(element, BigInt(number) ** BigInt(degree))));
  return hidden.reduce((all, element) => group.multiply(all, element), 1n);
}

/** The part of the election's key that trustees hold of whom so many suffice. */
async function checkCeremony(group, { threshold, certs, coefexps, verification_keys: keys }) {
  require([certs, coefexps, keys].every(Array.isArray) && keys.length === certs.length, "ceremony");
  const ceremony = await Ceremony.of(group, threshold, certs);
  const { rows } = await ceremony.readCoefficients(coefexps);
  for (const [at, key] of keys.entries()) {
    require((await checkKey(group, key)) === shareKey(group, rows, at + 1), `share ${at + 1}`);
  }
  return rows.reduce((all, [constant]) => group.multiply(all, constant), 1n);
}

const KINDS = { Single: checkKey, Pedersen: checkCeremony };

/** The product of the parts of all, each checked. */
async function publicKeyOf(group, trustees) {
  let product = 1n;
  for (const [kind, held] of trustees) {
    require(Object.hasOwn(KINDS, kind) && held, `${kind}`);
    product = group.multiply(product, await KINDS[kind](group, held));
  }
  return product;
}

/**
 * @param {import("./questions.js").Election} election @param {object[]} trustees the record
 * @throws {BoothError} `trustees-altered`: a key does not hold, or the election's is not theirs
 */
export async function checkTrustees({ group, publicKey }, trustees) {
  const product = await publicKeyOf(group, trustees).catch((error) => {
    throw error.code === "trustees-altered" ? error : new BoothError("trustees-altered", error.code ?? `${error}`);
  });
  require(product === publicKey, "the key of the election");
}
