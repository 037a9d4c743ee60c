"""Where an installation keeps its database, files and secret."""

import os
import secrets
from pathlib import Path

from platformdirs import user_data_path

#: The pack of an installation that was told none.
FIRST_PACK = "kz-assembly-2002"
PACK_FILE = "pack"
CHECKOUT = Path(__file__).parents[3]


def home() -> Path:
    """The folder of this installation: SHANYRAQ_HOME, else the checkout's, else the user's own."""
    if chosen := os.environ.get("SHANYRAQ_HOME"):
        folder = Path(chosen)
    elif (CHECKOUT / "pyproject.toml").is_file():
        folder = CHECKOUT / "var"
    else:
        folder = user_data_path("shanyraq")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def chosen_pack(folder: Path) -> str:
    """The charter pack of an installation: SHANYRAQ_PACK, else the one it remembers, else ours."""
    if chosen := os.environ.get("SHANYRAQ_PACK"):
        return chosen
    remembered = folder / PACK_FILE
    return remembered.read_text(encoding="utf-8").strip() if remembered.is_file() else FIRST_PACK


def remember_pack(folder: Path, name: str) -> None:
    """Let an installation remember its charter pack, so that every command asks the same law."""
    (folder / PACK_FILE).write_text(f"{name}\n", encoding="utf-8")


def secret_key(folder: Path) -> str:
    """The installation's secret, made at the first start and readable by its owner only."""
    path = folder / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    key = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key
