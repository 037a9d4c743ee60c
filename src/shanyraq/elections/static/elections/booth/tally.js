/* The tally as a trustee reckons it: from the last ballot of each credential, each checked, and from
   nothing that somebody else says. Ballots that nobody cast, counted beside a single one that
   somebody did, would make a sum that tells how this one voted. */
import { parsed, readArchive } from "./archive.js";
import { findFault } from "./checking.js";
import { BoothError } from "./errors.js";
import { canonical, hexHash, readNumber } from "./hashing.js";
import { readElection } from "./questions.js";
import { checkTrustees } from "./trustees.js";

/** The last ballot of each credential of the election, as records by credential. */
function countedBallots({ uuid, fingerprint }, { ballots, credentials }) {
  const known = new Set(credentials);
  if (known.size !== credentials.length) throw new BoothError("archive-unreadable", "a credential twice");
  const last = new Map();
  for (const text of ballots) {
    const ballot = parsed(text, "ballot");
    const ours = ballot.election_uuid === uuid && ballot.election_hash === fingerprint;
    if (!ours || !known.has(ballot.credential)) throw new BoothError("archive-unreadable", "a stranger's ballot");
    last.set(ballot.credential, text);
  }
  return [...last.values()];
}

/** The product of one part (`alpha` or `beta`) of one choice over all ballots. */
function productOf(group, choices, part) {
  return choices.reduce((all, choice) => group.multiply(all, readNumber(choice?.[part], group.p)), 1n);
}

function talliedQuestion(group, question, answers) {
  const length = question.answers + (question.blank ? 1 : 0);
  if (!answers.every((answer) => answer?.choices?.length === length)) {
    throw new BoothError("archive-unreadable", "an answer to another question");
  }
  return Array.from({ length }, (_, choice) => {
    const choices = answers.map((answer) => answer.choices[choice]);
    return { alpha: `${productOf(group, choices, "alpha")}`, beta: `${productOf(group, choices, "beta")}` };
  });
}

/** @returns {{alpha: string, beta: string}[][]} what the ballots add up to @throws {BoothError} `tally-altered` */
function reckoned({ group, questions }, ballots, recorded) {
  const answers = ballots.map((text) => parsed(text, "ballot").answers);
  const tally = questions.map((question, place) => talliedQuestion(group, question, answers.map((all) => all?.[place])));
  if (canonical(tally) !== recorded) throw new BoothError("tally-altered");
  return tally;
}

/** Every ballot one after the other: some sixty milliseconds each, with nine choices. */
async function checkBallots(election, ballots, progress) {
  for (const [place, ballot] of ballots.entries()) {
    const fault = await findFault(election, ballot);
    if (fault) throw new BoothError("ballot-invalid", fault);
    await progress(place + 1, ballots.length);
  }
}

/** An election that this page can open, and the one that is expected. */
async function readOpenable(record, expected) {
  const election = await readElection(record, expected);
  if (election.questions.some(({ kind }) => kind === "ranked")) throw new BoothError("ranked-tally");
  return election;
}

/**
 * The tally of an archive, reckoned anew from ballots that hold and equal to the recorded one.
 * @param {object} told
 * @param {Uint8Array} told.archive the `.bel` file
 * @param {string} [told.fingerprint] of the election that is to be opened
 * @param {number} [told.least] fewer voters than this are refused: their sum tells too much. Where
 *   nobody voted there is nothing to tell.
 * @param {{election: string, tally: string} | null} [told.before] what this trustee decrypted before:
 *   the election's fingerprint and the tally's hash, as they are answered here
 * @param {(done: number, total: number) => Promise<void> | void} progress after each ballot
 * @returns {Promise<{archive: import("./archive.js").Archive, election: import("./questions.js").Election, tally: {alpha: string, beta: string}[][], hash: string, counted: number}>}
 *   `counted` are the voters whose ballots add up to the tally
 * @throws {BoothError} `archive-unreadable`, `trustees-altered`, `ballot-invalid`, `tally-altered`,
 *   `second-tally`, `too-few-ballots`, `ranked-tally`, and what reading an election raises
 */
export async function countArchive({ archive: bytes, fingerprint = null, least = 0, before = null }, progress = () => {}) {
  const archive = await readArchive(bytes);
  const election = await readOpenable(archive.election, fingerprint);
  await checkTrustees(election, archive.trustees);
  const ballots = countedBallots(election, archive);
  const tally = reckoned(election, ballots, archive.tally);
  const hash = await hexHash(archive.tally);
  if (before?.election === election.fingerprint && before.tally !== hash) throw new BoothError("second-tally");
  const counted = ballots.length;
  if (counted > 0 && counted < least) throw new BoothError("too-few-ballots", `${counted}`);
  await checkBallots(election, ballots, progress);
  return { archive, election, tally, hash, counted };
}
