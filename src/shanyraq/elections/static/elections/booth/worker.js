/* The booth's worker: a module worker of the page's own origin, so that the page stays alive while
   it works. A page talks to it through `client.js`.

   It says { type: "ready" } once. Then, for each message { id, type, ... }, any number of
     { id, type: "progress", done, total }     for <progress value=done max=total>
   and one of
     { id, type: "done", result }
     { id, type: "failed", code, detail }      codes: errors.js

   type         with                                   result
   prepare      election (the record's text),          { fingerprint, questions: [{ kind, answers,
                fingerprint? (the one expected)          blank, minimum, maximum }] }
   make         credential, answers (ballot.js)        { control }
   release      -                                      { text, tracker }: cast this
   open         -                                      { opening }: audit instead of casting
   check        opening, control, answers              { findings } (opening.js)
   trustee-key  group (its name), name?                { privateKey, publicKey }
   decrypt      privateKey, archive (the .bel file's   { owner, payload, archive, decrypted }
                bytes), before? (`decrypted` as          archive: its fingerprint, to compare;
                answered when this trustee               decrypted: keep it on this device
                decrypted before)

   `make` and `check` are asked after `prepare`; `release` and `open` concern the ballot made last,
   and a new `make` forgets the one before. `decrypt` takes no tally from anybody: it reckons it from
   the archive, and refuses another one than recorded or than the one decrypted before. */
import { Session } from "./session.js";

const session = new Session((message) => self.postMessage(message));
self.addEventListener("message", ({ data }) => session.answer(data));
self.postMessage({ type: "ready" });
