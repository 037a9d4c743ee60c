"""Tell an answer in Kazakh, Russian or English: short sentences, numbers, clause, wording."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from shanyraq.law.answers import ALL_OF, Answer, GivenFact
from shanyraq.law.findings import Outcome
from shanyraq.law.grammar import NO_BREAK, SpokenDay, SpokenNumber
from shanyraq.law.judging import IN_PERSON, ON_BEHALF
from shanyraq.law.kinds import ChainRule, DutyRule, PowerRule, RightRule, Words
from shanyraq.law.packs import Pack
from shanyraq.law.phrases import PHRASES
from shanyraq.law.provisions import Language, address_words
from shanyraq.law.requirements import requirement_of

UNSPOKEN = frozenset({Outcome.NO_PROVISION, Outcome.TEXT_UNKNOWN, Outcome.CONFLICT})


@dataclass(frozen=True, slots=True)
class Telling:
    """An answer in one language, part by part; a part that has nothing to say is empty.

    `conclusion` is the answer in a word or two, `reason` the facts, `requirement` what the rule
    asks, `working` the comparison in whole numbers, `citation` the clause, `wording` since when it
    reads so and by which act, `reading` the readings it rests on.
    """

    conclusion: str
    reason: str = ""
    requirement: str = ""
    working: str = ""
    citation: str = ""
    wording: str = ""
    reading: str = ""

    @property
    def sentence(self) -> str:
        """All parts, each a sentence of its own."""
        needs = f"{self.requirement} ({self.working})" if self.working else self.requirement
        parts = (self.conclusion, self.reason, needs, self.citation, self.wording, self.reading)
        return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def tell(answer: Answer, language: Language) -> Telling:
    """Put an answer into one language."""
    return _Teller(answer, language).telling()


@dataclass(frozen=True, slots=True)
class _Teller:
    """One answer with the language it is told in."""

    answer: Answer
    language: Language

    def telling(self) -> Telling:
        """Choose by what sort of answer it is."""
        if self.answer.kind == ALL_OF:
            return self._composed()
        if self.answer.outcome in UNSPOKEN:
            return self._silent()
        return Telling(
            conclusion=self._conclusion(),
            reason=self._reason(),
            requirement=requirement_of(self.answer, self.language),
            working=self.answer.finding.computed or "",
            citation=self._citation(),
            wording=self._wording(),
            reading=self._readings(),
        )

    def _composed(self) -> Telling:
        children = self.answer.children
        numbers = {"met": sum(child.met for child in children), "all": len(children)}
        conclusion = self._say("all_of", **self._numbers(numbers))
        if self.answer.met or not children:
            return Telling(conclusion)
        return Telling(conclusion, reason=tell(self.answer.deciding, self.language).sentence)

    def _silent(self) -> Telling:
        if self.answer.outcome is Outcome.CONFLICT:
            reasons = (tell(child, self.language).sentence for child in self.answer.children)
            return Telling(self._say("conflict"), reason=" ".join(reasons))
        pack, rule, wording = self.answer.pack, self.answer.provision, self.answer.wording
        if pack is None or rule is None or wording is None:
            return Telling(self._say(f"outcome.{self.answer.outcome}"))
        if self.answer.outcome is Outcome.NO_PROVISION:
            return Telling(self._no_provision(pack))
        conclusion = self._say(
            "text_unknown" if wording.until else "text_unknown.always",
            citation=self._citation(),
            on=self._day(self.answer.on),
            known=self._day(wording.until or self.answer.on),
        )
        by = pack.head.unknown_wording
        reading = self._say("reading", readings=by) if by else ""
        return Telling(conclusion, reading=". ".join(filter(None, (reading, self._prevalence()))))

    def _no_provision(self, pack: Pack) -> str:
        if pack.in_force(self.answer.on):
            return self._say("no_provision.rule", on=self._day(self.answer.on))
        early = self.answer.on < pack.begins
        return self._say(
            "no_provision.before" if early else "no_provision.after",
            on=self._day(self.answer.on),
            instrument=self._instrument(
                pack.head.made_by if early else pack.head.repealed_by or ""
            ),
            begins=self._day(pack.begins),
            ends=self._day(pack.ends),
        )

    def _conclusion(self) -> str:
        answer, rule = self.answer, self.answer.provision
        if answer.outcome is Outcome.UNDETERMINED:
            return self._say("outcome.undetermined")
        if isinstance(rule, PowerRule | RightRule | DutyRule):
            behalf = answer.finding.value == ON_BEHALF
            ending = "on_behalf" if behalf else answer.outcome
            return self._say(f"{answer.kind}.{ending}", does=rule.does.spoken(self.language))
        says = getattr(rule, "says", None)
        if not isinstance(says, Words):
            return self._say(f"outcome.{answer.outcome}")
        text = says.met if answer.met else says.not_met
        return text.spoken(self.language).format_map(self._facts())

    def _reason(self) -> str:
        answer, rule = self.answer, self.answer.provision
        if answer.finding.lacking:
            labels = self._listed(self._label(name) for name in answer.finding.lacking)
            return self._say("lacking", facts=labels)
        if isinstance(rule, PowerRule | RightRule | DutyRule):
            return self._who(rule.holders)
        says = getattr(rule, "says", None)
        because = says.because if isinstance(says, Words) else None
        return because.spoken(self.language).format_map(self._facts()) if because else ""

    def _who(self, holders: tuple[str, ...]) -> str:
        given = next((fact.value for fact in self.answer.facts), ())
        posts = self._listed(map(self._holder, given if isinstance(given, tuple) else ()))
        acting = self._say("acting", posts=posts or self._say("acting.none"))
        if self.answer.finding.value == IN_PERSON:
            return acting
        belongs = self._say("holders", holders=self._listed(map(self._holder, holders)))
        return f"{belongs}. {acting}"

    def _citation(self) -> str:
        rule = self.answer.provision
        if rule is None:
            return ""
        behalf = self.answer.finding.value == ON_BEHALF
        cited = (rule.clause, *rule.also) if behalf else (rule.clause,)
        pack = self.answer.pack.id if self.answer.pack else ""
        return "; ".join(address_words(address, self.language, pack) for address in cited)

    def _wording(self) -> str:
        wording = self.answer.wording
        if wording is None or wording.since is None:
            return ""
        since = self._day(wording.since)
        if wording.by is None:
            return self._say("wording.unnoted", since=since)
        return self._say("wording", since=since, instrument=self._instrument(wording.by))

    def _readings(self) -> str:
        rule = self.answer.provision
        numbers = rule.readings if rule else ()
        parts = [
            self._say("readings" if len(numbers) > 1 else "reading", readings=", ".join(numbers))
            if numbers
            else "",
            self._say("warning")
            if self.answer.severity == "warning" and not self.answer.met
            else "",
            self._prevalence(),
        ]
        return ". ".join(part for part in parts if part)

    def _prevalence(self) -> str:
        """Which act prevails over which, when several answer."""
        pack, overridden = self.answer.pack, self.answer.overridden
        if pack is None or not overridden:
            return ""
        acts = (self._instrument(each.head.made_by, each) for each in overridden)
        above = self._instrument(pack.head.made_by)
        return self._say("prevails", act=above, others=self._listed(acts))

    def _instrument(self, name: str, pack: Pack | None = None) -> str:
        within = pack or self.answer.pack
        instrument = within.head.instruments[name] if within else None
        if instrument is None:
            return name
        kind = instrument.type.spoken(self.language)
        return self._say("instrument", type=kind, number=instrument.number, nbsp=NO_BREAK)

    def _facts(self) -> Mapping[str, object]:
        spoken = {fact.name: self._spoken(fact) for fact in self.answer.facts}
        found = self.answer.finding
        return {**spoken, "value": self._word(found.value or "")}

    def _spoken(self, fact: GivenFact) -> object:
        value = fact.value
        if isinstance(value, bool | tuple):
            return value
        if isinstance(value, int):
            return SpokenNumber(value, self.language)
        return self._day(value) if isinstance(value, date) else self._word(value)

    def _word(self, word: str) -> str:
        pack = self.answer.pack
        known = pack.words if pack else {}
        return known[word].spoken(self.language) if word in known else word

    def _holder(self, holder: str) -> str:
        return self._word(holder)

    def _label(self, fact: str) -> str:
        return label_of(self.answer, fact, self.language)

    def _listed(self, words: Iterable[str]) -> str:
        return ", ".join(words)

    def _day(self, day: date) -> SpokenDay:
        return SpokenDay(day, self.language)

    def _numbers(self, numbers: Mapping[str, int]) -> dict[str, object]:
        return {name: SpokenNumber(number, self.language) for name, number in numbers.items()}

    def _say(self, phrase: str, **values: object) -> str:
        return PHRASES[self.language][phrase].format_map(values)


def label_of(answer: Answer, fact: str, language: Language) -> str:
    """What a fact of an answer's rule is called; a step of a chain is called by its own words."""
    rule, pack = answer.provision, answer.pack
    if isinstance(rule, ChainRule):
        return next(step.says.spoken(language) for step in rule.steps if step.id == fact)
    return pack.book.facts[fact].label.spoken(language) if pack else fact


def tell_tree(answer: Answer, language: Language) -> Iterator[tuple[int, Telling]]:
    """Every node of an answer with its depth, in the order of reading."""
    yield 0, tell(answer, language)
    for child in answer.children:
        yield from ((depth + 1, telling) for depth, telling in tell_tree(child, language))
