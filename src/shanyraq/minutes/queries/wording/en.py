"""Sentences of documents in English."""

WORDING = {
    "title": "Minutes",
    "title_extract": "Extract from the minutes",
    "session_line": "Session {number}",
    "draft": "Draft",
    "draft_note": "Draft: the Session has not been closed and the minutes are not complete.",
    "invented_note": (
        "Invented: the people, papers and decisions of this demonstration are not real."
    ),
    "footer": "Composed from {count} entries of the journal. The last: entry {last}, hash {hash}",
    "nothing": "None",
    "day": "{day}",
    "count": "{count}",
    "people": "{count} people",
    "vote": "Vote",
    "decision": "Decision",
    # the Session
    "about": "The Session",
    "legal_date": "Legal date",
    "kind": "Kind",
    "kind_ordinary": "ordinary",
    "kind_extraordinary": "extraordinary",
    "place": "Place",
    "opened": "Opened",
    "closed": "Closed",
    "presiding": "Presiding",
    "recorded": "Recorded in the system",
    "recorded_span": "{first} – {last}",
    "not_yet": "not yet",
    # convening
    "convening": "Convening",
    "convened_in_person": ("The Chair ({name}) signed in and convened the Session on {day}."),
    "convened_by_act": (
        "The Session was convened by the act of the Chair No. {number} of {day}. "
        "The Working Organ ({name}) entered the act in the journal."
    ),
    "announced": "The date, the place and the tentative agenda were announced on {day}.",
    "invitations": "Invitations sent: {count}.",
    "not_convened": "The Session has not been convened.",
    # opening and quorum
    "opening": "Opening of the Session and quorum",
    "opened_by": "The Session was opened on {day} at {at:clock}. Presiding: {name}.",
    "not_opened": "The Session has not been opened.",
    "members": "Members in office on the day",
    "present": "Registered as present",
    "needed": "Needed",
    "needed_at_least": "at least {count}",
    # agenda
    "agenda": "Agenda",
    "number": "No.",
    "question": "Question",
    "rapporteur": "Rapporteur",
    "papers": "Papers",
    "dropped": "Taken off the agenda: {title}.",
    # course
    "course": "Consideration of the questions",
    "item_heading": "{number}. {title}",
    "item_considered": "The question was considered from {begun:clock} to {ended:clock}.",
    "item_begun": "Consideration of the question began at {begun:clock}.",
    "item_waiting": "The question was not considered.",
    "vote_method": "Choice of the method of voting",
    "vote_question": "Put to the vote: {question}",
    "vote_when": "Time of the vote",
    "span": "{begun:clock}–{ended:clock}",
    "method": "Method of voting",
    "method_proposed": "Proposed method",
    "method_open_electronic": "open, electronic",
    "method_open_show_of_hands": "open, by show of hands",
    "method_secret_electronic": "secret, electronic",
    "box_archive": "Archive of the ballot box",
    "box_archive_told": "{uuid}; last event {head}",
    "base": "Present with the right to vote",
    "for": "For",
    "against": "Against",
    "abstain": "Abstain",
    "silent": "Did not vote",
    "counted_by": "Votes counted by",
    "vote_running": "The vote is not closed.",
    "vote_void": "The vote ended without a result: its ballot box was given up unopened.",
    # decisions
    "decisions": "Decisions",
    "decision_heading": "Decision No. {number}. {title}",
    "decision_of_session": "Decision of Session {number}",
    "adopted_on": "Adopted on",
    "no_decisions": "No decision was adopted.",
    "not_adopted": "Not adopted: {question}",
    # opinions
    "opinions": "Dissenting opinions",
    "opinions_later": "Dissenting opinions added after the closing of the Session",
    "opinions_later_note": (
        "A member may express an opinion even after a decision has been adopted; these were "
        "added after the closing."
    ),
    "opinion_on": "On decision No. {number}",
    "opinion_by": "{name}, {day}, {at:clock}",
    # closing
    "closing": "Closing of the Session",
    "closed_by": "The Session was closed on {day} at {at:clock}. Presiding: {name}.",
    "not_closed": "The Session has not been closed.",
    "signatures": "Presiding: ____________________     Secretary: ____________________",
    # annexes
    "annex_attendance": "Annex 1. Members attending",
    "attendance_note": (
        "The list follows the order of the Kazakh alphabet. Members who attended: {count}."
    ),
    "name": "Name",
    "arrived_left": "Arrived – left",
    "means": "Registered",
    "means_code": "with the hall's code",
    "means_clerk": "by the clerk",
    "until_closing": "{begun:clock} – to the end",
    "still_there": "{begun:clock} – still present",
    "annex_journal": "Annex 2. Entries of the journal",
    "journal_note": (
        "Each entry holds the hash of the one before it, so that none can be changed unnoticed. "
        "To check: shanyraq journal verify."
    ),
    "entry": "Entry",
    "action": "Action",
    "by_whom": "By whom",
    "hash": "Hash",
    "times": "× {count}",
    "system": "the system",
    # polls
    "poll_line": "Poll No. {number}",
    "decision_of_poll": "Decision by poll No. {number}",
    "poll_draft_note": "Draft: the poll has not been closed; how members answered is hidden.",
    "poll_about": "The poll",
    "poll_opened": "Opened",
    "poll_ends": "Time to answer until",
    "poll_by": "Conducted by (Working Organ)",
    "poll_reminders": "Reminders sent",
    "poll_sheets": "Sheets received",
    "poll_questions": "Questions and results",
    "poll_question": "Question {number}",
    "poll_members": "Members in office",
    "poll_running": "The poll is not closed.",
    "poll_annex_answers": "Annex 1. Answers by name",
    "poll_answers_note": (
        "The list follows the order of the Kazakh alphabet. The answer of a member who left "
        "before the poll ended has lapsed."
    ),
    "poll_lapsed": "Lapsed",
    "poll_silent": "No answer",
    # a meeting of another body
    "meeting_session_line": "Meeting No. {number}",
    "meeting_draft_note": (
        "Draft: the meeting has not been closed and the minutes are not complete."
    ),
    "meeting_about": "The meeting",
    "meeting_convened_in_person": "{name} convened the meeting on {day}.",
    "meeting_convened_by_act": (
        "The meeting was convened by the chair's act No. {number} of {day}. "
        "The act was entered in the journal by {name}."
    ),
    "meeting_not_convened": "The meeting has not been convened.",
    "meeting_opening": "Opening of the meeting",
    "meeting_opened_by": "The meeting was opened on {day} at {at:clock}. Presiding: {name}.",
    "meeting_not_opened": "The meeting has not been opened.",
    "meeting_decision_of_session": "Decision of meeting No. {number}",
    "meeting_opinions_later": "Dissenting opinions added after the closing of the meeting",
    "meeting_closing": "Closing of the meeting",
    "meeting_closed_by": "The meeting was closed on {day} at {at:clock}. Presiding: {name}.",
    "meeting_not_closed": "The meeting has not been closed.",
    "kind_meeting": "meeting",
    "convened_jointly": "The meeting was convened by signatures: {names}.",
    "signed": "{name} ({capacity}, {day})",
    "capacity_convenes": "convenes",
    "capacity_consents": "consents",
    "vacant_posts": "Posts of a deputy that were vacant: {count}.",
    "counted_from": "Votes counted from",
    "conclusion": "Conclusion: {text}",
}
