/* The key ceremony, a trustee's part: trustees make one election key of which any so many of them
   hold enough.

   Nobody ever holds the whole key. Each trustee chooses a polynomial, shows its coefficients hidden
   in exponents and deals each other trustee the value at his number, sealed. Each adds up what he was
   dealt: his share. A value that does not fit its dealer's coefficients is found by who receives it,
   and the dealer is named. After Pedersen, in the messages that the Belenios format gives it.

   The rounds: `makeCertificate`, `Ceremony.of` (all certificates), `deal`, `accept`. What trustees are
   given between the rounds and the record at the end are the server's work or the command line's.
   A round that cannot go on throws `complaint-...` (`errors.js`). */
import { BoothError } from "./errors.js";
import { base64Hash, canonical, readElement, readNumber, readRecord } from "./hashing.js";
import { isSignedBy, readSigned, seal, unseal } from "./sealed_messages.js";
import { proveTrusteeKey } from "./trustee.js";

/** @typedef {import("./sealed_messages.js").Signed} Signed */
/** @typedef {import("./sealed_messages.js").CeremonyKeys} CeremonyKeys */
/** @typedef {import("./randomness.js").Randomness} Randomness */
/** @typedef {{group: string, size: number, threshold: number, index: number}} Place in a ceremony; `index` counts from 1 */
/** @typedef {{polynomial: string, secrets: string[], coefexps: Signed[]}} Hand what one trustee is dealt */

const UNREADABLE = ["record-malformed", "number-malformed", "not-in-group", "seal-broken"];

/** @param {string} ground @param {number | string} [against] a trustee's number @returns {BoothError} */
const complaint = (ground, against = "") => new BoothError(`complaint-${ground}`, `${against}`);

/** What is read, or a complaint where it cannot be. */
async function readOr(ground, against, read) {
  try {
    return await read();
  } catch (error) {
    if (UNREADABLE.includes(error.code)) throw complaint(ground, against);
    throw error;
  }
}

/**
 * First round: the certificate of a trustee, signed by itself. It names its place, so that nobody can
 * be told another ceremony than the others.
 * @param {CeremonyKeys} keys @param {Place} place @param {Randomness} randomness
 * @returns {Promise<Signed>}
 */
export function makeCertificate(keys, { group, size, threshold, index }, randomness) {
  const own = { verification: `${keys.verification}`, encryption: `${keys.encryption}` };
  return keys.sign(canonical({ context: { group, size, threshold, index }, ...own }), randomness);
}

/** The keys in a certificate, read but not held against those of others. */
async function readCertificate(group, value, place) {
  const { signed, context, keys } = await readOr("certificate", place.index, () => {
    const read = readSigned(group, value);
    const fields = readRecord(read.message, ["verification", "encryption"]);
    const elements = [fields.verification, fields.encryption].map((text) => readElement(group, text));
    return { signed: read, context: fields.context ?? place, keys: elements };
  });
  const [verification, encryption] = keys;
  const proved = !keys.includes(1n) && (await isSignedBy(group, verification, signed));
  if (!proved) throw complaint("certificate", place.index);
  if (!Object.keys(place).every((name) => context[name] === place[name])) throw complaint("place", place.index);
  return { signed, verification, encryption };
}

/** A ceremony whose trustees are certain. */
export class Ceremony {
  /**
   * @param {import("./groups.js").Group} group @param {number} threshold how many trustees will be needed
   * @param {{signed: Signed, verification: bigint, encryption: bigint}[]} trustees in the order in which they are counted
   */
  constructor(group, threshold, trustees) {
    Object.assign(this, { group, threshold, trustees });
  }

  /**
   * @param {import("./groups.js").Group} group @param {number} threshold
   * @param {unknown[]} certificates as they were sent
   * @returns {Promise<Ceremony>}
   * @throws {BoothError} `complaint-threshold`, `-certificate`, `-place`, `-twice`
   */
  static async of(group, threshold, certificates) {
    const size = certificates.length;
    if (!Number.isInteger(threshold) || threshold < 1 || threshold > size) throw complaint("threshold");
    const trustees = [];
    const seen = new Set();
    for (const [at, certificate] of certificates.entries()) {
      const place = { group: group.name, size, threshold, index: at + 1 };
      const trustee = await readCertificate(group, certificate, place);
      const keys = [trustee.verification, trustee.encryption];
      if (keys.some((key) => seen.has(key))) throw complaint("twice", place.index);
      for (const key of keys) seen.add(key);
      trustees.push(trustee);
    }
    return new Ceremony(group, threshold, trustees);
  }

  /**
   * @param {CeremonyKeys} keys
   * @returns {number} of the trustee who holds them, from 1
   * @throws {BoothError} `complaint-stranger`
   */
  numberOf({ verification, encryption }) {
    const own = (one) => one.verification === verification && one.encryption === encryption;
    const place = this.trustees.findIndex(own);
    if (place < 0) throw complaint("stranger");
    return place + 1;
  }

  /**
   * @param {unknown[]} all the hidden polynomials of all trustees, each signed
   * @returns {Promise<{signed: Signed[], rows: bigint[][]}>} the same, checked; a row a trustee, lowest coefficient first
   * @throws {BoothError} `complaint-number`, `-coefficients`, `-threshold`
   */
  async readCoefficients(all) {
    if (all.length !== this.trustees.length) throw complaint("number");
    const read = [];
    for (const [at, one] of all.entries()) read.push(await this.#readRow(one, at + 1));
    return { signed: read.map(({ signed }) => signed), rows: read.map(({ row }) => row) };
  }

  async #readRow(value, number) {
    const { signed, hidden } = await readOr("coefficients", number, () => {
      const read = readSigned(this.group, value);
      return { signed: read, hidden: readRecord(read.message, ["coefexps"]).coefexps };
    });
    if (!Array.isArray(hidden)) throw complaint("coefficients", number);
    if (hidden.length !== this.threshold) throw complaint("threshold", number);
    const row = await readOr("coefficients", number, () => hidden.map((text) => readElement(this.group, text)));
    const signer = this.trustees[number - 1].verification;
    if (!(await isSignedBy(this.group, signer, signed))) throw complaint("coefficients", number);
    return { signed, row };
  }

  /** @param {Signed[]} coefficients @returns {Promise<string>} what trustees read to one another: the same for all who saw the same */
  fingerprint(coefficients) {
    return base64Hash(canonical({ certs: this.trustees.map(({ signed }) => signed), coefexps: coefficients }));
  }

  /** @param {Signed[]} coefficients @returns {string} what a trustee signs so that all are known to have seen the same */
  statement(coefficients) {
    const certificates = this.trustees.map(({ signed }) => signed);
    return `certs_sig|${canonical({ certs: certificates, coefexps: coefficients })}`;
  }
}

/** The value of a polynomial, lowest coefficient first, at a trustee's number. */
function valueAt(group, polynomial, number) {
  return polynomial.reduceRight((sum, coefficient) => group.scalar(sum * BigInt(number) + coefficient), 0n);
}

/**
 * Second round: choose a polynomial and deal its values out.
 * @param {Ceremony} ceremony @param {CeremonyKeys} keys @param {Randomness} randomness
 * @returns {Promise<{polynomial: string, secrets: string[], coefexps: Signed}>}
 * @throws {BoothError} `complaint-stranger`
 */
export async function deal(ceremony, keys, randomness) {
  const { group, trustees, threshold } = ceremony;
  const own = trustees[ceremony.numberOf(keys) - 1];
  const polynomial = Array.from({ length: threshold }, () => randomness(group.q));
  const sealed = (trustee, content) =>
    seal({ sender: keys, addressee: trustee.encryption, message: canonical(content), randomness });
  const secrets = [];
  for (const [at, trustee] of trustees.entries()) {
    secrets.push(await sealed(trustee, { secret: `${valueAt(group, polynomial, at + 1)}` }));
  }
  const hidden = polynomial.map((coefficient) => `${group.generate(coefficient)}`);
  return {
    polynomial: await sealed(own, { polynomial: polynomial.map(String) }),
    secrets,
    coefexps: await keys.sign(canonical({ coefexps: hidden }), randomness),
  };
}

/** A number sealed under a name; it may be a sum that was never reduced. */
async function sealedNumber({ keys, sender, sealed, name }) {
  const record = readRecord(await unseal({ addressee: keys, sender, sealed }), [name]);
  return keys.group.scalar(readNumber(record[name], keys.group.q * keys.group.q));
}

/** What a dealer dealt to the trustee of a number, if it fits the dealer's coefficients. */
async function dealt({ ceremony: { group, trustees }, keys, sealed, row, dealer, at }) {
  const sender = trustees[dealer - 1].verification;
  const secret = await readOr("share", dealer, () => sealedNumber({ keys, sender, sealed, name: "secret" }));
  const fit = row.reduce(
    (product, element, degree) => group.multiply(product, group.power(element, BigInt(at) ** BigInt(degree))),
    1n,
  );
  if (group.generate(secret) !== fit) throw complaint("share", dealer);
  return secret;
}

/** What came back as the own polynomial must be the one whose coefficients are shown. */
async function checkPolynomial(keys, sealed, row) {
  const { group, verification: sender } = keys;
  const polynomial = await readOr("polynomial", "", async () => {
    const record = readRecord(await unseal({ addressee: keys, sender, sealed }), ["polynomial"]);
    if (!Array.isArray(record.polynomial)) throw complaint("polynomial");
    return record.polynomial.map((text) => group.scalar(readNumber(text, group.q * group.q)));
  });
  const same = polynomial.length === row.length && polynomial.every((one, at) => group.generate(one) === row[at]);
  if (!same) throw complaint("polynomial");
}

/**
 * Third round: check what was dealt, add it up, and show the key of the share.
 * @param {Ceremony} ceremony @param {CeremonyKeys} keys @param {Hand} hand @param {Randomness} randomness
 * @returns {Promise<{private_key: string, public_key: object, signature: import("./proofs.js").Proof}>}
 *   the share of the decryption key sealed to oneself, its public key, and the confirmation of what
 *   all trustees have seen
 * @throws {BoothError} `complaint-...` about the dealer of a wrong share, wrong coefficients or another
 *   threshold; or about whoever leads the ceremony, who exchanged the own polynomial
 */
export async function accept(ceremony, keys, hand, randomness) {
  const { group } = ceremony;
  const own = ceremony.numberOf(keys);
  const { signed, rows } = await ceremony.readCoefficients(hand.coefexps);
  if (hand.secrets.length !== rows.length) throw complaint("number");
  await checkPolynomial(keys, hand.polynomial, rows[own - 1]);
  let sum = 0n;
  for (const [at, row] of rows.entries()) {
    sum += await dealt({ ceremony, keys, sealed: hand.secrets[at], row, dealer: at + 1, at: own });
  }
  const exponent = group.scalar(sum);
  const message = canonical({ decryption_key: `${exponent}` });
  return {
    private_key: await seal({ sender: keys, addressee: keys.encryption, message, randomness }),
    public_key: await proveTrusteeKey({ group, exponent, randomness }),
    signature: (await keys.sign(ceremony.statement(signed), randomness)).signature,
  };
}

/**
 * @param {CeremonyKeys} keys @param {string} sealed what the trustee sealed to himself
 * @returns {Promise<bigint>} the share of the decryption key, a scalar
 * @throws {BoothError} `share-unreadable`
 */
export async function openPrivateKey(keys, sealed) {
  try {
    return await sealedNumber({ keys, sender: keys.verification, sealed, name: "decryption_key" });
  } catch (error) {
    if (UNREADABLE.includes(error.code)) throw new BoothError("share-unreadable");
    throw error;
  }
}
