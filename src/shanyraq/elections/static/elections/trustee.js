/* A trustee's device: it makes the key, shows that it is at hand, and opens the box with it. The
   file of the key is read here and never sent; what is sent is put into the page's form, which also
   takes what the command line made. */
import { Booth } from "./booth/client.js";
import { BoothError } from "./booth/errors.js";
import { ask, find, putFile, saveFile, sentence } from "./page.js";

const root = find("trustee");
const form = find("form");
const { task, group, message, fingerprint, uuid, number } = root.dataset;
const booth = new Booth();

/** Says what is wrong; a complaint names the holder of the key whom it is about. */
function trouble(problem, against = "") {
  const place = find("trouble", root);
  const code = problem.startsWith("complaint-") ? "complaint" : problem;
  const name = code === "complaint" ? find(`holder="${against}"`)?.textContent ?? "" : "";
  place.textContent = problem && `${sentence(code) || sentence("defect")} ${name}`.trim();
  place.hidden = !problem;
  if (problem) place.scrollIntoView({ block: "center" });
}

/** The text of the chosen file of the key. @throws {BoothError} `no-key-file` */
async function keyFile() {
  const [file] = find("key", root).files;
  if (!file) throw new BoothError("no-key-file");
  return file.text();
}

function progress(done, total) {
  const bar = find("progress", root);
  bar.max = total;
  bar.value = done;
}

/** Text that the server gives for the step; nothing in it is secret. */
async function told(address) {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new BoothError("lost");
  return answer.text();
}

function send(content) {
  putFile(form.elements.namedItem("file"), `${task}.json`, content);
  form.requestSubmit();
}

/** The key is saved first; what is sent waits until its holder has seen that the file is there. */
async function certificate() {
  const made = await booth.ask("ceremony-certificate", { input: await told(root.dataset.told) });
  saveFile(`key-${uuid}-${number}.txt`, made.key, "text/plain");
  find("kept", root).hidden = false;
  find("send", root).addEventListener("click", () => send(made.message), { once: true });
}

/** What all holders read to one another stands on the page; what is sent waits for their yes. */
function agreed(shown, act) {
  find("shown-fingerprint", root).textContent = shown;
  find("shown", root).hidden = false;
  find("shown", root).focus();
  find("agreed", root).onclick = ({ currentTarget }) => working(currentTarget, act);
}

async function round() {
  const key = await keyFile();
  const input = await told(root.dataset.told);
  const made = await booth.ask(`ceremony-${task}`, { group, input, key });
  if (task === "share") agreed(made.fingerprint, () => send(made.message));
  else send(made.message);
}

const files = async () => ({ key: await keyFile(), share: await told(root.dataset.share) });

const archiveBytes = async () => new Uint8Array(await (await ask(root.dataset.archive)).arrayBuffer());

/** Signs only for a sealed box that has the own key and certificate. */
async function check() {
  const held = await files();
  const sealed = await booth.ask("seal-check", { archive: await archiveBytes(), fingerprint, ...held });
  agreed(sealed.fingerprint, async () => send((await booth.ask("sign-check", { group, message, ...held })).signature));
}

/* What this device decrypted before, so that it refuses another sum of the same election. */
const place = `shanyraq:decrypted:${fingerprint}`;
const before = () => JSON.parse(localStorage.getItem(place));

/** Counts first: what is opened is opened by somebody who has seen how many ballots it holds. */
async function decrypt() {
  const held = await files();
  const archive = await archiveBytes();
  const told = { archive, fingerprint, least: Number(root.dataset.least), before: before() };
  const counted = await booth.ask("count", told, progress);
  find("counted-number", root).textContent = counted.counted;
  find("counted-head", root).textContent = counted.archive;
  find("counted", root).hidden = false;
  find("counted", root).focus();
  find("open", root).onclick = ({ currentTarget }) => working(currentTarget, () => open(held, counted.decrypted));
}

async function open(held, decrypted) {
  const { payload } = await booth.ask("decrypt", held, progress);
  localStorage.setItem(place, JSON.stringify(decrypted));
  send(payload);
}

const tasks = { certificate, polynomial: round, share: round, check, decrypt };

/** One piece of work at a time; its button comes back when it failed. */
async function working(button, act) {
  trouble("");
  const doing = find("doing", root);
  button.hidden = true;
  if (doing) doing.hidden = false;
  try {
    await act();
  } catch (error) {
    trouble(error instanceof TypeError ? "lost" : error.code ?? "defect", error.detail);
    button.hidden = false;
  }
  if (doing) doing.hidden = true;
}

find("do", root).addEventListener("click", ({ currentTarget }) => working(currentTarget, tasks[task]));
