/* The registrar's device makes a code for each voter. Codes and names stay here: they are saved as a
   file and printed as slips. Only the list of the codes' public halves is put into the form, ordered
   by number, so that it says nothing about who has which. */
import { makeCredential, publicCredential, secretExponent } from "./booth/credentials.js";
import { parsed, readSetup } from "./booth/archive.js";
import { BoothError } from "./booth/errors.js";
import { findGroup } from "./booth/groups.js";
import { secureRandomness } from "./booth/randomness.js";
import { ask, find, putFile, saveFile, sentence } from "./page.js";

const root = find("registrar");
const made = { slips: null };

const pause = () => new Promise((resume) => { setTimeout(resume, 0); });

/** @param {string} problem a code of a sentence, or nothing */
function trouble(problem) {
  const place = find("trouble", root);
  place.textContent = problem && (sentence(problem) || sentence("defect"));
  place.hidden = !problem;
}

/** The list of the codes' public halves, as it is sent and sealed. */
async function publicList({ uuid, group: name, voters }) {
  const group = findGroup(name);
  const bar = find("progress", root);
  [bar.value, bar.max] = [0, voters.length];
  const halves = [];
  for (const { credential } of voters) {
    halves.push(publicCredential(group, await secretExponent(group, uuid, credential)));
    bar.value = halves.length;
    await pause();
  }
  halves.sort((one, other) => (one < other ? -1 : 1));
  return JSON.stringify(halves.map(String));
}

async function make() {
  trouble("");
  find("make", root).hidden = true;
  find("making", root).hidden = false;
  try {
    const list = await (await fetch(root.dataset.roll)).json();
    const voters = list.voters.map((one) => ({ ...one, credential: makeCredential(secureRandomness) }));
    const halves = await publicList({ ...list, voters });
    made.slips = { uuid: list.uuid, roll: list.roll, voters };
    document.querySelector("#id_roll").value = list.roll;
    putFile(document.querySelector("#id_file"), `public-${list.uuid}.json`, halves);
    find("made", root).hidden = false;
    find("number", root).textContent = voters.length;
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

/** The codes of a file that was saved. @throws {BoothError} `other-file`, `no-codes-file` */
async function codesOf({ files: [file] }) {
  if (!file) throw new BoothError("no-codes-file");
  let held = null;
  try { held = JSON.parse(await file.text()); } catch { /* no file of codes */ }
  if (held?.uuid !== root.dataset.uuid || !held.voters?.length) throw new BoothError("other-file");
  return held;
}

/** Slips are printed again from the file that was saved. */
async function open({ target }) {
  try {
    made.slips = await codesOf(target);
    trouble("");
    printSlips();
  } catch (error) {
    trouble(error.code ?? "defect");
  }
  target.value = "";
}

/** Whether the sealed archive holds the codes of the saved file and no others; then it is said. */
async function compare() {
  trouble("");
  find("making", root).hidden = false;
  try {
    const codes = await codesOf(find("own", root));
    const archive = new Uint8Array(await (await ask(root.dataset.archive)).arrayBuffer());
    const { election: record, credentials } = await readSetup(archive);
    const election = parsed(record, "election");
    if (election.uuid !== codes.uuid) throw new BoothError("archive-unreadable");
    const list = await publicList({ ...codes, group: election.group });
    if (JSON.stringify(credentials) !== list) throw new BoothError("list-swapped");
    const form = find("send", root);
    putFile(form.elements.namedItem("file"), `public-${codes.uuid}.json`, list);
    form.requestSubmit();
  } catch (error) {
    trouble(error instanceof TypeError ? "lost" : error.code ?? "defect");
  }
  find("making", root).hidden = true;
}

const clicks = { make, save, print: printSlips, compare };
for (const [name, act] of Object.entries(clicks)) find(name, root)?.addEventListener("click", act);
find("open", root)?.addEventListener("change", open);
for (const one of root.querySelectorAll("[data-with-script]")) one.hidden = false;
addEventListener("beforeunload", (event) => { if (made.slips && find("kept", root)?.hidden) event.preventDefault(); });
