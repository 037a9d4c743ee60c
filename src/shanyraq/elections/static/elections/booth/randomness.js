/* Numbers nobody can foresee, from the browser's own source.

   Everything that needs one takes `randomness`, a function of the bound, so that a test can give
   numbers of its own choice. */

/** @typedef {(bound: bigint) => bigint} Randomness a uniform number from 0 to bound less one */

/**
 * Bits are drawn until they make a number below the bound: reducing a larger one would favour the
 * small numbers.
 * @type {Randomness}
 */
export function secureRandomness(bound) {
  const bits = (bound - 1n).toString(2).length;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  for (;;) {
    crypto.getRandomValues(bytes);
    bytes[0] &= 0xff >> (8 * bytes.length - bits);
    const number = BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
    if (number < bound) return number;
  }
}
