/* One ballot of an archive as whoever opens the box checks it: written the one way the format allows,
   for this election, signed by its credential, every mark and their sum proved. What is counted
   without these checks might be a sum with one voter's ballot in it and nothing else. */
import { base64Hash, canonical, readNumber } from "./hashing.js";
import { checkAnswer, readMarks } from "./homomorphic.js";
import { checkKnowledge } from "./proofs.js";

/** The ballot with the fields that it must have alone, in their order. */
function readBallot(election, { election_uuid, election_hash, credential, answers, signature }) {
  const { group, questions } = election;
  readNumber(credential, group.p);
  if (answers?.length !== questions.length) throw new RangeError("answers");
  const { challenge, response } = signature.proof;
  for (const scalar of [challenge, response]) readNumber(scalar, group.q);
  const unsigned = {
    election_uuid,
    election_hash,
    credential,
    answers: questions.map((question, place) => readMarks(election, question, answers[place])),
  };
  return { unsigned, signature: { hash: signature.hash, proof: { challenge, response } } };
}

function readOrNothing(election, text) {
  try {
    const ballot = readBallot(election, JSON.parse(text));
    return canonical({ ...ballot.unsigned, signature: ballot.signature }) === text ? ballot : null;
  } catch {
    return null;
  }
}

/** Everybody knows the secret of the unit, so that it signs for nobody. */
async function isSigned(group, credential, { hash, proof }) {
  const element = BigInt(credential);
  const prefix = `sig|${hash}|`;
  return element !== 1n && group.isMember(element) && checkKnowledge({ group, prefix, element, proof });
}

/**
 * @param {import("./questions.js").Election} election without ranked questions
 * @param {string} text the ballot's record
 * @returns {Promise<string>} what breaks a rule, or nothing
 */
export async function findFault(election, text) {
  const { group, uuid, fingerprint, questions } = election;
  const ballot = readOrNothing(election, text);
  if (ballot === null) return "form";
  const { unsigned, signature } = ballot;
  if (unsigned.election_uuid !== uuid || unsigned.election_hash !== fingerprint) return "election";
  if (signature.hash !== (await base64Hash(canonical(unsigned)))) return "signature.hash";
  if (!(await isSigned(group, unsigned.credential, signature))) return "signature.proof";
  const statement = `${fingerprint}|${unsigned.credential}`;
  for (const [place, question] of questions.entries()) {
    const fault = await checkAnswer({ election, question, statement, answer: unsigned.answers[place] });
    if (fault) return `answers[${place}].${fault}`;
  }
  return "";
}
