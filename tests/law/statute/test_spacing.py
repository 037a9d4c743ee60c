"""Word gaps of letter-spaced runs come back from the words of the same text."""

from shanyraq.law.statute.spacing import Vocabulary, divide, restore_runs

TEXT = "Кеңес жаңа көпір салады. Көпірді салу үшін тас керек, тасты салушы таңдайды."


def test_a_run_of_known_words_is_divided_where_the_words_part() -> None:
    restored, runs = restore_runs(f"{TEXT} Бүгін ж а ң а к ө п і р с а л у .")
    assert restored.endswith("Бүгін жаңа көпір салу .")
    assert [run.restored for run in runs] == ["жаңа көпір салу"]


def test_a_stem_with_an_ending_of_the_text_is_one_word() -> None:
    assert divide("тасдікерек", Vocabulary(f"{TEXT} көпірдікі көпірді")) == ["тасді", "керек"]


def test_a_word_that_the_text_never_uses_is_named_in_the_report() -> None:
    _, runs = restore_runs(f"{TEXT} Кеш б а л ы қ ш ы л ар келді".replace("л ар", "л а р"))
    assert [run.unheard for run in runs] == [("балықшылар",)]


def test_numbers_and_capitals_begin_new_words() -> None:
    restored, _ = restore_runs(f"{TEXT} 2 0 0 2 ж а ң а К е ң е с")
    assert restored.endswith("2002 жаңа Кеңес")


def test_a_run_is_reported_with_its_line_and_its_printed_form() -> None:
    _, runs = restore_runs("бір\nсалу\nм е н с а л у")
    assert [(run.line, run.printed) for run in runs] == [(3, "м е н с а л у")]


def test_short_words_are_no_run() -> None:
    assert restore_runs("а б салу") == ("а б салу", [])
