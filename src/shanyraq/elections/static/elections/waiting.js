/* A page on which somebody waits for the others is shown anew when they have done their part. A page
   with a task of its own is left alone. Without this script one reloads it by hand. */
const stamp = document.querySelector("[data-live-part='ballot-stage']");
const first = stamp.textContent;
document.addEventListener("shanyraq:live", () => {
  if (stamp.textContent !== first) location.reload();
});
