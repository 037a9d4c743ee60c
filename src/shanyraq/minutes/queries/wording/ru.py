"""Sentences of documents in Russian."""

WORDING = {
    "title": "Протокол",
    "title_extract": "Выписка из протокола",
    "session_line": "{number} сессия",
    "draft": "Проект",
    "draft_note": "Проект: сессия ещё не закрыта, протокол не завершён.",
    "invented_note": ("Вымышленное: люди, документы и решения этой демонстрации не настоящие."),
    "footer": "Составлено по записям журнала: {count}. Последняя: запись {last}, хэш {hash}",
    "nothing": "Нет",
    "day": "{day}",
    "count": "{count}",
    "people": "лиц: {count}",
    "vote": "Голосование",
    "decision": "Решение",
    # the Session
    "about": "О сессии",
    "legal_date": "Юридическая дата",
    "kind": "Вид",
    "kind_ordinary": "очередная",
    "kind_extraordinary": "внеочередная",
    "place": "Место проведения",
    "opened": "Открытие",
    "closed": "Закрытие",
    "presiding": "Председательствующий",
    "recorded": "Записано в систему",
    "recorded_span": "{first} – {last}",
    "not_yet": "ещё нет",
    # convening
    "convening": "Созыв",
    "convened_in_person": (
        "Сессию созвал Председатель Ассамблеи ({name}) {day}, лично войдя в систему."
    ),
    "convened_by_act": (
        "Сессия созвана актом Председателя Ассамблеи от {day} № {number}. "
        "Акт внёс в журнал рабочий орган ({name})."
    ),
    "announced": "Дата, место и предполагаемая повестка дня объявлены {day}",
    "invitations": "Отправлено приглашений: {count}.",
    "not_convened": "Сессия ещё не созвана.",
    # opening and quorum
    "opening": "Открытие сессии и кворум",
    "opened_by": "Сессия открыта {day} в {at:clock}. Председательствующий: {name}.",
    "not_opened": "Сессия ещё не открыта.",
    "members": "Общее число членов на этот день",
    "present": "Зарегистрировано участвующих",
    "needed": "Требовалось",
    "needed_at_least": "не менее {count}",
    # agenda
    "agenda": "Повестка дня",
    "number": "№",
    "question": "Вопрос",
    "rapporteur": "Докладчик",
    "papers": "Документы",
    "dropped": "Снято с повестки дня: {title}.",
    # course
    "course": "Рассмотрение вопросов",
    "item_heading": "{number}. {title}",
    "item_considered": "Вопрос рассматривался с {begun:clock} до {ended:clock}.",
    "item_begun": "Рассмотрение вопроса начато в {begun:clock}.",
    "item_waiting": "Вопрос не рассматривался.",
    "vote_method": "Выбор способа голосования",
    "vote_question": "На голосование поставлен вопрос: {question}",
    "vote_when": "Время голосования",
    "span": "{begun:clock}–{ended:clock}",
    "method": "Способ голосования",
    "method_proposed": "Предложенный способ",
    "method_open_electronic": "открытое, электронное",
    "method_open_show_of_hands": "открытое, поднятием рук",
    "base": "Участвующих с правом голоса",
    "for": "За",
    "against": "Против",
    "abstain": "Воздержались",
    "silent": "Не голосовали",
    "counted_by": "Подсчёт голосов",
    "vote_running": "Голосование не завершено.",
    # decisions
    "decisions": "Решения",
    "decision_heading": "Решение № {number}. {title}",
    "decision_of_session": "Решение {number} сессии Ассамблеи",
    "adopted_on": "Дата принятия",
    "no_decisions": "Решения не приняты.",
    "not_adopted": "Не принято: {question}",
    # opinions
    "opinions": "Особые мнения",
    "opinions_later": "Особые мнения, добавленные после закрытия сессии",
    "opinions_later_note": (
        "Член вправе высказать своё мнение и после принятия решения; эти мнения добавлены "
        "после закрытия протокола."
    ),
    "opinion_on": "По решению № {number}",
    "opinion_by": "{name}, {day}, {at:clock}",
    # closing
    "closing": "Закрытие сессии",
    "closed_by": "Сессия закрыта {day} в {at:clock}. Председательствующий: {name}.",
    "not_closed": "Сессия ещё не закрыта.",
    "signatures": "Председательствующий: ____________________     Секретарь: ____________________",
    # annexes
    "annex_attendance": "Приложение 1. Список участвующих",
    "attendance_note": ("Список дан в порядке казахского алфавита. Участвовало членов: {count}."),
    "name": "Имя",
    "arrived_left": "Прибытие – уход",
    "means": "Регистрация",
    "means_code": "по коду в зале",
    "means_clerk": "регистратором",
    "until_closing": "{begun:clock} – до конца",
    "still_there": "{begun:clock} – присутствует",
    "annex_journal": "Приложение 2. Записи журнала",
    "journal_note": (
        "Каждая запись содержит хэш предыдущей, поэтому ни одну нельзя изменить незаметно. "
        "Проверка: shanyraq journal verify."
    ),
    "entry": "Запись",
    "action": "Действие",
    "by_whom": "Кто",
    "hash": "Хэш",
    "times": "× {count}",
    "system": "система",
    # polls of the Council
    "poll_line": "Опрос Совета № {number}",
    "decision_of_poll": "Решение Совета, принятое опросом № {number}",
    "poll_draft_note": "Проект: опрос не закрыт, ответы членов скрыты.",
    "poll_about": "Об опросе",
    "poll_opened": "Открыт",
    "poll_ends": "Срок ответа",
    "poll_by": "Провёл (рабочий орган)",
    "poll_reminders": "Отправлено напоминаний",
    "poll_sheets": "Получено листов",
    "poll_questions": "Вопросы и результаты",
    "poll_question": "Вопрос {number}",
    "poll_members": "Членов Совета в должности",
    "poll_running": "Опрос не закрыт.",
    "poll_annex_answers": "Приложение 1. Ответы поимённо",
    "poll_answers_note": (
        "Список в порядке казахского алфавита. Ответ члена, выбывшего из Совета до окончания "
        "опроса, не учитывается."
    ),
    "poll_lapsed": "Не учтён",
    "poll_silent": "Нет ответа",
}
