/* The election's record as the booth needs it, and whether marks fit a question. */
import { BoothError } from "./errors.js";
import { findGroup } from "./groups.js";
import { base64Hash, readElement } from "./hashing.js";

/**
 * @typedef {object} Question
 * @property {"homomorphic" | "ranked"} kind marks that are added up unopened, or ranks and grades
 *   that are shuffled and then opened
 * @property {number} answers how many may be marked
 * @property {boolean} blank whether a blank vote is offered; it is then the first of the values
 * @property {number} minimum marks of a vote that is not blank
 * @property {number} maximum marks
 */

/**
 * @typedef {object} Election
 * @property {string} uuid
 * @property {string} fingerprint of the record's bytes, in Base64
 * @property {import("./groups.js").Group} group
 * @property {bigint} publicKey to which ballots are encrypted
 * @property {import("./powers.js").FixedBase} key its table
 * @property {Question[]} questions
 */

const LARGEST_RANK = 255;
const MOST_RANKS = 254;

const isCount = (value) => Number.isInteger(value) && value >= 0;
const require = (held, what) => {
  if (!held) throw new BoothError("election-unreadable", what);
};

/** @returns {Question} */
function homomorphicQuestion({ answers, blank = false, min, max }) {
  require(Array.isArray(answers) && answers.length > 0, "answers");
  require(typeof blank === "boolean", "blank");
  require(isCount(min) && isCount(max) && min <= max && max <= answers.length, "min, max");
  return { kind: "homomorphic", answers: answers.length, blank, minimum: min, maximum: max };
}

/** @returns {Question} */
function rankedQuestion(group, { answers }) {
  require(group.embedding !== null, "a ranked question in a group that cannot hold it");
  require(Array.isArray(answers) && answers.length > 0 && answers.length <= MOST_RANKS, "answers");
  const count = answers.length;
  return { kind: "ranked", answers: count, blank: false, minimum: count, maximum: count };
}

function readQuestion(group, record) {
  if (record?.type === undefined) return homomorphicQuestion(record ?? {});
  require(record.type === "NonHomomorphic" && record.value, "kind of question");
  return rankedQuestion(group, record.value);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new BoothError("election-unreadable", "JSON");
  }
}

/**
 * An election's record, with the tables of its key and of the generator: the slow part, to be done
 * while the voter reads.
 * @param {string} text the record, byte for byte as published
 * @param {string} [expected] the fingerprint the voter was told, if any
 * @returns {Promise<Election>}
 * @throws {BoothError} `election-altered`, `election-unreadable`, `unknown-group`,
 *   `number-malformed`, `not-in-group`, `insecure-context`
 */
export async function readElection(text, expected = null) {
  const fingerprint = await base64Hash(text);
  if (expected !== null && expected !== fingerprint) throw new BoothError("election-altered");
  const record = parsed(text);
  require(record?.version === 1, "version");
  require(typeof record.uuid === "string" && /^[1-9A-HJ-NP-Za-km-z]{14,}$/.test(record.uuid), "uuid");
  require(Array.isArray(record.questions) && record.questions.length > 0, "questions");
  const group = findGroup(record.group);
  const publicKey = readElement(group, record.public_key);
  require(publicKey !== 1n, "public_key");
  group.generate(1n); // makes the generator's table
  return {
    uuid: record.uuid,
    fingerprint,
    group,
    publicKey,
    key: group.fixedBase(publicKey),
    questions: record.questions.map((question) => readQuestion(group, question)),
  };
}

function checkRanks(values) {
  const fit = values.every((value) => isCount(value) && value <= LARGEST_RANK);
  if (!fit) throw new BoothError("answer-shape");
}

function checkMarks(question, values) {
  if (!values.every((value) => value === 0 || value === 1)) throw new BoothError("answer-shape");
  const marks = question.blank ? values.slice(1) : values;
  const sum = marks.reduce((total, mark) => total + mark, 0);
  if (question.blank && values[0] === 1) {
    if (sum > 0) throw new BoothError("answer-blank-and-marks");
  } else if (sum < question.minimum) {
    throw new BoothError("answer-too-few");
  } else if (sum > question.maximum) {
    throw new BoothError("answer-too-many");
  }
}

/**
 * Whether values answer a question: for marks, 0 or 1 an answer, the blank vote's first where one
 * is offered; for ranks and grades, 0 to 255 an answer.
 * @param {Question} question @param {number[]} values
 * @throws {BoothError} `answer-shape`, `answer-too-few`, `answer-too-many`, `answer-blank-and-marks`
 */
export function checkValues(question, values) {
  const length = question.answers + (question.blank ? 1 : 0);
  if (!Array.isArray(values) || values.length !== length) throw new BoothError("answer-shape");
  if (question.kind === "ranked") checkRanks(values);
  else checkMarks(question, values);
}
