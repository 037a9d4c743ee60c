"""What the acts and questions of this chapter are called, in the three languages."""

from shanyraq.people.models import Wording

PROPOSAL = Wording(
    kk="Мүшелікке кандидатура туралы бірлестіктің ұсынысы",
    ru="Предложение объединения о кандидатуре в члены",
    en="Proposal of an association of a candidate for membership",
)
NOMINATION = Wording(
    kk="Мүшелікке кандидатура ұсыну туралы",
    ru="О выдвижении кандидатуры в члены",
    en="On nominating a candidate for membership",
)
APPROVAL = Wording(
    kk="Мүшелікке кандидатураны бекіту туралы",
    ru="Об утверждении кандидатуры в члены",
    en="On approving a member",
)
REJECTION = Wording(
    kk="Мүшелікке кандидатураны қабылдамау туралы",
    ru="Об отклонении кандидатуры в члены",
    en="On rejecting a candidate for membership",
)
INCLUSION = Wording(
    kk="Төрағаның өз қарауы бойынша құрамға енгізу туралы",
    ru="О включении в состав по усмотрению Председателя",
    en="On including a person at the Chair’s own discretion",
)
REMOVAL = Wording(
    kk="Құрамнан шығару туралы",
    ru="О выводе из состава",
    en="On removing a member",
)
LEAVING = Wording(
    kk="Құрамнан өз еркімен шығу туралы өтініш",
    ru="Заявление о добровольном выходе из состава",
    en="Statement of leaving voluntarily",
)
APPOINTMENT = Wording(
    kk="Төраға орынбасарын тағайындау туралы",
    ru="О назначении заместителя Председателя",
    en="On appointing a Deputy Chair",
)
RELEASE = Wording(
    kk="Төраға орынбасарын қызметтен босату туралы",
    ru="Об освобождении заместителя Председателя",
    en="On releasing a Deputy Chair",
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
    kk="Мүшелікке кандидатура ұсыну: {name}",
    ru="Выдвижение кандидатуры в члены: {name}",
    en="Nominating a candidate for membership: {name}",
)
TO_CONSIDER = Wording(
    kk="Мүшелікке кандидатураны қарау: {name}",
    ru="Рассмотрение кандидатуры в члены: {name}",
    en="Considering a candidature for membership: {name}",
)
TO_PROPOSE_DEPUTY = Wording(
    kk="Төраға орынбасары лауазымына ұсыну: {name}",
    ru="Предложение о назначении заместителем Председателя: {name}",
    en="Proposing a Deputy Chair: {name}",
)
