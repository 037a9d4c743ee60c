/* A trustee's device: it makes the key, shows that it is at hand, and opens the box with it. The
   file of the key is read here and never sent; what is sent is put into the page's form, which also
   takes what the command line made. */
import { Booth } from "./booth/client.js";
import { BoothError } from "./booth/errors.js";
import { findGroup } from "./booth/groups.js";
import { proveKnowledge } from "./booth/proofs.js";
import { secureRandomness } from "./booth/randomness.js";
import { readPrivateKey } from "./booth/trustee.js";
import { ask, find, putFile, sentence } from "./page.js";

const root = find("trustee");
const form = find("form");
const { task, group: groupName, message, fingerprint, archive } = root.dataset;

function trouble(problem, detail = "") {
  const place = find("trouble", root);
  place.textContent = problem && [sentence(problem) || sentence("defect"), detail].join(" ").trim();
  place.hidden = !problem;
  if (problem) place.scrollIntoView({ block: "center" });
}

/** The chosen file of the key, as JSON. @throws {BoothError} `no-key-file`, `key-unreadable` */
async function keyFile() {
  const [file] = find("key", root).files;
  if (!file) throw new BoothError("no-key-file");
  try {
    return JSON.parse(await file.text());
  } catch {
    throw new BoothError("key-unreadable");
  }
}

/** What opens the box, as the booth's modules read it. */
const privateKey = ({ secret }) => JSON.stringify(secret ?? "");

function send(content) {
  putFile(form.elements.namedItem("file"), `${task}.json`, content);
  form.requestSubmit();
}

async function check() {
  const group = findGroup(groupName);
  const exponent = readPrivateKey(group, privateKey(await keyFile()));
  const prefix = `sigmsg|${message}|`;
  send(JSON.stringify(await proveKnowledge({ group, prefix, exponent, randomness: secureRandomness })));
}

/* What this device decrypted before, so that it refuses another sum of the same election. */
const place = `shanyraq:decrypted:${fingerprint}`;
const before = () => JSON.parse(localStorage.getItem(place));

async function decrypt() {
  const key = privateKey(await keyFile());
  const bytes = new Uint8Array(await (await ask(archive)).arrayBuffer());
  const bar = find("progress", root);
  const booth = new Booth();
  try {
    const told = { privateKey: key, archive: bytes, before: before() };
    const made = await booth.ask("decrypt", told, (done, total) => { bar.max = total; bar.value = done; });
    if (made.decrypted.election !== fingerprint) throw new BoothError("election-altered");
    localStorage.setItem(place, JSON.stringify(made.decrypted));
    send(made.payload);
  } finally {
    booth.close();
  }
}

const tasks = { check, decrypt };

async function work({ currentTarget: button }) {
  trouble("");
  const doing = find("doing", root);
  button.hidden = true;
  if (doing) doing.hidden = false;
  try {
    await tasks[task]();
  } catch (error) {
    const code = error instanceof TypeError ? "lost" : error.code;
    trouble(code ?? "defect", error.code === "complaint" ? error.detail : "");
    button.hidden = false;
  }
  if (doing) doing.hidden = true;
}

find("do", root).addEventListener("click", work);
