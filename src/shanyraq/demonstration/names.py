"""Invented names in three languages.

The family names were made up of words for grass, water, wind and light, in the shapes that family
names have in Kazakhstan, so that they look like a list of the Assembly and belong to nobody. No
shape says anything of the person: nothing but the three spellings is recorded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from shanyraq.people.models import Wording

#: Family names: Kazakh, Russian and English spelling of a man's name, then how a woman's differs:
#: "a" takes an ending, "" stays, "ский" and "ұлы" change theirs.
FAMILIES = (
    ("Ақсағымов", "Аксагымов", "Aksagymov", "a"),
    ("Әнқоңыров", "Анконыров", "Ankonyrov", "a"),
    ("Арайтаңұлы", "Арайтанулы", "Araitanuly", "ұлы"),
    ("Арегвардян", "Арегвардян", "Aregvardyan", ""),
    ("Барвинчук", "Барвинчук", "Barvinchuk", ""),
    ("Бозжусанов", "Бозжусанов", "Bozzhusanov", "a"),
    ("Булагзаде", "Булагзаде", "Bulagzade", ""),
    ("Вайденхайн", "Вайденхайн", "Weidenhain", ""),
    ("Веснянко", "Веснянко", "Vesnyanko", ""),
    ("Ветроградов", "Ветроградов", "Vetrogradov", "a"),
    ("Ғарышкеров", "Гарышкеров", "Garyshkerov", "a"),
    ("Гүлзарходжаев", "Гульзарходжаев", "Gulzarkhodzhayev", "a"),
    ("Дубровчик", "Дубровчик", "Dubrovchik", ""),
    ("Жаһангезов", "Жахангезов", "Zhakhangezov", "a"),
    ("Желкенұлы", "Желкенулы", "Zhelkenuly", "ұлы"),
    ("Жұпаргүлов", "Жупаргулов", "Zhupargulov", "a"),
    ("Заранковский", "Заранковский", "Zarankovsky", "ский"),
    ("Зореславин", "Зореславин", "Zoreslavin", "a"),
    ("Илиопетридис", "Илиопетридис", "Iliopetridis", ""),
    ("Іңкәров", "Инкаров", "Inkarov", "a"),
    ("Йолдызлин", "Йолдызлин", "Yoldyzlin", "a"),
    ("Квелленберг", "Квелленберг", "Quellenberg", ""),
    ("Ковылёв", "Ковылёв", "Kovylyov", "a"),
    ("Көксеңгіров", "Коксенгиров", "Koksengirov", "a"),
    ("Криниченко", "Криниченко", "Krinichenko", ""),
    ("Құралайтау", "Куралайтау", "Kuralaitau", ""),
    ("Лусатуян", "Лусатуян", "Lusatuyan", ""),
    ("Малховлоев", "Малховлоев", "Malkhovloyev", "a"),
    ("Мзегорашвили", "Мзегорашвили", "Mzegorashvili", ""),
    ("Мидын", "Мидын", "Midyn", ""),
    ("Мөлдірбұлақ", "Молдирбулак", "Moldirbulak", ""),
    ("Ольшанцевич", "Ольшанцевич", "Olshantsevich", ""),
    ("Өркенұлы", "Оркенулы", "Orkenuly", "ұлы"),
    ("Полынцев", "Полынцев", "Polyntsev", "a"),
    ("Родниковский", "Родниковский", "Rodnikovsky", "ский"),
    ("Рожхалатов", "Рожхалатов", "Rozhkhalatov", "a"),
    ("Рощиненко", "Рощиненко", "Roshchinenko", ""),
    ("Самалтаев", "Самалтаев", "Samaltayev", "a"),
    ("Снегирьков", "Снегирьков", "Snegirkov", "a"),
    ("Степнозоров", "Степнозоров", "Stepnozorov", "a"),
    ("Таңшолпанов", "Таншолпанов", "Tansholpanov", "a"),
    ("Теңізтолқын", "Тенизтолкын", "Teniztolkyn", ""),
    ("Ұялыбұлақ", "Уялыбулак", "Uyalybulak", ""),
    ("Үркерұлы", "Уркерулы", "Urkeruly", "ұлы"),
    ("Харён", "Харён", "Kharyon", ""),
    ("Чинароглы", "Чинароглы", "Chinarogly", ""),
    ("Чишмәев", "Чишмаев", "Chishmayev", "a"),
    ("Шавынза", "Шавынза", "Shavynza", ""),
    ("Шағырмақов", "Шагырмаков", "Shagyrmakov", "a"),
    ("Штеппенау", "Штеппенау", "Steppenau", ""),
)
WOMEN = (
    ("Айгүл", "Айгуль", "Aigul"),
    ("Амина", "Амина", "Amina"),
    ("Анна", "Анна", "Anna"),
    ("Әсел", "Асель", "Asel"),
    ("Валентина", "Валентина", "Valentina"),
    ("Гүлназ", "Гульназ", "Gulnaz"),
    ("Дәмегүл", "Дамегуль", "Damegul"),
    ("Елена", "Елена", "Yelena"),
    ("Жібек", "Жибек", "Zhibek"),
    ("Зарина", "Зарина", "Zarina"),
    ("Инга", "Инга", "Inga"),
    ("Камила", "Камила", "Kamila"),
    ("Лейла", "Лейла", "Leila"),
    ("Марта", "Марта", "Marta"),
    ("Нино", "Нино", "Nino"),
    ("Оксана", "Оксана", "Oksana"),
    ("Ранохон", "Ранохон", "Ranokhon"),
    ("Светлана", "Светлана", "Svetlana"),
    ("Тамара", "Тамара", "Tamara"),
    ("Ұлпан", "Улпан", "Ulpan"),
    ("Фатима", "Фатима", "Fatima"),
    ("Хеда", "Хеда", "Kheda"),
    ("Шолпан", "Шолпан", "Sholpan"),
    ("Эльвира", "Эльвира", "Elvira"),
    ("Юлия", "Юлия", "Yuliya"),
)
MEN = (
    ("Азамат", "Азамат", "Azamat"),
    ("Ақжол", "Акжол", "Akzhol"),
    ("Богдан", "Богдан", "Bogdan"),
    ("Вильям", "Вильям", "William"),
    ("Георгий", "Георгий", "Georgy"),
    ("Дәурен", "Даурен", "Dauren"),
    ("Ерлан", "Ерлан", "Yerlan"),
    ("Жандос", "Жандос", "Zhandos"),
    ("Ибраһим", "Ибрагим", "Ibrahim"),
    ("Камиль", "Камиль", "Kamil"),
    ("Леонид", "Леонид", "Leonid"),
    ("Марат", "Марат", "Marat"),
    ("Нұрлан", "Нурлан", "Nurlan"),
    ("Олжас", "Олжас", "Olzhas"),
    ("Пётр", "Пётр", "Pyotr"),
    ("Роберт", "Роберт", "Robert"),
    ("Сергей", "Сергей", "Sergey"),
    ("Тигран", "Тигран", "Tigran"),
    ("Умар", "Умар", "Umar"),
    ("Фёдор", "Фёдор", "Fyodor"),
    ("Хасан", "Хасан", "Khasan"),
    ("Шухрат", "Шухрат", "Shukhrat"),
    ("Эдуард", "Эдуард", "Eduard"),
    ("Юрий", "Юрий", "Yury"),
    ("Яков", "Яков", "Yakov"),
)
#: What a man's ending becomes in a woman's name, in the three spellings.
_ENDINGS = {
    "": (("", ""), ("", ""), ("", "")),
    "a": (("", "а"), ("", "а"), ("", "a")),
    "ский": (("ий", "ая"), ("ий", "ая"), ("y", "aya")),
    "ұлы": (("ұлы", "қызы"), ("улы", "кызы"), ("uly", "kyzy")),
}


@dataclass(frozen=True, slots=True)
class InventedName:
    """A name that nobody bears: family name and given name in the three spellings."""

    family: Wording
    given: Wording

    @property
    def full(self) -> Wording:
        """Family name first, as lists are sorted."""
        return Wording(
            kk=f"{self.family.kk} {self.given.kk}",
            ru=f"{self.family.ru} {self.given.ru}",
            en=f"{self.family.en} {self.given.en}",
        )


def _wording(spellings: Sequence[str]) -> Wording:
    kk, ru, en = spellings
    return Wording(kk=kk, ru=ru, en=en)


def _of_a_woman(spelling: str, ending: tuple[str, str]) -> str:
    return spelling.removesuffix(ending[0]) + ending[1]


def invented_name(place: int) -> InventedName:
    """The name at a place of the endless list; the first 2,500 differ from one another."""
    turn, family = divmod(place, len(FAMILIES))
    *spellings, change = FAMILIES[family]
    is_woman = (family + turn) % 2 == 0
    given = (WOMEN if is_woman else MEN)[(7 * family + turn) % len(WOMEN)]
    if is_woman:
        spellings = [_of_a_woman(*pair) for pair in zip(spellings, _ENDINGS[change], strict=True)]
    return InventedName(_wording(spellings), _wording(given))


def invented_names() -> Iterator[InventedName]:
    """Names in their order, one after another."""
    return map(invented_name, count())
