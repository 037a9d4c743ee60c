/* The tally as a trustee reckons it: from the last ballot of each credential, and from nothing that
   somebody else says. */
import { parsed, readArchive } from "./archive.js";
import { BoothError } from "./errors.js";
import { canonical, hexHash, readNumber } from "./hashing.js";
import { readElection } from "./questions.js";

/** The last ballot of each credential of the election. */
function countedBallots({ uuid, fingerprint }, { ballots, credentials }) {
  const known = new Set(credentials);
  const last = new Map();
  for (const text of ballots) {
    const ballot = parsed(text, "ballot");
    const ours = ballot.election_uuid === uuid && ballot.election_hash === fingerprint;
    if (!ours || !known.has(ballot.credential)) throw new BoothError("archive-unreadable", "a stranger's ballot");
    last.set(ballot.credential, ballot);
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

/**
 * The tally of an archive, reckoned anew and equal to the recorded one.
 * @param {Uint8Array} bytes the `.bel` file
 * @param {{election: string, tally: string} | null} [before] what this trustee decrypted before:
 *   the election's fingerprint and the tally's hash, as they are answered here
 * @returns {Promise<{archive: import("./archive.js").Archive, election: import("./questions.js").Election, tally: {alpha: string, beta: string}[][], hash: string}>}
 * @throws {BoothError} `archive-unreadable`, `tally-altered`, `second-tally`, `ranked-tally`, and
 *   what reading an election raises
 */
export async function tallyOfArchive(bytes, before = null) {
  const archive = await readArchive(bytes);
  const election = await readElection(archive.election);
  if (election.questions.some(({ kind }) => kind === "ranked")) throw new BoothError("ranked-tally");
  const ballots = countedBallots(election, archive);
  const tally = election.questions.map((question, place) =>
    talliedQuestion(election.group, question, ballots.map(({ answers }) => answers?.[place])),
  );
  if (canonical(tally) !== archive.tally) throw new BoothError("tally-altered");
  const hash = await hexHash(archive.tally);
  if (before?.election === election.fingerprint && before.tally !== hash) throw new BoothError("second-tally");
  return { archive, election, tally, hash };
}
