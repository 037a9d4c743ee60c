/* The booth: a code, a choice, an encrypted ballot that is either opened to be checked or sent.

   The code is taken from the address's fragment, which no browser sends, or typed. It is kept in
   this page's memory alone: never in a field's name, a request, a store or a log. The marks survive
   a reload in the tab's own store until the ballot is sent; an encrypted ballot without its
   confirmation survives one too, and may be sent any number of times: it counts once.

   Others use the devices in the hall. So nothing is stored once the ballot is in the box, whoever
   leaves the page leaves no code in it, and after ten minutes of silence everything is erased, but
   not a ballot that has not arrived yet. */
import { Booth } from "./booth/client.js";
import { readCredential } from "./booth/credentials.js";
import { ask, find, saveFile, sentence } from "./page.js";

const root = find("booth");
const { box, record, cast, tracked, fingerprint } = root.dataset;
const form = root.querySelector('form[data-step="choose"]');
const code = document.getElementById("code");
const BUSY = new Set([429, 502, 503, 504]);
const FATES = { sending: "", lost: "say--lost", received: "", accepted: "say--met", refused: "say--lost" };
const LONGEST_WAIT = 15000;
const SILENCE = 10 * 60 * 1000;

const now = { credential: "", prepared: null, control: "", answers: [], pending: null, tries: 0, timer: 0 };
const booth = new Booth();

/* what survives a reload of this tab, the code never */
const stored = (name) => `shanyraq:booth:${box}:${name}`;
const keep = (name, value) => { try { sessionStorage.setItem(stored(name), JSON.stringify(value)); } catch { /* full or forbidden: voting still works */ } };
const kept = (name) => { try { return JSON.parse(sessionStorage.getItem(stored(name))); } catch { return null; } };
const forget = (name) => { try { sessionStorage.removeItem(stored(name)); } catch { /* forbidden */ } };

function show(step) {
  const steps = ["choose", "check", "send"];
  for (const one of root.querySelectorAll("[data-step]")) one.hidden = one.dataset.step !== step;
  for (const one of root.querySelectorAll("[data-trail]")) {
    const place = steps.indexOf(one.dataset.trail) - steps.indexOf(step);
    one.classList.toggle("done", place < 0);
    if (place === 0) one.setAttribute("aria-current", "step");
    else one.removeAttribute("aria-current");
  }
  trouble("");
  scrollTo(0, 0);
  root.querySelector(`[data-step="${step}"]`).focus({ preventScroll: true });
}

/** Says what is wrong, in the reader's language. */
function trouble(problem) {
  const place = find("trouble", root);
  place.textContent = problem && (sentence(problem) || sentence("defect"));
  place.hidden = !problem;
  if (problem) place.scrollIntoView({ block: "center" });
}

/* the code ------------------------------------------------------------------ */
function acceptCode(typed) {
  const wrong = find("code-wrong", root);
  try {
    now.credential = readCredential(typed);
    wrong.hidden = true;
    code.removeAttribute("aria-invalid");
    return true;
  } catch (error) {
    now.credential = "";
    wrong.textContent = sentence(error.code);
    wrong.hidden = false;
    code.setAttribute("aria-invalid", "true");
    return false;
  }
}

function showCode() {
  const known = now.credential !== "";
  find("code-known", root).hidden = !known;
  find("code-asked", root).hidden = known;
  find("code-shown", root).textContent = known ? `${now.credential.slice(0, 4)}…${now.credential.slice(-4)}` : "";
}

/** The fragment as it was typed or scanned; a stray percent sign is a wrong code and no more. */
function fragment() {
  const given = location.hash.slice(1);
  try { return decodeURIComponent(given); } catch { return given; }
}

/** Takes the code out of the address and off the screen. The browser may still remember the address
    that it was asked to open, so a device of several people is used without history. */
function takeFragment() {
  const given = fragment();
  if (!given || given === "main") return;
  history.replaceState(null, "", location.pathname + location.search);
  if (!acceptCode(given)) code.value = given;
  showCode();
}

function typedCode() {
  const characters = code.value.replace(/[\s-]/g, "");
  if (characters.length >= 15) acceptCode(code.value);
  else find("code-wrong", root).hidden = true;
}

/* the choice ---------------------------------------------------------------- */
const boxes = () => [...form.querySelectorAll('[name="choice"]')];
const blankBox = () => form.querySelector('[name="blank"]');
const marked = () => boxes().filter((one) => one.checked);

function countMarks() {
  const place = find("count", root);
  place.textContent = place.dataset.count.replace("{number}", marked().length);
}

function changed(event) {
  const blank = blankBox();
  if (blank && event.target === blank && blank.checked) for (const one of boxes()) one.checked = false;
  else if (blank && event.target.name === "choice" && event.target.checked) blank.checked = false;
  keep("marks", marked().map((one) => one.value));
  countMarks();
}

function restoreMarks() {
  const values = kept("marks") ?? [];
  for (const one of boxes()) one.checked = values.includes(one.value);
  countMarks();
}

const valuesOf = () => {
  const values = boxes().map((one) => (one.checked ? 1 : 0));
  return blankBox() ? [blankBox().checked ? 1 : 0, ...values] : values;
};

function choiceTrouble() {
  const many = marked().length;
  const [minimum, maximum] = [Number(root.dataset.minimum), Number(root.dataset.maximum)];
  if (blankBox()?.checked) return many > 0 ? "answer-blank-and-marks" : "";
  if (many > maximum) return "answer-too-many";
  return many < minimum ? "answer-too-few" : "";
}

function toCheck(event) {
  event.preventDefault();
  if (now.credential === "" && !acceptCode(code.value)) { code.focus(); return; }
  const problem = choiceTrouble();
  if (problem) { trouble(problem); return; }
  now.answers = [valuesOf()];
  showChosen();
  show("check");
  make();
}

function showChosen() {
  const names = marked().map((one) => one.parentElement.querySelector("span").textContent);
  find("chosen", root).replaceChildren(...names.map((name) => Object.assign(document.createElement("li"), { textContent: name })));
  find("nobody", root).hidden = names.length > 0;
}

/* the ballot ----------------------------------------------------------------- */
/** The names shown must be those of the sealed election: the record's, in any of its languages. */
function namesAgree(text) {
  const [question] = JSON.parse(text).questions;
  return boxes().every((one, place) => {
    const name = one.parentElement.querySelector("span").dataset.name;
    return (question.answers[place] ?? "").split(" / ").includes(name);
  });
}

async function prepare() {
  const answer = await ask(record);
  if (!answer.ok) throw Object.assign(new Error("record"), { code: "lost" });
  const text = await answer.text();
  await booth.ask("prepare", { election: text, fingerprint });
  if (!namesAgree(text)) throw Object.assign(new Error("names"), { code: "names-altered" });
}

async function make() {
  find("making", root).hidden = false;
  find("made", root).hidden = find("audited", root).hidden = true;
  const bar = find("progress", root);
  bar.value = 0;
  try {
    await (now.prepared ??= prepare());
    const told = { credential: now.credential, answers: now.answers };
    const { control } = await booth.ask("make", told, (done, total) => { bar.max = total; bar.value = done; });
    now.control = control;
    for (const one of root.querySelectorAll("[data-control]")) one.textContent = control;
    find("making", root).hidden = true;
    find("made", root).hidden = false;
  } catch (error) {
    now.prepared = null;
    trouble(error.code ?? "lost");
  }
}

async function audit() {
  try {
    const { opening } = await booth.ask("open");
    const { findings } = await booth.ask("check", { opening, control: now.control, answers: now.answers });
    now.opening = opening;
    find("honest", root).hidden = findings.length > 0;
    find("cheating", root).hidden = findings.length === 0;
    find("made", root).hidden = true;
    find("audited", root).hidden = false;
    find("audited", root).focus();
  } catch (error) {
    trouble(error.code ?? "defect");
  }
}

/* sending -------------------------------------------------------------------- */
async function send() {
  try {
    now.pending = { ...(await booth.ask("release")), state: "sending" };
  } catch (error) {
    trouble(error.code ?? "defect");
    return;
  }
  keep("pending", now.pending);
  forget("marks");
  show("send");
  deliver();
}

/** Shows what has become of the ballot; only "accepted" looks like an end. */
function tell(fate, title = sentence(`${fate}-title`), text = sentence(`${fate}-text`)) {
  const place = find("fate", root);
  place.className = `say ${FATES[fate]}`;
  find("fate-done", root).hidden = fate !== "accepted";
  find("fate-title", root).textContent = title;
  find("fate-text", root).textContent = text;
  place.dataset.fate = fate;
  find("resend", root).hidden = fate !== "lost";
  find("receipt", root).hidden = !["received", "accepted"].includes(fate);
  find("tracker", root).textContent = now.pending?.tracker ?? "";
  find("after", root).hidden = !["accepted", "refused"].includes(fate);
  root.querySelector('[data-trail="send"]').classList.toggle("done", fate === "accepted");
}

function later(act) {
  clearTimeout(now.timer);
  now.tries += 1;
  now.timer = setTimeout(act, Math.min(LONGEST_WAIT, 500 * 2 ** now.tries) * (0.5 + Math.random() / 2));
}

async function deliver() {
  clearTimeout(now.timer);
  tell("sending");
  const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang, "Content-Type": "application/json" };
  try {
    const answer = await ask(cast, { method: "POST", body: now.pending.text, headers });
    if (BUSY.has(answer.status)) throw new TypeError("busy");
    const told = await answer.json();
    now.tries = 0;
    if (answer.ok) settle(told.state);
    else refuse(told.message, told.remedy);
  } catch {
    tell("lost");
    later(deliver);
  }
}

async function follow() {
  clearTimeout(now.timer);
  try {
    const answer = await ask(tracked, { method: "POST", body: now.pending.tracker, headers: { "Content-Type": "text/plain" } });
    const { state } = await answer.json();
    if (state === "unknown") deliver();
    else settle(state);
  } catch {
    later(follow);
  }
}

function settle(state) {
  tell(state);
  if (state === "received") { later(follow); return; }
  finish();
}

function refuse(message, remedy) {
  tell("refused", message, remedy);
  finish();
  forget("pending");
}

/** The ballot is settled: this device needs the code and the bytes no more. */
function finish() {
  now.tries = 0;
  now.credential = "";
  if (now.pending) now.pending = { tracker: now.pending.tracker, state: find("fate", root).dataset.fate };
  if (now.pending?.state === "accepted") forget("pending");
  else keep("pending", now.pending);
}

function anew() {
  forget("pending");
  forget("marks");
  form.reset();
  code.value = "";
  now.pending = null;
  countMarks();
  showCode();
  show("choose");
}

/* leaving -------------------------------------------------------------------- */
/** Forgets code, choice and receipt, in the worker too. */
function erase() {
  clearTimeout(now.timer);
  now.credential = now.control = "";
  now.answers = [];
  now.opening = null;
  anew();
  now.prepared = prepare();
  now.prepared.catch((error) => trouble(error.code ?? "lost"));
}

function leave() {
  now.credential = code.value = "";
}

let heard = Date.now();

/** Timers sleep with the device, so the clock is asked; a reload does not wake what was left before. */
function listen() {
  if (Date.now() - heard < SILENCE) return;
  heard = Date.now();
  if (now.pending?.text) leave();
  else erase();
}

function hear() {
  listen();
  heard = Date.now();
  keep("heard", heard);
}

function resume() {
  const stale = Date.now() - (kept("heard") ?? Date.now()) >= SILENCE;
  if (stale) forget("marks");
  if (stale && !kept("pending")?.text) forget("pending");
  now.pending = kept("pending");
  if (!now.pending) return;
  show("send");
  if (now.pending.text) deliver();
  else if (FATES[now.pending.state] !== undefined) tell(now.pending.state);
}

/* the page ------------------------------------------------------------------- */
/** Changes the language without losing the code: it waits in the fragment of the next page. */
async function changeLanguage(event) {
  event.preventDefault();
  const body = new FormData(event.target, event.submitter);
  await fetch(event.target.action, { method: "POST", body, redirect: "manual" });
  if (now.credential) location.hash = now.credential;
  location.reload();
}

async function copyTracker() {
  await navigator.clipboard?.writeText(now.pending.tracker);
  find("copied", root).hidden = false;
}

const clicks = {
  change: () => show("choose"),
  send,
  audit,
  again: make,
  resend: deliver,
  anew,
  forget: erase,
  erase,
  copy: copyTracker,
  print: () => print(),
  "code-other": () => { now.credential = ""; showCode(); code.focus(); },
  "save-opening": ({ currentTarget }) => saveFile(currentTarget.dataset.file, now.opening),
};

find("without").hidden = true;
root.hidden = false;
for (const [name, act] of Object.entries(clicks)) find(name, root)?.addEventListener("click", act);
form.addEventListener("submit", toCheck);
form.addEventListener("change", changed);
code.addEventListener("input", typedCode);
document.querySelector(".langs")?.addEventListener("submit", changeLanguage);
addEventListener("hashchange", takeFragment);
addEventListener("pagehide", leave);
addEventListener("pageshow", showCode);
for (const sign of ["pointerdown", "keydown"]) addEventListener(sign, hear);
document.addEventListener("visibilitychange", listen);
setInterval(listen, SILENCE / 20);
addEventListener("online", () => { if (find("fate", root).dataset.fate === "lost") deliver(); });
addEventListener("beforeunload", (event) => { if (now.pending?.text) event.preventDefault(); });
takeFragment();
resume();
restoreMarks();
now.prepared = prepare();
now.prepared.catch((error) => trouble(error.code ?? "lost"));
