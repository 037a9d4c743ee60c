/* Keeps what a page shows up to date. Without it, and without a connection, the page is complete
   as it was served. States arrive as {topic, part, html}; nothing inside a form is ever touched. */
"use strict";
(() => {
  const address = document.querySelector('meta[name="shanyraq-live"]')?.content;
  const shown = () => [...document.querySelectorAll("[data-live][data-live-part]")].filter((one) => !one.closest("form"));
  const unique = (values) => [...new Set(values)];
  let source = null;
  let failures = 0;
  let reached = new Date();
  let warning = 0;
  let watch = 0;
  const SILENCE = 45000; /* three missed signs of life: the connection is half open */

  const clockText = (moment) => moment.toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

  const tellLost = (lost) => {
    document.documentElement.dataset.liveState = lost ? "lost" : "on";
    for (const note of document.querySelectorAll("[data-live-lost]")) {
      for (const time of note.querySelectorAll("[data-live-at]")) time.textContent = clockText(reached);
      note.hidden = !lost;
    }
    for (const strip of document.querySelectorAll(".live:not([data-live-lost])")) strip.classList.toggle("live--lost", lost);
  };

  const arrived = () => {
    reached = new Date();
    failures = 0;
    clearTimeout(warning);
    warning = 0;
    clearTimeout(watch);
    watch = setTimeout(lost, SILENCE);
    tellLost(false);
  };

  const put = (element, html) => {
    const active = document.activeElement;
    const held = element.contains(active) && active !== element ? [...element.querySelectorAll("a, button, summary")].indexOf(active) : -1;
    const opened = [...element.querySelectorAll("details")].map((one) => one.open);
    element.innerHTML = html;
    element.querySelectorAll("details").forEach((one, place) => { one.open = opened[place] ?? one.open; });
    if (held >= 0) element.querySelectorAll("a, button, summary")[held]?.focus({ preventScroll: true });
    countDown(element);
  };

  const receive = (event) => {
    arrived();
    if (!event.data) return;
    const { topic, part, html } = JSON.parse(event.data);
    for (const element of shown()) {
      const same = element.dataset.live === topic && element.dataset.livePart === part;
      if (same && !element.querySelector("form") && element.innerHTML !== html) put(element, html);
    }
    document.dispatchEvent(new CustomEvent("shanyraq:live", { detail: { topic, part } }));
  };

  const lost = () => {
    clearTimeout(watch);
    source?.close();
    failures += 1;
    warning ||= setTimeout(() => tellLost(true), 2000);
    const longest = Math.min(30000, 1000 * 2 ** failures);
    setTimeout(connect, 500 + Math.random() * longest);
  };

  const connect = () => {
    const parts = shown();
    if (!address || parts.length === 0) return;
    const query = new URLSearchParams([
      ...unique(parts.map((one) => one.dataset.live)).map((topic) => ["topic", topic]),
      ...unique(parts.map((one) => one.dataset.livePart)).map((part) => ["part", part]),
      ["language", document.documentElement.lang],
    ]);
    source = new EventSource(`${address}?${query}`, { withCredentials: true });
    source.addEventListener("open", arrived);
    source.addEventListener("message", receive);
    source.addEventListener("alive", arrived);
    source.addEventListener("error", lost);
  };

  /* <time data-countdown="48">0:48</time>: seconds left when the page was served. */
  const countDown = (root) => {
    for (const timer of root.querySelectorAll("[data-countdown]")) {
      const end = Date.now() + Number(timer.dataset.countdown) * 1000;
      const show = () => {
        if (!timer.isConnected) return;
        const left = Math.max(0, Math.round((end - Date.now()) / 1000));
        timer.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
        if (left > 0) setTimeout(show, 1000);
      };
      show();
    }
  };

  /* <time data-clock="Asia/Almaty">11:42</time>: the wall clock of the hall. */
  const wallClock = () => {
    for (const clock of document.querySelectorAll("[data-clock]")) {
      clock.textContent = new Date().toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit", timeZone: clock.dataset.clock });
    }
    setTimeout(wallClock, 1000 * (60 - new Date().getSeconds()));
  };

  document.querySelector("[data-focus]")?.focus();
  countDown(document);
  if (document.querySelector("[data-clock]")) wallClock();
  connect();
})();
