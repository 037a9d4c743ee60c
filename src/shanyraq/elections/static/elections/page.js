/* Small things that every page of the secret ballot with a script needs. */

/** @param {string} name of a data attribute @param {ParentNode} [inside] @returns {HTMLElement | null} the first element that bears it */
export const find = (name, inside = document) => inside.querySelector(`[data-${name}]`);

/** @param {string} code @returns {string} the sentence of the page's own language that stands for it */
export const sentence = (code) => document.querySelector(`[data-code="${code}"]`)?.textContent ?? "";

/** Offers text as a file to be kept on this device; it goes nowhere else. @param {string} name @param {string} text @param {string} [type] */
export function saveFile(name, text, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Puts text into a form's file input, as if the reader had chosen a file of it. @param {HTMLInputElement} input @param {string} name @param {string} text */
export function putFile(input, name, text) {
  const held = new DataTransfer();
  held.items.add(new File([text], name, { type: "application/json" }));
  input.files = held.files;
}

/** @param {string} address @param {RequestInit} [more] @returns {Promise<Response>} an answer given without any cookie: nobody is named by it */
export const ask = (address, more = {}) =>
  fetch(address, { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer", ...more });
