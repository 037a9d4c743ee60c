/* The registrar's device makes a code for each voter. Codes and names stay here: they are saved as a
   file and printed as slips. Only the list of the codes' public halves is put into the form, ordered
   by number, so that it says nothing about who has which. */
import { makeCredential, publicCredential, secretExponent } from "./booth/credentials.js";
import { findGroup } from "./booth/groups.js";
import { secureRandomness } from "./booth/randomness.js";
import { find, putFile, saveFile, sentence } from "./page.js";

const root = find("registrar");
const made = { slips: null };

const pause = () => new Promise((resume) => { setTimeout(resume, 0); });

/** @param {string} problem a code of a sentence, or nothing */
function trouble(problem) {
  const place = find("trouble", root);
  place.textContent = problem && (sentence(problem) || sentence("defect"));
  place.hidden = !problem;
}

/** A code for each voter of the list, and the public halves of all. */
async function makeCodes({ uuid, group: name, voters }) {
  const group = findGroup(name);
  const bar = find("progress", root);
  bar.max = voters.length;
  const slips = [];
  const halves = [];
  for (const voter of voters) {
    const credential = makeCredential(secureRandomness);
    halves.push(publicCredential(group, await secretExponent(group, uuid, credential)));
    slips.push({ ...voter, credential });
    bar.value = slips.length;
    await pause();
  }
  halves.sort((one, other) => (one < other ? -1 : 1));
  return { slips, halves: halves.map(String) };
}

async function make() {
  trouble("");
  find("make", root).hidden = true;
  find("making", root).hidden = false;
  try {
    const list = await (await fetch(root.dataset.roll)).json();
    const { slips, halves } = await makeCodes(list);
    made.slips = { uuid: list.uuid, voters: slips };
    putFile(document.querySelector("#id_file"), `public-${list.uuid}.json`, JSON.stringify(halves));
    find("made", root).hidden = false;
    find("number", root).textContent = slips.length;
  } catch (error) {
    find("make", root).hidden = false;
    trouble(error.code ?? "lost");
  }
  find("making", root).hidden = true;
}

/** The codes are lost with the page, so nothing is sent before they are kept. */
function save() {
  saveFile(`codes-${made.slips.uuid}.json`, JSON.stringify(made.slips));
  find("kept", root).hidden = false;
  find("send").hidden = false;
}

function slipOf({ name, number, credential }) {
  const slip = find("slip-pattern").content.cloneNode(true);
  const words = { name, number, credential, address: `${root.dataset.booth}#${credential}` };
  for (const [field, text] of Object.entries(words)) find(`slip-${field}`, slip).textContent = text;
  return slip;
}

function printSlips() {
  find("slips").replaceChildren(...made.slips.voters.map(slipOf));
  document.body.classList.add("printing-slips");
  print();
  document.body.classList.remove("printing-slips");
}

/** Slips are printed again from the file that was saved. */
async function open({ target }) {
  try {
    const held = JSON.parse(await target.files[0].text());
    if (held.uuid !== root.dataset.uuid || !held.voters?.length) throw new Error("other");
    made.slips = held;
    trouble("");
    printSlips();
  } catch {
    trouble("other-file");
  }
  target.value = "";
}

const clicks = { make, save, print: printSlips };
for (const [name, act] of Object.entries(clicks)) find(name, root)?.addEventListener("click", act);
find("open", root)?.addEventListener("change", open);
for (const one of root.querySelectorAll("[data-with-script]")) one.hidden = false;
addEventListener("beforeunload", (event) => { if (made.slips && find("kept", root)?.hidden) event.preventDefault(); });
