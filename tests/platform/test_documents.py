"""Documents hold every Kazakh letter in fonts of their own."""

import io
from pathlib import Path

from pypdf import PdfReader

from shanyraq.platform.documents import pdf

LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"


def test_every_kazakh_letter_can_be_read_out_of_a_document(tmp_path: Path) -> None:
    template = tmp_path / "letters.typ"
    template.write_text(
        '#let data = json(bytes(sys.inputs.data))\n#set document(title: "Letters")\n'
        '#set text(font: "Golos Text", lang: "kk")\n#data.letters',
        encoding="utf-8",
    )
    made = PdfReader(io.BytesIO(pdf(template, {"letters": LETTERS})))
    assert made.pages[0].extract_text().strip() == LETTERS
    fonts = made.pages[0]["/Resources"]["/Font"]  # type: ignore[index] # pypdf types it as any object
    assert fonts
