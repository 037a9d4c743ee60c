/* Raising to a power modulo a prime: once, or many times with the same base.

   BigInt takes a time that depends on the numbers. Nobody but the voter's own device can measure
   it, and that device knows the vote anyway. */

/** Bits of the exponent taken at once by `power`. */
const WINDOW = 4;

/**
 * A base raised to an exponent, by windows of four bits.
 * @param {bigint} base @param {bigint} exponent not negative @param {bigint} modulus
 * @returns {bigint}
 */
export function power(base, exponent, modulus) {
  const small = [1n];
  for (let i = 1; i < 1 << WINDOW; i += 1) small.push((small[i - 1] * base) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(1 << WINDOW)) {
    for (let i = 0; i < WINDOW; i += 1) result = (result * result) % modulus;
    const factor = small[Number.parseInt(digit, 1 << WINDOW)];
    if (factor !== 1n) result = (result * factor) % modulus;
  }
  return result;
}

/**
 * Teeth of the comb and tables of it. Measured in Chromium with both groups by
 * `benchmarks/booth.py --widths`: more teeth cost more for the table than they spare in a ballot.
 */
export const WIDTHS = { teeth: 8, tables: 4 };

/**
 * A base with a comb of its powers. The exponent's bits are laid out in as many rows as the comb
 * has teeth; a column is looked up at once, and each table serves its own share of the columns, so
 * that only one share's length of squarings is left.
 */
export class FixedBase {
  #tables = [];
  #modulus;
  #teeth;
  #columns;
  #share;

  /**
   * @param {bigint} base @param {bigint} modulus @param {number} bits of the longest exponent
   * @param {{teeth: number, tables: number}} [widths]
   */
  constructor(base, modulus, bits, widths = WIDTHS) {
    this.base = base;
    this.#modulus = modulus;
    this.#teeth = widths.teeth;
    this.#columns = Math.ceil(bits / widths.teeth);
    this.#share = Math.ceil(this.#columns / widths.tables);
    let rows = this.#rowsOf(base);
    for (let table = 0; table < widths.tables; table += 1) {
      this.#tables.push(this.#productsOf(rows));
      if (table + 1 < widths.tables) rows = rows.map((row) => this.#squared(row, this.#share));
    }
  }

  /**
   * @param {bigint} exponent not negative, of no more bits than the table was made for
   * @returns {bigint} the base raised to it
   */
  power(exponent) {
    const bits = exponent.toString(2).padStart(this.#columns * this.#teeth, "0");
    if (bits.length > this.#columns * this.#teeth) throw new RangeError("the exponent is too long");
    let result = 1n;
    for (let step = this.#share - 1; step >= 0; step -= 1) {
      result = (result * result) % this.#modulus;
      for (const [table, products] of this.#tables.entries()) {
        const chosen = this.#column(bits, table * this.#share + step);
        if (chosen) result = (result * products[chosen]) % this.#modulus;
      }
    }
    return result;
  }

  #squared(number, times) {
    let result = number;
    for (let i = 0; i < times; i += 1) result = (result * result) % this.#modulus;
    return result;
  }

  #rowsOf(base) {
    const rows = [base];
    while (rows.length < this.#teeth) rows.push(this.#squared(rows.at(-1), this.#columns));
    return rows;
  }

  #productsOf(rows) {
    const products = [1n];
    for (const row of rows) {
      for (const product of [...products]) products.push((product * row) % this.#modulus);
    }
    return products;
  }

  #column(bits, place) {
    if (place >= this.#columns) return 0;
    let chosen = 0;
    for (let row = 0; row < this.#teeth; row += 1) {
      if (bits.charAt(bits.length - 1 - row * this.#columns - place) === "1") chosen |= 1 << row;
    }
    return chosen;
  }
}

/** Bits of an exponent that a chain takes at once. */
const CHAIN_WIDTH = 4;

/**
 * A base that is raised to a few exponents, which share its squarings: every digit of an exponent
 * throws one of the shared powers into the bucket of its value, and the buckets are weighed by two
 * running products (Yao's method).
 */
export class PowerChain {
  #links;
  #modulus;

  /** @param {bigint} base @param {bigint} modulus @param {number} bits of the longest exponent */
  constructor(base, modulus, bits) {
    this.base = base;
    this.#modulus = modulus;
    this.#links = [base];
    while (this.#links.length * CHAIN_WIDTH < bits) {
      let link = this.#links.at(-1);
      for (let i = 0; i < CHAIN_WIDTH; i += 1) link = (link * link) % modulus;
      this.#links.push(link);
    }
  }

  /**
   * @param {bigint} exponent not negative, of no more bits than the chain was made for
   * @returns {bigint} the base raised to it
   */
  power(exponent) {
    const digits = exponent.toString(1 << CHAIN_WIDTH);
    if (digits.length > this.#links.length) throw new RangeError("the exponent is too long");
    const buckets = Array.from({ length: 1 << CHAIN_WIDTH }, () => null);
    for (let place = 0; place < digits.length; place += 1) {
      const digit = Number.parseInt(digits[digits.length - 1 - place], 1 << CHAIN_WIDTH);
      if (digit > 0) buckets[digit] = this.#product(buckets[digit], this.#links[place]);
    }
    return this.#weighed(buckets) % this.#modulus;
  }

  /** The product of all buckets, each to the power of its digit. */
  #weighed(buckets) {
    let [running, result] = [null, null];
    for (let digit = buckets.length - 1; digit > 0; digit -= 1) {
      if (buckets[digit] !== null) running = this.#product(running, buckets[digit]);
      if (running !== null) result = this.#product(result, running);
    }
    return result ?? 1n;
  }

  /** Nothing yet is as good as one, and spares the multiplication. */
  #product(one, other) {
    return one === null ? other : (one * other) % this.#modulus;
  }
}
