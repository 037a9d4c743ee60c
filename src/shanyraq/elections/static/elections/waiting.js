/* A page on which somebody waits for the others is shown anew when they have done their part: after
   a moment that differs from reader to reader, so that a hall full of them does not ask at once. A
   page with a task of its own is left alone. Without this script one reloads it by hand. */
const SOONEST = 1000;
const SPREAD = 4000;
const stamp = document.querySelector("[data-live-part='ballot-stage']");
const first = stamp.textContent;
let asked = false;

document.addEventListener("shanyraq:live", () => {
  if (asked || stamp.textContent === first) return;
  asked = true;
  setTimeout(() => location.reload(), SOONEST + Math.random() * SPREAD);
});
