"""Sentences of the counting commission's protocol: Kazakh, Russian, English, each written."""

from dataclasses import dataclass

from shanyraq.platform.languages import LANGUAGES, Language

WORDING: dict[str, tuple[str, str, str]] = {
    "title": (
        "Есеп комиссиясының хаттамасы",
        "Протокол счётной комиссии",
        "Protocol of the counting commission",
    ),
    "secret": (
        "Жасырын электрондық дауыс беру",
        "Тайное электронное голосование",
        "Secret electronic ballot",
    ),
    "invented_note": (
        "Ойдан құрастырылған: бұл көрсетілімдегі адамдар мен дауыстар шын емес.",
        "Вымышлено: люди и голоса в этой демонстрации ненастоящие.",
        "Invented: the people and votes of this demonstration are not real.",
    ),
    "joined_note": (
        "Көрсетілім: тіркеуші кілттің бір үлесін де ұстаған; шын дауыс беруде бұған жол жоқ.",
        "Демонстрация: регистратор хранил и часть ключа; при настоящем голосовании это невозможно.",
        "Demonstration: the registrar held a share of the key too; a real ballot forbids it.",
    ),
    "commission": ("Комиссия", "Комиссия", "Commission"),
    "registrar": ("Тіркеуші", "Регистратор", "Registrar"),
    "holder": ("{number}-кілт ұстаушы", "Хранитель ключа {number}", "Holder of key {number}"),
    "checked": ("кілт тексерілді", "ключ проверен", "key checked"),
    "unchecked": ("кілт тексерілмеді", "ключ не проверен", "key not checked"),
    "gave": (
        "жәшікті ашуға қатысты",
        "участвовал во вскрытии урны",
        "took part in opening the box",
    ),
    "absent": (
        "жәшікті ашуға қатысқан жоқ",
        "не участвовал во вскрытии урны",
        "took no part in opening the box",
    ),
    "threshold": ("Ашуға қажет кілт", "Нужно ключей для вскрытия", "Keys needed to open"),
    "of": ("{have} / {all}", "{have} из {all}", "{have} of {all}"),
    "voters": ("Дауыс берушілер", "Голосующие", "Voters"),
    "members": ("Құрамдағы мүше", "Членов в составе", "Members in office"),
    "roll": (
        "Тізімге енгендер (залда тіркелген мүшелер)",
        "Внесено в список (члены, зарегистрированные в зале)",
        "On the list (members registered in the hall)",
    ),
    "roll_drawn": ("Тізім жасалды", "Список составлен", "List drawn up"),
    "codes": ("Берілген дауыс беру коды", "Выдано кодов голосования", "Voting codes issued"),
    "voting": ("Дауыс беру", "Голосование", "Voting"),
    "sealed": ("Жәшік мөрленді", "Урна опечатана", "Box sealed"),
    "opened": ("Дауыс беру ашылды", "Голосование открыто", "Voting opened"),
    "closed": ("Дауыс беру жабылды", "Голосование закрыто", "Voting closed"),
    "counted_at": ("Дауыстар саналды", "Голоса подсчитаны", "Votes counted"),
    "received": ("Жәшікке түскен бюллетень", "Бюллетеней поступило в урну", "Ballots received"),
    "replaced": (
        "Сол дауыс берушінің кейінгі бюллетені алмастырғаны",
        "Из них заменено более поздним бюллетенем того же голосующего",
        "Of them replaced by a later ballot of the same voter",
    ),
    "counted": ("Есепке алынған бюллетень", "Учтено бюллетеней", "Ballots counted"),
    "turnout_note": (
        "Кім дауыс бергені еш жерде жазылмайды. Жеке бюллетень ашылмаған: тек қосынды ашылды.",
        "Кто голосовал, нигде не записано. Бюллетени по одному не вскрывались: вскрыта лишь сумма.",
        "Who voted is recorded nowhere. No single ballot was opened: only their sum was.",
    ),
    "result": ("Нәтиже", "Результат", "Result"),
    "place": ("Орын", "Место", "Place"),
    "candidate": ("Кандидат", "Кандидат", "Candidate"),
    "votes": ("Дауыс", "Голосов", "Votes"),
    "outcome": ("Қорытынды", "Итог", "Outcome"),
    "elected": ("сайланды", "избран", "elected"),
    "not_elected": ("сайланған жоқ", "не избран", "not elected"),
    "for": ("Жақтағаны", "За", "For"),
    "against": ("Қарсы болғаны", "Против", "Against"),
    "abstain": ("Қалыс қалғаны", "Воздержались", "Abstained"),
    "silent": ("Дауыс бермегені", "Не голосовали", "Did not vote"),
    "base": (
        "Есептің негізі (дауыс беру ашылғанда тіркелгендер)",
        "Основа подсчёта (зарегистрированные при открытии голосования)",
        "Base (registered as present when the voting opened)",
    ),
    "adopted": ("қабылданды", "принято", "adopted"),
    "not_adopted": ("қабылданған жоқ", "не принято", "not adopted"),
    "seats": ("Толтырылатын орын", "Замещается мест", "Seats to be filled"),
    "filled": ("Толтырылғаны", "Замещено", "Filled"),
    "needed": ("Қажет дауыс", "Нужно голосов", "Votes needed"),
    "announced": ("Нәтиже жарияланды", "Результат объявлен", "Result announced"),
    "effect": ("Заңдық күші", "Юридическая сила", "Legal effect"),
    "prints": ("Таңбалар", "Отпечатки", "Fingerprints"),
    "election_print": (
        "Дауыс берудің таңбасы",
        "Отпечаток голосования",
        "Fingerprint of the election",
    ),
    "head": ("Мұрағаттың соңғы оқиғасы", "Последнее событие архива", "Last event of the archive"),
    "file": ("{name} файлының SHA-256 мәні", "SHA-256 файла {name}", "SHA-256 of {name}"),
    "group": ("Криптографиялық топ", "Криптографическая группа", "Cryptographic group"),
    "verify": ("Өз бетінше тексеру", "Самостоятельная проверка", "Independent verification"),
    "verify_note": (
        "Мұрағатты кез келген адам ашық тақтадан жүктеп, бұл серверсіз қайта санай алады.",
        "Архив может скачать с открытой доски любой и пересчитать выборы без этого сервера.",
        "Anybody may download the archive from the public board and recount it without us.",
    ),
    "board": ("Ашық тақта", "Открытая доска", "Public board"),
    "signatures": ("Қолдар", "Подписи", "Signatures"),
    "footer": (
        "Ашық мұрағаттан құрастырылды: {uuid}",
        "Составлено по открытому архиву: {uuid}",
        "Composed from the public archive: {uuid}",
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language."""

    language: Language

    def __call__(self, name: str, /, **facts: object) -> str:
        """A sentence with its facts."""
        return WORDING[name][LANGUAGES.index(self.language)].format(**facts)
