/* The public archive of an election, read by a trustee before anything is decrypted: every record
   has the hash it is named by, events follow one another, and nothing is cast once casting ended.
   What the records say is checked apart: the trustees' by `trustees.js`, each ballot
   by `checking.js`, the tally by `tally.js`. */
import { BoothError } from "./errors.js";
import { hexHash } from "./hashing.js";

const BLOCK = 512;
const SIZE_FIELD = [124, 135];
const NAME = /^([0-9a-f]{64})\.(data|event)\.json$/;

/** What may come after what: the archive of an election without shuffles that is to be decrypted. */
const NEXT = {
  "": ["Setup"],
  Setup: ["Ballot", "EndBallots"],
  Ballot: ["Ballot", "EndBallots"],
  EndBallots: ["EncryptedTally"],
  EncryptedTally: ["PartialDecryption"],
  PartialDecryption: ["PartialDecryption"],
};

/**
 * @typedef {object} Archive
 * @property {string} fingerprint the hash of the last event, which stands for the whole archive
 * @property {string} election the record
 * @property {object[]} trustees
 * @property {string[]} credentials the public ones
 * @property {string[]} ballots records, as they were cast
 * @property {string} tally the recorded one
 */

const require = (held, what) => {
  if (!held) throw new BoothError("archive-unreadable", what);
};

/** @param {string} text @param {string} what it is @returns {object} from its JSON @throws {BoothError} `archive-unreadable` */
export function parsed(text, what) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw new BoothError("archive-unreadable", what);
  }
}

function textOf(bytes, what) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BoothError("archive-unreadable", what);
  }
}

/** The text of a field that ends with a zero byte. */
function field(block, start, end) {
  const bytes = block.subarray(start, end);
  const zero = bytes.indexOf(0);
  return new TextDecoder().decode(zero < 0 ? bytes : bytes.subarray(0, zero));
}

/** Every record's name and bytes, in the order of the file. */
function* recordsOf(bytes) {
  let place = 0;
  while (place < bytes.length) {
    const header = bytes.subarray(place, place + BLOCK);
    const size = field(header, ...SIZE_FIELD);
    require(header.length === BLOCK && /^[0-7]{11}$/.test(size), `header at ${place}`);
    const start = place + BLOCK;
    const end = start + Number.parseInt(size, 8);
    place = start + Math.ceil((end - start) / BLOCK) * BLOCK;
    require(place <= bytes.length, `record at ${start}`);
    yield { name: field(header, 0, 100), body: bytes.subarray(start, end) };
  }
}

/** Reads records one by one and keeps what events name. */
class Reading {
  #data = new Map();
  last = null;
  #height = 0;
  #type = "";
  ballots = [];

  async take({ name, body }) {
    const [, hash, kind] = NAME.exec(name) ?? [];
    require(hash && (await hexHash(body)) === hash, name);
    const text = textOf(body, name);
    if (kind === "data") this.#data.set(hash, text);
    else this.#follow(hash, parsed(text, name));
  }

  /** The text of a record that was named by its hash and came before. */
  named(hash) {
    require(this.#data.has(hash), `no record ${hash}`);
    return this.#data.get(hash);
  }

  get isCounted() {
    return ["EncryptedTally", "PartialDecryption"].includes(this.#type);
  }

  #follow(hash, { parent = null, height, type, payload = null }) {
    require(parent === this.last && height === this.#height, `event ${height}`);
    require(NEXT[this.#type].includes(type), `${type} after ${this.#type}`);
    [this.last, this.#height, this.#type] = [hash, height + 1, type];
    if (type === "Setup") this.setup = parsed(this.named(payload), type);
    if (type === "Ballot") this.ballots.push(this.named(payload));
    if (type === "EncryptedTally") this.sized = parsed(this.named(payload), type);
  }
}

async function readingOf(bytes) {
  const records = recordsOf(bytes);
  require(records.next().value?.name === "BELENIOS", "first record");
  const reading = new Reading();
  for (const record of records) await reading.take(record);
  return reading;
}

/** What was sealed, the election as text, for its bytes are hashed. */
function sealedRecords(reading) {
  require(reading.setup, "nothing sealed");
  const named = (what) => reading.named(reading.setup[what]);
  const [trustees, credentials] = ["trustees", "credentials"].map((what) => parsed(named(what), what));
  require(Array.isArray(trustees) && Array.isArray(credentials), "trustees, credentials");
  return { fingerprint: reading.last, election: named("election"), trustees, credentials };
}

/**
 * What was sealed: it can be read as soon as the archive begins.
 * @param {Uint8Array} bytes the `.bel` file
 * @returns {Promise<{fingerprint: string, election: string, trustees: object[], credentials: string[]}>}
 *   the fingerprint is the hash of the last event so far
 * @throws {BoothError} `archive-unreadable`: it is none, or was changed
 */
export async function readSetup(bytes) {
  return sealedRecords(await readingOf(bytes));
}

/**
 * @param {Uint8Array} bytes the `.bel` file
 * @returns {Promise<Archive>}
 * @throws {BoothError} `archive-unreadable`: it is none, was changed, or is not ready to be decrypted
 */
export async function readArchive(bytes) {
  const reading = await readingOf(bytes);
  require(reading.isCounted, "no tally yet");
  require(new Set(reading.ballots).size === reading.ballots.length, "a ballot cast twice");
  const tally = reading.named(reading.sized.encrypted_tally);
  return { ...sealedRecords(reading), ballots: reading.ballots, tally };
}
