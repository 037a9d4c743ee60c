/* What can go wrong on the voter's or the trustee's device, each by a code that a page turns into a
   sentence in the reader's language. A code is stable; `detail` is for whoever looks for a defect.

   insecure-context        the page did not come over https or from this machine: no cryptography
   unknown-group           the election names a group that is not among those known
   election-unreadable     the election's record is not what it should be
   election-altered        the record is not the one whose fingerprint was expected
   credential-length       the code has not 15 characters
   credential-character    the code has a character that no code has
   credential-check        the code's last character does not fit the others: mistyped
   answer-shape            the marks do not fit the question
   answer-too-few          fewer marks than the question asks for
   answer-too-many         more marks than the question allows
   answer-blank-and-marks  a blank vote that marks somebody too
   not-prepared            nothing was prepared or made yet: asked out of order
   ballot-released         the ballot was handed over to be cast: it can no longer be opened
   ballot-opened           the ballot was opened for an audit: it can no longer be cast
   number-malformed        a number is not written as it must be, or is out of range
   not-in-group            a number that should be an element of the group is none
   key-unreadable          the trustee's key is not written as it must be
   key-not-of-election     the private key belongs to none of the election's trustees
   key-not-sealed          the sealed box has not the trustee's own certificate beside the own key
   tally-unreadable        the encrypted tally is not what it should be
   archive-unreadable      the archive is none, was changed, or is not ready to be decrypted
   trustees-altered        a trustee's key does not hold, or the election's key is not that of the trustees
   ballot-invalid          a ballot of the archive breaks a rule; `detail` names it
   too-few-ballots         so few voted that their sum tells too much; `detail` is how many
   tally-altered           the archive's tally is not that of its ballots
   second-tally            this trustee decrypted another tally of the same election before
   ranked-tally            the election has shuffled answers, which the program decrypts, not a page
   share-unreadable        the trustee's share was not made with this key of the ceremony
  ceremony-unreadable     what the server gave for a step of the key ceremony is not what it should be
  record-malformed        a record is not written as it must be
  seal-broken             a message between trustees is not from its sender to this addressee
  complaint-...           the key ceremony cannot go on. `detail` is the number, from 1, of the trustee
                          who is complained of, empty where it is nobody of them:
     -certificate         the certificate is not that of keys of the group, signed by themselves
     -twice               a key stands in two certificates
     -place               the certificate was made for another ceremony or another place in it
     -threshold           the threshold is not the one agreed on
     -coefficients        the coefficients are not members of the group, signed by the trustee
     -share               the share dealt does not fit the coefficients, or cannot be opened
     -stranger            the own certificate is not among the certificates
     -number              messages are missing, or too many
     -polynomial          the own polynomial was exchanged
  defect                  anything else: a mistake of the program */

/** Something that may happen and that the person is told about. */
export class BoothError extends Error {
  /**
   * @param {string} code one of those above
   * @param {string} [detail] what was found, never a secret
   */
  constructor(code, detail = "") {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "BoothError";
    this.code = code;
    this.detail = detail;
  }
}
