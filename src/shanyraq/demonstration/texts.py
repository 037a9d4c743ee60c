"""What the sample institution says: titles of bodies, posts, acts, agendas and papers.

Bodies and posts bear the names of the Regulation. Agendas, papers and opinions were written for
the demonstration and repeat no real document.
"""

from dataclasses import dataclass

from shanyraq.bodies.enums import Role
from shanyraq.people.models import Wording
from shanyraq.sittings.enums import ItemKind

ASSEMBLY = Wording(
    kk="Қазақстан халқы Ассамблеясы",
    ru="Ассамблея народа Казахстана",
    en="Assembly of the People of Kazakhstan",
)
COUNCIL = Wording(
    kk="Қазақстан халқы Ассамблеясының Кеңесі",
    ru="Совет Ассамблеи народа Казахстана",
    en="Council of the Assembly of the People of Kazakhstan",
)
WORKING_ORGAN = Wording(
    kk="Президент Әкімшілігінің Ішкі саясат бөлімі",
    ru="Отдел внутренней политики Администрации Президента",
    en="Internal Policy Department of the Administration of the President",
)
POSTS = {
    Role.CHAIR: Wording(
        kk="Ассамблея Төрағасы", ru="Председатель Ассамблеи", en="Chair of the Assembly"
    ),
    Role.DEPUTY_CHAIR: Wording(
        kk="Ассамблея Төрағасының орынбасары",
        ru="Заместитель Председателя Ассамблеи",
        en="Deputy Chair of the Assembly",
    ),
    Role.WORKING_ORGAN: Wording(
        kk="Жұмыс органының қызметкері",
        ru="Сотрудник рабочего органа",
        en="Staff of the Working Organ",
    ),
    Role.SMALL_ASSEMBLY_CHAIR: Wording(
        kk="Кіші ассамблея төрағасы",
        ru="Председатель малой ассамблеи",
        en="Chair of the small assembly",
    ),
    Role.SECRETARIAT_HEAD: Wording(
        kk="Кіші ассамблея хатшылығының меңгерушісі",
        ru="Заведующий секретариатом малой ассамблеи",
        en="Head of the small assembly's secretariat",
    ),
}


def of_region(region: Wording, body: Wording) -> Wording:
    """The name of a body with its region: in Kazakh the region comes first, else in brackets."""
    return Wording(
        kk=f"{region.kk}: {body.kk}",
        ru=f"{body.ru}: {region.ru}",
        en=f"{body.en}: {region.en}",
    )


SMALL_ASSEMBLY = Wording(kk="кіші ассамблея", ru="Малая ассамблея", en="Small assembly")
SECRETARIAT = Wording(
    kk="кіші ассамблеяның хатшылығы",
    ru="Секретариат малой ассамблеи",
    en="Secretariat of the small assembly",
)


def invented(title: Wording) -> Wording:
    """A title with the word that nobody signed it."""
    return Wording(
        kk=f"{title.kk} (ойдан құрастырылған)",
        ru=f"{title.ru} (вымышленный документ)",
        en=f"{title.en} (invented)",
    )


ON_COMPOSITION = Wording(
    kk="Ассамблеяның құрамы туралы",
    ru="О составе Ассамблеи",
    en="On the composition of the Assembly",
)
ON_NEW_MEMBERS = Wording(
    kk="Ассамблея құрамына жаңа мүшелер енгізу туралы",
    ru="О включении новых членов в состав Ассамблеи",
    en="On including new members in the Assembly",
)
ON_COUNCIL = Wording(
    kk="Ассамблея Кеңесінің құрамы туралы",
    ru="О составе Совета Ассамблеи",
    en="On the composition of the Council",
)
ON_DEPUTIES = Wording(
    kk="Ассамблея Төрағасының орынбасарлары туралы",
    ru="О заместителях Председателя Ассамблеи",
    en="On the deputy chairs of the Assembly",
)
ON_STAFF = Wording(
    kk="Жұмыс органының қызметкерлері туралы",
    ru="О сотрудниках рабочего органа",
    en="On the staff of the Working Organ",
)
ON_HEADS = Wording(
    kk="Хатшылықтардың меңгерушілері туралы",
    ru="О заведующих секретариатами",
    en="On the heads of secretariats",
)
ON_AKIMS = Wording(kk="Әкімдердің тізімі", ru="Список акимов", en="List of the akims")
DECREE = Wording(
    kk="Ассамблеяның Стратегиясы мен Ережесі туралы Жарлық",
    ru="Указ о Стратегии и Положении Ассамблеи",
    en="Decree on the Strategy and the Regulation of the Assembly",
)
AMENDING_DECREE = Wording(
    kk="Ережеге өзгерістер енгізу туралы Жарлық",
    ru="Указ о внесении изменений в Положение",
    en="Decree amending the Regulation",
)
PALACE = Wording(
    kk="Астана, Бейбітшілік және келісім сарайы",
    ru="Астана, Дворец мира и согласия",
    en="Astana, Palace of Peace and Accord",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A question of an agenda with its paper: a title and two sentences of what it proposes."""

    kind: ItemKind
    title: Wording
    paper: Wording
    proposal: Wording


THREE_LANGUAGES = Subject(
    ItemKind.CONCEPTS_AND_PROGRAMMES,
    Wording(
        kk="Ассамблеяның үш тілде жұмыс істеу тұжырымдамасының жобасы туралы",
        ru="О проекте концепции работы Ассамблеи на трёх языках",
        en="On the draft concept of the Assembly's work in three languages",
    ),
    Wording(
        kk="Үш тілде жұмыс істеу тұжырымдамасы, жоба",
        ru="Концепция работы на трёх языках, проект",
        en="Concept of work in three languages, draft",
    ),
    Wording(
        kk="Ассамблеяның құжаттары қазақ, орыс және ағылшын тілдерінде бір мезгілде шығарылсын. "
        "Әр мүше шақыру мен материалдарды өзі таңдаған тілде алсын.",
        ru="Документы Ассамблеи выходят одновременно на казахском, русском и английском языках. "
        "Каждый член получает приглашение и материалы на выбранном им языке.",
        en="The Assembly's documents appear at the same time in Kazakh, Russian and English. "
        "Each member receives the invitation and the papers in the language of their choice.",
    ),
)
TWICE_A_YEAR = Subject(
    ItemKind.OTHER_QUESTIONS,
    Wording(
        kk="Кезекті сессияларды жылына екі рет өткізу туралы",
        ru="О проведении очередных сессий дважды в год",
        en="On holding ordinary Sessions twice a year",
    ),
    Wording(
        kk="Сессияларды жиілету туралы ұсыныс",
        ru="Предложение о более частых сессиях",
        en="Proposal for more frequent Sessions",
    ),
    Wording(
        kk="Кезекті сессия көктемде және күзде өтсін. Көктемгі сессия жоспарды, күзгі сессия "
        "оның орындалуын қарасын.",
        ru="Очередная сессия проходит весной и осенью. Весенняя рассматривает план, осенняя "
        "его исполнение.",
        en="An ordinary Session is held in spring and in autumn. The one in spring considers the "
        "plan, the one in autumn how it was carried out.",
    ),
)
REPORT_OF_REGIONS = Subject(
    ItemKind.MEMBER_REPORTS,
    Wording(
        kk="Мүшелердің өңірлердегі жұмысы туралы есептері",
        ru="Отчёты членов о работе в регионах",
        en="Reports of members on their work in the regions",
    ),
    Wording(
        kk="Өңірлердегі жұмыс туралы қысқаша есеп",
        ru="Краткий отчёт о работе в регионах",
        en="Short report on the work in the regions",
    ),
    Wording(
        kk="Есепте он алты өңірдегі кездесулер саналған. Мүшелер қандай мәселелер шешілгенін "
        "және қайсысы қалғанын айтады.",
        ru="В отчёте перечислены встречи в шестнадцати регионах. Члены говорят, какие вопросы "
        "решены и какие остались.",
        en="The report lists meetings in the sixteen regions. Members say which matters were "
        "settled and which remain.",
    ),
)
HOUSES_OF_FRIENDSHIP = Subject(
    ItemKind.CONCEPTS_AND_PROGRAMMES,
    Wording(
        kk="Достық үйлерінің жұмыс бағдарламасының жобасы туралы",
        ru="О проекте программы работы домов дружбы",
        en="On the draft programme of the houses of friendship",
    ),
    Wording(
        kk="Достық үйлерінің бағдарламасы, жоба",
        ru="Программа домов дружбы, проект",
        en="Programme of the houses of friendship, draft",
    ),
    Wording(
        kk="Әр облыста достық үйі кешкі уақытта және демалыс күндері ашық болсын. Бөлмелер "
        "бірлестіктерге кезекпен, тегін берілсін.",
        ru="В каждой области дом дружбы открыт вечером и в выходные. Помещения предоставляются "
        "объединениям по очереди и бесплатно.",
        en="In each oblast a house of friendship is open in the evening and at weekends. Rooms "
        "are given to associations in turn and free of charge.",
    ),
)
PAPERS_IN_TIME = Subject(
    ItemKind.AMENDMENTS,
    Wording(
        kk="Ережені өзгерту туралы Президентке ұсыныс: материалдарды тарату мерзімі",
        ru="О предложении Президенту изменить Положение: срок рассылки материалов",
        en="On proposing to the President to amend the Regulation: when papers are sent",
    ),
    Wording(
        kk="8-тармаққа өзгеріс ұсынысы",
        ru="Предложение об изменении пункта 8",
        en="Proposed amendment of clause 8",
    ),
    Wording(
        kk="Материалдар мүшелерге сессиядан кемінде он күн бұрын жіберілсін. Ереже қазір күні, "
        "орны мен күн тәртібін ғана жариялауды талап етеді.",
        ru="Материалы направляются членам не позднее чем за десять дней до сессии. Сейчас "
        "Положение требует объявить только дату, место и повестку дня.",
        en="Papers are sent to members at least ten days before a Session. The Regulation now "
        "asks only that the date, the place and the agenda are announced.",
    ),
)
YOUNG_PEOPLE = Subject(
    ItemKind.OTHER_QUESTIONS,
    Wording(
        kk="Жастардың бастамаларын қолдау туралы",
        ru="О поддержке инициатив молодёжи",
        en="On supporting initiatives of young people",
    ),
    Wording(
        kk="Жастар бастамаларының тізімі",
        ru="Перечень инициатив молодёжи",
        en="List of initiatives of young people",
    ),
    Wording(
        kk="Кіші ассамблеялар жылына бір рет жастармен ашық кездесу өткізсін. Кездесуде айтылған "
        "ұсыныстар жария етілсін.",
        ru="Малые ассамблеи раз в год проводят открытую встречу с молодёжью. Предложения, "
        "высказанные на встрече, публикуются.",
        en="Small assemblies hold an open meeting with young people once a year. Proposals made "
        "there are published.",
    ),
)
PAST_AGENDA = (THREE_LANGUAGES, TWICE_A_YEAR, REPORT_OF_REGIONS)
COMING_AGENDA = (HOUSES_OF_FRIENDSHIP, REPORT_OF_REGIONS, PAPERS_IN_TIME, YOUNG_PEOPLE)

OPINION_AT_ONCE = (
    "Тұжырымдаманы қолдаймын, бірақ аударма сапасын кім тексеретіні айтылмаған. Алдымен "
    "жауаптыны белгілеу керек еді."
)
OPINION_LATER = (
    "Не могу согласиться: концепция не называет источника средств на переводчиков. Без него сроки "
    "выхода документов не будут соблюдены."
)

ON_CONVENING = Wording(
    kk="Ассамблеяның XIV сессиясын шақыру туралы",
    ru="О созыве XIV сессии Ассамблеи",
    en="On convening the XIV Session of the Assembly",
)
CONVENING_TEXT = Wording(
    kk="Ассамблеяның кезекті сессиясы 2008 жылғы 5 маусымда Астанада шақырылсын.",
    ru="Созвать очередную сессию Ассамблеи 5 июня 2008 года в Астане.",
    en="An ordinary Session of the Assembly is convened in Astana on 5 June 2008.",
)
#: What the personas are, in the order in which they are offered.
#: The title of every member into whose role a visitor may step besides the leading ones.
ANY_MEMBER = Wording(kk="Ассамблея мүшесі", ru="Член Ассамблеи", en="Member of the Assembly")
PERSONAS = (
    Wording(kk="Төраға", ru="Председатель", en="Chair"),
    Wording(kk="Төрағаның орынбасары", ru="Заместитель Председателя", en="Deputy Chair"),
    Wording(kk="Хатшы, жұмыс органы", ru="Секретарь, рабочий орган", en="Secretary, Working Organ"),
    Wording(
        kk="Тіркеуші, жұмыс органы", ru="Регистратор, рабочий орган", en="Clerk, Working Organ"
    ),
    Wording(kk="Мүше, қазақша", ru="Член, говорит по-казахски", en="Member, speaks Kazakh"),
    Wording(kk="Мүше, орысша", ru="Член, говорит по-русски", en="Member, speaks Russian"),
    Wording(kk="Мүше, ағылшынша", ru="Член, говорит по-английски", en="Member, speaks English"),
    Wording(
        kk="Кіші ассамблея хатшылығының меңгерушісі",
        ru="Заведующий секретариатом малой ассамблеи",
        en="Head of a small assembly's secretariat",
    ),
)
