"""Sentences of documents in Kazakh."""

WORDING = {
    "title": "Хаттама",
    "title_extract": "Хаттамадан үзінді",
    "session_line": "{number} сессия",
    "draft": "Жоба",
    "draft_note": "Жоба: сессия әлі жабылған жоқ, хаттама аяқталмаған.",
    "invented_note": (
        "Ойдан құрастырылған: бұл көрсетілімдегі адамдар, құжаттар мен шешімдер шын емес."
    ),
    "footer": ("Журналдың {count} жазбасынан құрастырылды. Соңғысы: {last}-жазба, хэші {hash}"),
    "nothing": "Жоқ",
    "day": "{day}",
    "count": "{count}",
    "people": "{count} адам",
    "vote": "Дауыс беру",
    "decision": "Шешім",
    # the Session
    "about": "Сессия туралы",
    "legal_date": "Заңдық күні",
    "kind": "Түрі",
    "kind_ordinary": "кезекті",
    "kind_extraordinary": "кезектен тыс",
    "place": "Өткізілген орны",
    "opened": "Ашылуы",
    "closed": "Жабылуы",
    "presiding": "Төрағалық етуші",
    "recorded": "Жүйеге енгізілген уақыты",
    "recorded_span": "{first} – {last}",
    "not_yet": "әлі жоқ",
    # convening
    "convening": "Шақыру",
    "convened_in_person": (
        "Сессияны Ассамблея Төрағасы ({name}) жүйеге өзі кіріп, {day:on} шақырды."
    ),
    "convened_by_act": (
        "Сессия Ассамблея Төрағасының {day:as of} № {number} актісімен шақырылды. "
        "Актіні журналға жұмыс органы енгізді ({name})."
    ),
    "announced": "Күні, орны және болжалды күн тәртібі {day:on} жарияланды.",
    "invitations": "Жіберілген шақырулар саны: {count}.",
    "not_convened": "Сессия әлі шақырылған жоқ.",
    # opening and quorum
    "opening": "Сессияның ашылуы және кворум",
    "opened_by": "Сессия {day:on} ашылды (сағат {at:clock}). Төрағалық етуші: {name}.",
    "not_opened": "Сессия әлі ашылған жоқ.",
    "members": "Осы күнгі мүшелердің жалпы саны",
    "present": "Қатысушы ретінде тіркелгені",
    "needed": "Қажет болғаны",
    "needed_at_least": "кемінде {count}",
    # agenda
    "agenda": "Күн тәртібі",
    "number": "№",
    "question": "Мәселе",
    "rapporteur": "Баяндамашы",
    "papers": "Құжаттар",
    "dropped": "Күн тәртібінен алынып тасталды: {title}.",
    # course
    "course": "Мәселелерді қарау",
    "item_heading": "{number}. {title}",
    "item_considered": "Мәселе сағат {begun:clock}–{ended:clock} аралығында қаралды.",
    "item_begun": "Мәселені қарау сағат {begun:clock} басталды.",
    "item_waiting": "Мәселе қаралған жоқ.",
    "vote_method": "Дауыс беру тәсілін таңдау",
    "vote_question": "Дауысқа салынған мәселе: {question}",
    "vote_when": "Дауыс беру уақыты",
    "span": "{begun:clock}–{ended:clock}",
    "method": "Дауыс беру тәсілі",
    "method_proposed": "Ұсынылған тәсіл",
    "method_open_electronic": "ашық, электрондық",
    "method_open_show_of_hands": "ашық, қол көтеру арқылы",
    "base": "Дауыс беруге құқығы бар қатысушылар",
    "for": "Жақтап",
    "against": "Қарсы",
    "abstain": "Қалыс",
    "silent": "Дауыс бермеген",
    "counted_by": "Дауыстарды санаған",
    "vote_running": "Дауыс беру аяқталған жоқ.",
    # decisions
    "decisions": "Шешімдер",
    "decision_heading": "№ {number} шешім. {title}",
    "decision_of_session": "Ассамблеяның {number} сессиясының шешімі",
    "adopted_on": "Қабылданған күні",
    "no_decisions": "Шешім қабылданған жоқ.",
    "not_adopted": "Қабылданбады: {question}",
    # opinions
    "opinions": "Ерекше пікірлер",
    "opinions_later": "Сессия жабылғаннан кейін қосылған ерекше пікірлер",
    "opinions_later_note": (
        "Мүше өз пікірін шешім қабылданғаннан кейін де білдіруге құқылы; бұл пікірлер "
        "хаттама жабылғаннан кейін қосылды."
    ),
    "opinion_on": "№ {number} шешім бойынша",
    "opinion_by": "{name}, {day}, сағат {at:clock}",
    # closing
    "closing": "Сессияның жабылуы",
    "closed_by": "Сессия {day:on} жабылды (сағат {at:clock}). Төрағалық етуші: {name}.",
    "not_closed": "Сессия әлі жабылған жоқ.",
    "signatures": "Төрағалық етуші: ____________________     Хатшы: ____________________",
    # annexes
    "annex_attendance": "1-қосымша. Қатысушылар тізімі",
    "attendance_note": ("Тізім қазақ әліпбиінің ретімен берілген. Қатысқан мүшелер саны: {count}."),
    "name": "Аты-жөні",
    "arrived_left": "Келді – кетті",
    "means": "Тіркелуі",
    "means_code": "залдағы кодпен",
    "means_clerk": "тіркеуші арқылы",
    "until_closing": "{begun:clock} – соңына дейін",
    "still_there": "{begun:clock} – қазірге дейін",
    "annex_journal": "2-қосымша. Журнал жазбалары",
    "journal_note": (
        "Әр жазба алдыңғы жазбаның хэшін қамтиды, сондықтан ешқайсысын білдіртпей өзгертуге "
        "болмайды. Тексеру: shanyraq journal verify."
    ),
    "entry": "Жазба",
    "action": "Әрекет",
    "by_whom": "Кім",
    "hash": "Хэші",
    "times": "× {count}",
    "system": "жүйе",
    # polls of the Council
    "poll_line": "Кеңестің № {number} сауалнамасы",
    "decision_of_poll": "Кеңестің № {number} сауалнамамен қабылдаған шешімі",
    "poll_draft_note": "Жоба: сауалнама жабылған жоқ, мүшелердің жауаптары көрсетілмейді.",
    "poll_about": "Сауалнама туралы",
    "poll_opened": "Ашылды",
    "poll_ends": "Жауап беру мерзімі",
    "poll_by": "Жүргізген (жұмыс органы)",
    "poll_reminders": "Жіберілген еске салу",
    "poll_sheets": "Алынған парақ",
    "poll_questions": "Мәселелер мен нәтижелер",
    "poll_question": "{number}-мәселе",
    "poll_members": "Кеңестің қызметтегі мүшелері",
    "poll_running": "Сауалнама жабылған жоқ.",
    "poll_annex_answers": "1-қосымша. Мүшелердің жауаптары",
    "poll_answers_note": (
        "Тізім қазақ әліпбиінің ретімен берілген. Сауалнама аяқталғанға дейін Кеңестен шыққан "
        "мүшенің жауабы есептелмейді."
    ),
    "poll_lapsed": "Есептелмеді",
    "poll_silent": "Жауап жоқ",
    # a meeting of another body
    "meeting_session_line": "№ {number} отырыс",
    "meeting_draft_note": "Жоба: отырыс әлі жабылған жоқ, хаттама аяқталмаған.",
    "meeting_about": "Отырыс туралы",
    "meeting_convened_in_person": "Отырысты {name} {day:on} шақырды.",
    "meeting_convened_by_act": (
        "Отырыс төрағаның {day:as of} № {number} актісімен шақырылды. "
        "Актіні журналға енгізген: {name}."
    ),
    "meeting_not_convened": "Отырыс әлі шақырылған жоқ.",
    "meeting_opening": "Отырыстың ашылуы",
    "meeting_opened_by": "Отырыс {day:on} ашылды (сағат {at:clock}). Төрағалық етуші: {name}.",
    "meeting_not_opened": "Отырыс әлі ашылған жоқ.",
    "meeting_decision_of_session": "№ {number} отырыстың шешімі",
    "meeting_opinions_later": "Отырыс жабылғаннан кейін қосылған ерекше пікірлер",
    "meeting_closing": "Отырыстың жабылуы",
    "meeting_closed_by": "Отырыс {day:on} жабылды (сағат {at:clock}). Төрағалық етуші: {name}.",
    "meeting_not_closed": "Отырыс әлі жабылған жоқ.",
    "kind_meeting": "отырыс",
    "convened_jointly": "Отырыс мына қолдармен шақырылды: {names}.",
    "signed": "{name} ({capacity}, {day})",
    "capacity_convenes": "шақырады",
    "capacity_consents": "келісім береді",
    "vacant_posts": "Орынбасардың бос лауазымдары: {count}.",
    "counted_from": "Дауыстар мына саннан есептеледі",
    "conclusion": "Қорытынды: {text}",
}
