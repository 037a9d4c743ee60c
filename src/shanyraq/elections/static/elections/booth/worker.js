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
   ceremony-certificate
                input, key?                            { key, message }: keep the key's file first
   ceremony-polynomial
                group, input, key                      { message }
   ceremony-share
                group, input, key                      { message, fingerprint }: to be read to others
   seal-check   archive, fingerprint? (of the          { fingerprint }: as after the share; asked
                election), key, share                    before `sign-check`
   sign-check   group, message, and the files of       { signature }
                the trustee (below)
   count        archive (the .bel file's bytes),       { counted, archive, decrypted }
                fingerprint? (of the election),          counted: how many voters' ballots add up,
                least? (voters), before? (`decrypted`    archive: its fingerprint, to compare;
                as answered when this trustee            decrypted: keep it on this device when
                decrypted before)                        the part is given
   decrypt      the files of the trustee               { owner, payload }

   In a ceremony `input` is what the server gives for the step and `message` what is handed in, each
   as text; `key` is the text of the file of the key. The files of a trustee are `key` and `share`
   after a ceremony (what was handed in last, as text) or `privateKey` of a single one (`ceremony.js`).

   `make` and `check` are asked after `prepare`; `release` and `open` concern the ballot made last,
   and a new `make` forgets the one before. `decrypt` is asked after `count` and takes no tally from
   anybody: it opens the one that was reckoned from the archive's ballots, each of them checked. The
   trustee is shown how many they are in between. */
import { Session } from "./session.js";

const session = new Session((message) => self.postMessage(message));
self.addEventListener("message", ({ data }) => session.answer(data));
self.postMessage({ type: "ready" });
