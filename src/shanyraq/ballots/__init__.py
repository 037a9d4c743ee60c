"""Secret ballots that anyone can verify: groups, proofs, trustees, the archive, its verifier.

Everything here is pure: the moment and the randomness are handed in, nothing is read or kept. The
format is that of Belenios 2.0 archives ("crypto version 1"). By what one wants to do:

The election: `questions` (Election, make_election, HomomorphicQuestion, RankedQuestion),
`credentials` (make_credential, secret_exponent, public_credential, write_credentials),
`trustees` (Trustees, Single), `pedersen` (Pedersen), `trustee_keys` (TrusteeKey),
`key_generation` (the ceremony of a threshold key), `sealed_messages` (its letters).

The voting: `ballot` (make_ballot, check_ballot, Ballot with its tracker), of which `homomorphic`
and `ranked` are the answers; `bulletin_board` (BulletinBoard writes what happens) over `archive`
(ArchiveWriter, ArchiveReader, Event, EventType).

The counting: `tally` (Counter, Tally, count_ballots), `shuffles` (make_shuffle, check_shuffle),
`decryption` (decrypt_partially, check_decryption), `result` (open_tally, Result), `duties`
(open_share: what a trustee opens), `mixing` (turn_of: what a trustee shuffles), `secrecy` (what a
tally would reveal).

The auditing: `verifier` (verify, Report, Finding, Fault, Rule), `telling` (tell_report,
report_json: in Kazakh, Russian and English).

Underneath: `groups` (Group, find_group, Randomness), `powers`, `products`, `proofs` (Proof,
Ciphertext, PublicKey), `shuffle_proofs`, `hashing` (hex_hash, base64_hash), `records` (strict
reading, canonical writing, MalformedRecord), `ceremony_records`.
"""
