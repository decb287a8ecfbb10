"""Text is read in whichever encoding it was written, or refused; never as other text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder import FileProblems, UnreadableFile
from ladder.files.encodings import decode_any

TEXTS = {
    "French": "Fonction;Compétence\nIngénieur confirmé;Écoute de l’équipe – à distance",
    "German": "Rolle;Fähigkeit\nÄlterer Entwickler;Überblick über größere Aufgaben",
    "Spanish": "Rol;Habilidad\nDiseñador;Gestión analítica\n¿Analista?;Página",
    "Portuguese": "Função;Gestão\nAnalista sênior;Informação",
    "Norwegian": "Rolle;Språk\nFørstekonsulent;Økonomi",
    "English": "Role;Skill\nCafé manager;Doesn’t need help – “mostly”",
    "one letter": "Rôle\nChef",
}
KNOWN = {"cp1252": ("CP1252", "Latin-1"), "mac_roman": ("Mac Roman",), "cp850": ("CP850",)}


@pytest.mark.parametrize("encoding", KNOWN)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_old_encodings_are_told_apart(text: str, encoding: str) -> None:
    """By where the accents stand; the text is the one that was written."""
    plain = "".join(c for c in text if c not in "’–“”") if encoding == "cp850" else text
    found = decode_any(plain.encode(encoding), "skills.csv")
    assert found.text == plain
    assert found.encoding is not None
    assert found.encoding.startswith(KNOWN[encoding])


def test_latin_1_is_named_where_it_is_the_same() -> None:
    """And CP1252 where a character is Windows' own."""
    assert decode_any(b"R\xf4le", "a.csv").encoding == "Latin-1 (ISO 8859-1)"
    assert decode_any("Rôle – à".encode("cp1252"), "a.csv").encoding == "CP1252, as Windows writes"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_nothing_is_said_of_utf_8(encoding: str) -> None:
    """With or without the mark that Excel puts before it."""
    assert decode_any("Rôle;✓".encode(encoding), "a.csv") == ("Rôle;✓", None)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [*TEXTS.values(), "Role\t✓\nChef\t●●○\n", "角色,SQL\n经理,2\n"])
def test_utf_16(encoding: str, text: str) -> None:
    """With a mark or without one, where the zeros of ASCII letters show it."""
    found = decode_any(text.encode(encoding), "a.csv")
    assert found.text == text
    assert found.encoding is not None
    assert found.encoding.startswith("UTF-16")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Роль;Навык\nРазработчик;Проектирование", "cp1251"),
        ("Stanowisko;Umiejętność\nInżynier;Współpraca", "cp1250"),
        ("Pozice;Příliš žluťoučký kůň\nVývojář;Řízení", "cp1250"),
        ("Ρόλος;Δεξιότητα\nΜηχανικός;Ανάλυση", "cp1253"),
        ("役割,技能\n分析者,調査", "shift_jis"),
        ("角色,技能\n分析师,调查研究", "gb18030"),
    ],
)
def test_other_languages_are_not_read_as_western(text: str, encoding: str) -> None:
    """Their old encodings give letters that stand as no Western word has them."""
    with pytest.raises(UnreadableFile, match="save it as UTF-8"):
        decode_any(text.encode(encoding), "a.csv")


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\0\0", b"a\0b,c", b"\xff\xfe\0\0a\0\0\0", b"\0" * 9]
)
def test_binary_is_no_text(content: bytes) -> None:
    """Zeros are in no text, but for those of UTF-16."""
    with pytest.raises(UnreadableFile, match="not a text file"):
        decode_any(content, "a.csv")


def test_a_damaged_end_is_told() -> None:
    """Half a character at the end of UTF-16."""
    with pytest.raises(UnreadableFile, match="damaged"):
        decode_any("Rôle".encode("utf-16")[:-1], "a.csv")


def test_odd_characters_have_their_places() -> None:
    """Whatever the encoding."""
    with pytest.raises(FileProblems, match=r"a\.csv:2:2: invisible character U\+202E"):
        decode_any("Role\nR\u202eô".encode("utf-16"), "a.csv")


WORDS = (
    "Rôle", "Fähigkeit", "Überblick", "Größe", "Diseñador", "Gestión", "Función", "Élève", "être",
    "où", "déjà", "Español", "Señor", "für", "Größere", "Prüfung", "Qualität", "Änderung", "naïf",
    "Économie", "Ökonomie", "über", "Añadir", "Título", "Coordinação", "Språk", "Ærlig",
)  # fmt: skip


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
    encoding=st.sampled_from(list(KNOWN)),
)
def test_words_come_back_or_are_refused(words: list[str], encoding: str) -> None:
    """Whichever words there are, they are never read as others."""
    text = ";".join(words)
    try:
        found = decode_any(text.encode(encoding), "a.csv")
    except UnreadableFile:
        return
    assert found.text == text
