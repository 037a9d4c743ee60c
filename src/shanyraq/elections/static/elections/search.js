/* Looks for a ballot without any cookie, so that the server does not see who of those signed in asks
   for it. Without this script the form is sent as a page is, cookie and all, and says so. */
import { ask, find } from "./page.js";

const form = find("find");
const answer = find("answer");

async function search(event) {
  event.preventDefault();
  const headers = { "Accept-Language": document.documentElement.lang };
  try {
    const told = await ask(form.action, { method: "POST", body: new FormData(form), headers });
    const page = new DOMParser().parseFromString(await told.text(), "text/html");
    answer.replaceChildren(...find("answer", page).childNodes);
  } catch {
    answer.textContent = find("search-lost").textContent;
  }
}

form.addEventListener("submit", search);
find("with-cookie").hidden = true;
