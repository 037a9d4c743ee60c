/* Checks a ballot that another device opened instead of casting it: is it what it claims to be, and
   which marks does it hold? Whoever voted compares the fingerprint and the marks with what that
   device had shown. The file is read here and sent nowhere. */
import { Booth } from "./booth/client.js";
import { BoothError } from "./booth/errors.js";
import { ask, find, sentence } from "./page.js";

const LANGUAGES = ["kk", "ru", "en"];
const root = find("check");

function show(findings, { control, marks }) {
  find("check-good", root).hidden = findings.length > 0;
  find("check-bad", root).hidden = findings.length === 0;
  find("check-control", root).textContent = control;
  find("check-marks", root).textContent = marks.join(", ") || sentence("nobody");
}

/** A text of the record, which holds it in three languages, in the reader's own. */
function inOwnWords(text) {
  const parts = text.split(" / ");
  return parts.length === LANGUAGES.length ? parts[LANGUAGES.indexOf(document.documentElement.lang)] : text;
}

/** The names of the record that the opening says were marked. */
function marksOf(record, values) {
  const [question] = JSON.parse(record).questions;
  const answers = question.answers.map(inOwnWords);
  const names = question.blank ? [sentence("blank"), ...answers] : answers;
  return names.filter((_, place) => values[place] === 1);
}

async function check({ target }) {
  const booth = new Booth();
  for (const one of ["check-wrong", "check-good", "check-bad"]) find(one, root).hidden = true;
  try {
    const opening = await target.files[0].text();
    const { control, answers } = JSON.parse(opening);
    const values = answers.map((one) => one.values);
    const record = await (await ask(root.dataset.record)).text();
    await booth.ask("prepare", { election: record, fingerprint: root.dataset.fingerprint });
    const { findings } = await booth.ask("check", { opening, control, answers: values });
    show(findings, { control, marks: marksOf(record, values[0]) });
  } catch (error) {
    find("check-wrong", root).textContent = sentence(error instanceof BoothError && sentence(error.code) ? error.code : "opening-unreadable");
    find("check-wrong", root).hidden = false;
  }
  booth.close();
}

root.hidden = false;
find("check-file", root).addEventListener("change", check);
