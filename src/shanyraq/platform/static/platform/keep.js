/* Keeps a half-filled form on this device until the server has confirmed it.
   <form data-keep="vote:abc">           what is typed survives a reload
   <form data-keep="vote:abc" data-resend>  and is sent again by itself after a lost connection.
   A repetition carries the same request_key, so it counts once. Without this script a form works
   as any other. Never for a secret ballot. */
"use strict";
(() => {
  const user = document.querySelector('meta[name="shanyraq-user"]')?.content ?? "";
  const BUSY = new Set([429, 502, 503, 504]);

  const nameOf = (form) => `shanyraq:keep:${user}:${form.dataset.keep}`;
  const read = (form) => { try { return JSON.parse(localStorage.getItem(nameOf(form))); } catch { return null; } };
  const write = (form, entry) => { try { localStorage.setItem(nameOf(form), JSON.stringify(entry)); } catch { /* full or forbidden: the form still works */ } };
  const forget = (form) => { try { localStorage.removeItem(nameOf(form)); } catch { /* forbidden */ } };

  const fieldsOf = (form) => [...form.elements].filter((one) => one.name && !["hidden", "password", "file", "submit", "button"].includes(one.type));
  const keyOf = (form) => form.elements.namedItem("request_key");

  const valuesOf = (form) => fieldsOf(form).map((one) => [one.name, one.value, one.type === "radio" || one.type === "checkbox" ? one.checked : null]);
  const keep = (form, sent) => write(form, { values: valuesOf(form), key: keyOf(form)?.value ?? "", sent });

  const tell = (form, state) => {
    for (const note of form.querySelectorAll("[data-half]")) {
      note.hidden = state === "";
      for (const words of note.querySelectorAll("[data-half-chosen]")) words.hidden = state !== "chosen";
      for (const words of note.querySelectorAll("[data-half-lost]")) words.hidden = state !== "lost";
    }
    form.dataset.keepState = state;
  };

  const restore = (form) => {
    const entry = read(form);
    if (!entry) return;
    if (form.querySelector("[aria-invalid], .why") || document.querySelector(".errs[data-refusal]")) { keep(form, false); tell(form, "chosen"); return; }
    const fields = fieldsOf(form);
    for (const [name, value, checked] of entry.values) {
      const same = fields.filter((one) => one.name === name);
      if (checked === null) { if (same[0]) same[0].value = value; continue; }
      for (const one of same) if (one.value === value) one.checked = checked;
    }
    if (entry.key && keyOf(form)) keyOf(form).value = entry.key;
    tell(form, entry.sent ? "lost" : "chosen");
    if (entry.sent && "resend" in form.dataset) again(form, null, 1);
  };

  const showAnswer = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.querySelector("main");
    const old = document.querySelector("main");
    if (!fresh || !old) { location.reload(); return; }
    document.title = page.title;
    old.replaceWith(document.adoptNode(fresh));
    start(fresh);
    (fresh.querySelector("[data-focus]") ?? fresh).focus();
    scrollTo(0, 0);
  };

  const again = (form, submitter, tries) => {
    tell(form, "lost");
    if (!("resend" in form.dataset)) return;
    const wait = Math.min(15000, 1000 * 2 ** tries) * (0.5 + Math.random());
    clearTimeout(form.resendTimer);
    form.resendTimer = setTimeout(() => { if (form.isConnected) send(form, submitter, tries + 1); }, wait);
  };

  const send = async (form, submitter, tries) => {
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    clearTimeout(form.resendTimer);
    keep(form, true);
    try {
      const body = new FormData(form);
      if (submitter?.name) body.set(submitter.name, submitter.value);
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", headers: { Accept: "text/html" } });
      if (BUSY.has(answer.status)) throw new TypeError("busy");
      const html = await answer.text();
      if (answer.ok) { forget(form); form.dataset.keepState = ""; location.assign(answer.url); return; }
      keep(form, false);
      showAnswer(html);
    } catch {
      again(form, submitter, tries);
    } finally {
      delete form.dataset.sending;
    }
  };

  const start = (root) => {
    for (const form of root.querySelectorAll("form[data-keep]")) {
      restore(form);
      const changed = () => { if (!form.dataset.sending) { keep(form, false); tell(form, "chosen"); } };
      form.addEventListener("input", changed);
      form.addEventListener("change", changed);
      form.addEventListener("submit", (event) => { event.preventDefault(); send(form, event.submitter, 1); });
    }
  };

  addEventListener("online", () => {
    for (const form of document.querySelectorAll('form[data-resend][data-keep-state="lost"]')) send(form, null, 1);
  });
  start(document);
})();
