/* Proofs that a number is known, that a ciphertext holds one of the values it may, that two
   logarithms are equal. The prover always knows the randomness of the ciphertexts, so everything
   is raised from the two bases that have tables; who checks raises the ciphertexts too. */
import { hashToScalar } from "./hashing.js";

/** @typedef {{challenge: string, response: string}} Proof two scalars in decimal */

/** @param {bigint} challenge @param {bigint} response @returns {Proof} */
function written(challenge, response) {
  return { challenge: challenge.toString(), response: response.toString() };
}

/**
 * A proof that the prover knows the exponent of a public number; a signature if the prefix holds
 * what is signed.
 * @param {{group: import("./groups.js").Group, prefix: string, exponent: bigint, randomness: import("./randomness.js").Randomness}} told
 * @returns {Promise<Proof>}
 */
export async function proveKnowledge({ group, prefix, exponent, randomness }) {
  const nonce = randomness(group.q);
  const challenge = await hashToScalar(group, prefix, [group.generate(nonce)]);
  return written(challenge, group.scalar(nonce - exponent * challenge));
}

/**
 * @param {{group: import("./groups.js").Group, prefix: string, element: bigint, proof: Proof}} told the scalars still as text, already found in range
 * @returns {Promise<boolean>} whether somebody who knew the element's exponent made it
 */
export async function checkKnowledge({ group, prefix, element, proof }) {
  const [challenge, response] = [BigInt(proof.challenge), BigInt(proof.response)];
  const nonce = group.multiply(group.generate(response), group.power(element, challenge));
  return (await hashToScalar(group, prefix, [nonce])) === challenge;
}

/**
 * @typedef {object} Branch one thing that may be true: a ciphertext holds a certain value
 * @property {bigint} randomness of the ciphertext
 * @property {bigint} difference what the ciphertext holds less that value; zero where it is true
 */

/**
 * A branch that may be false. Its challenge is chosen first and its commitments are made to fit:
 * with the exponents known, g^response alpha^challenge is one power of g.
 */
function simulated({ group, key, branch, randomness }) {
  const [challenge, total] = [randomness(group.q), randomness(group.q)];
  const shift = group.generate(group.scalar(branch.difference * challenge));
  return {
    commitments: [group.generate(total), group.multiply(key.power(total), shift)],
    challenge,
    response: group.scalar(total - branch.randomness * challenge),
  };
}

/**
 * A proof that at least one branch is true and that does not say which.
 * @param {{group: import("./groups.js").Group, key: import("./powers.js").FixedBase, prefix: string, branches: Branch[], randomness: import("./randomness.js").Randomness}} told
 * @returns {Promise<Proof[]>} one a branch
 */
export async function proveOneOf({ group, key, prefix, branches, randomness }) {
  const truth = branches.findIndex((branch) => branch.difference === 0n);
  if (truth < 0) throw new RangeError("no branch is true");
  const nonce = randomness(group.q);
  const parts = branches.map((branch, place) =>
    place === truth
      ? { commitments: [group.generate(nonce), key.power(nonce)], challenge: 0n, response: 0n }
      : simulated({ group, key, branch, randomness }),
  );
  const all = await hashToScalar(group, prefix, parts.flatMap((part) => part.commitments));
  const others = parts.reduce((sum, part) => sum + part.challenge, 0n);
  const challenge = group.scalar(all - others);
  parts[truth].challenge = challenge;
  parts[truth].response = group.scalar(nonce - branches[truth].randomness * challenge);
  return parts.map((part) => written(part.challenge, part.response));
}

/** @typedef {{alpha: import("./powers.js").PowerChain, beta: import("./powers.js").PowerChain, value: bigint}} Claim that a ciphertext holds a value */

/** What a challenge and a response commit to: g^response alpha^challenge and y^response (beta g^-value)^challenge. */
function commitmentsOf({ group, key, claim: { alpha, beta, value }, proof }) {
  const [challenge, response] = [BigInt(proof.challenge), BigInt(proof.response)];
  const first = group.multiply(group.generate(response), alpha.power(challenge));
  const second = group.multiply(key.power(response), beta.power(challenge));
  if (value === 0n) return [first, second];
  return [first, group.multiply(second, group.generate(group.scalar(-value * challenge)))];
}

/**
 * @param {{group: import("./groups.js").Group, key: import("./powers.js").FixedBase, prefix: string, claims: Claim[], proofs: Proof[]}} told
 *   ciphertexts already found to be members, scalars in range
 * @returns {Promise<boolean>} whether the proofs, one a claim, show that at least one claim is true
 */
export async function checkOneOf({ group, key, prefix, claims, proofs }) {
  if (claims.length !== proofs.length) return false;
  const commitments = claims.flatMap((claim, place) => commitmentsOf({ group, key, claim, proof: proofs[place] }));
  const sum = proofs.reduce((all, proof) => all + BigInt(proof.challenge), 0n);
  return (await hashToScalar(group, prefix, commitments)) === group.scalar(sum);
}

/**
 * A proof that an element was raised to the exponent behind a public key.
 * @param {{group: import("./groups.js").Group, prefix: string, base: import("./powers.js").FixedBase, exponent: bigint, randomness: import("./randomness.js").Randomness}} told
 * @returns {Promise<Proof>}
 */
export async function proveEqualLogarithms({ group, prefix, base, exponent, randomness }) {
  const nonce = randomness(group.q);
  const commitments = [group.generate(nonce), base.power(nonce)];
  const challenge = await hashToScalar(group, prefix, commitments);
  return written(challenge, group.scalar(nonce - exponent * challenge));
}
