"""What the acts and questions of this chapter are called, in the three languages."""

from shanyraq.people.models import Wording

PROPOSAL = Wording(
    kk="Ассамблея мүшелігіне кандидатура туралы бірлестіктің ұсынысы",
    ru="Предложение объединения о кандидатуре в члены Ассамблеи",
    en="Proposal of an association of a candidate for the Assembly",
)
NOMINATION = Wording(
    kk="Ассамблея мүшелігіне кандидатура ұсыну туралы",
    ru="О выдвижении кандидатуры в члены Ассамблеи",
    en="On nominating a candidate for the Assembly",
)
APPROVAL = Wording(
    kk="Ассамблея мүшелігіне кандидатураны бекіту туралы",
    ru="Об утверждении кандидатуры в члены Ассамблеи",
    en="On approving a member of the Assembly",
)
REJECTION = Wording(
    kk="Ассамблея мүшелігіне кандидатураны қабылдамау туралы",
    ru="Об отклонении кандидатуры в члены Ассамблеи",
    en="On rejecting a candidate for the Assembly",
)
INCLUSION = Wording(
    kk="Төрағаның өз қарауы бойынша Ассамблея құрамына енгізу туралы",
    ru="О включении в состав Ассамблеи по усмотрению Председателя",
    en="On including a person in the Assembly at the Chair’s own discretion",
)
REMOVAL = Wording(
    kk="Ассамблея құрамынан шығару туралы",
    ru="О выводе из состава Ассамблеи",
    en="On removing a member from the Assembly",
)
LEAVING = Wording(
    kk="Құрамнан өз еркімен шығу туралы өтініш",
    ru="Заявление о добровольном выходе из состава",
    en="Statement of leaving voluntarily",
)
APPOINTMENT = Wording(
    kk="Ассамблея Төрағасының орынбасарын тағайындау туралы",
    ru="О назначении заместителя Председателя Ассамблеи",
    en="On appointing a Deputy Chair of the Assembly",
)
RELEASE = Wording(
    kk="Ассамблея Төрағасының орынбасарын қызметтен босату туралы",
    ru="Об освобождении заместителя Председателя Ассамблеи",
    en="On releasing a Deputy Chair of the Assembly",
)
LOCAL_INCLUSION = Wording(
    kk="Кіші ассамблея құрамына енгізу туралы",
    ru="О включении в состав малой ассамблеи",
    en="On including a member in the small assembly",
)
LOCAL_END = Wording(
    kk="Кіші ассамблея құрамынан шығару туралы",
    ru="О выводе из состава малой ассамблеи",
    en="On ending a membership of the small assembly",
)

#: Questions of agendas, each about one person: {name}.
TO_NOMINATE = Wording(
    kk="Ассамблея мүшелігіне кандидатура ұсыну: {name}",
    ru="Выдвижение кандидатуры в члены Ассамблеи: {name}",
    en="Nominating a candidate for the Assembly: {name}",
)
TO_CONSIDER = Wording(
    kk="Ассамблея мүшелігіне кандидатураны қарау: {name}",
    ru="Рассмотрение кандидатуры в члены Ассамблеи: {name}",
    en="Considering a candidature for the Assembly: {name}",
)
TO_PROPOSE_DEPUTY = Wording(
    kk="Төраға орынбасары лауазымына ұсыну: {name}",
    ru="Предложение о назначении заместителем Председателя: {name}",
    en="Proposing a Deputy Chair: {name}",
)
