/* Follows how full an open box is. Without it the page shows what stood when it was asked for. */
import { ask, find } from "./page.js";

const EVERY = 5000;
const place = find("standing");

async function look() {
  try {
    const told = await (await ask(place.dataset.standing)).json();
    if (told.state !== place.dataset.state) { location.reload(); return; }
    find("turnout").textContent = told.turnout;
    find("head").textContent = told.head;
  } catch { /* the connection is lost: what is shown stays */ }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
