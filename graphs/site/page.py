"""The page: one file of styles, scripts, data and the planner, under a strict policy."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphs.deadline import Telling, nobody
from graphs.drawing.dot.theme import Theme
from graphs.words import LANGUAGES, words_of
from ladder import Ladder, to_plain

from .content import answers_of, content_of
from .engine import PARTS, lacking, part
from .looks import style_of
from .maps import maps_of

HERE = Path(__file__).parent
SCRIPTS = (
    *("parts", "words", "elements", "address", "search", "ladder", "pickers", "planner"),
    *("fold", "joins", "map", "gates", "role", "timeline", "keep", "answer", "reasons", "no"),
    *("reach", "compare", "assessment", "form", "main"),
)
"""The modules of the page's script, each behind those that it imports."""
NOTICE = (
    "<!-- The planner's parts: Pyodide (MPL-2.0, github.com/pyodide/pyodide), Python (PSF-2.0), "
    "fastjsonschema and click (BSD-3-Clause), ladder (MIT). -->"
)

_MODULE_WORDS = re.compile(r"^import .*?;\n|^export (?:default )?", re.MULTILINE | re.DOTALL)


def page(
    ladder: Ladder, *, light: bool = False, theme: Theme | None = None, done: Telling = nobody
) -> str:
    """Make the page of a ladder.

    Parameters
    ----------
    ladder : Ladder
    light : bool
        Leave the planner out; the page then has the answers for established holders alone.
    theme : Theme, optional
        Its colours, by day and by night; left out, light or dark as the reader has it.
    done : callable, optional
        Told how much of how much is done.

    Returns
    -------
    str
        HTML that asks for nothing else. It holds the planner unless `engine.lacking` says why not.
    """
    script, style = _script(), style_of(theme) + _read("app/style.css")
    data: dict[str, Any] = {"content": content_of(ladder), "answers": answers_of(ladder, done)}
    data["words"] = {language: dict(words_of(language).table) for language in LANGUAGES}
    # Letters need their room, so that each language has drawings of its own.
    data |= {f"maps-{language}": maps_of(ladder, words_of(language)) for language in LANGUAGES}
    blocks = [_block(name, _packed(_json(value))) for name, value in data.items()]
    engine = [] if light or lacking() else list(_engine(ladder))
    name = html.escape(ladder.name)
    return "\n".join(
        [
            "<!doctype html>",
            *([] if not engine else [NOTICE]),
            '<html lang="en">',
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(script, style)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{name}</title>",
            f"<style>{style}</style>",
            f'<header id="top"><h1><a href="#">{name}</a></h1></header>',
            f'<main id="main"{" data-planned" if engine else ""}>',
            "<noscript>This page needs JavaScript. Nothing is sent anywhere.",
            '<span lang="de">Diese Seite braucht JavaScript. Sie überträgt keine Daten.</span>',
            "</noscript></main>",
            *blocks,
            f"<script>{script}</script>",
            *engine,
            "</html>",
            "",
        ]
    )


def _policy(script: str, style: str) -> str:
    """Nothing is loaded or sent, and no text becomes markup or a script."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src '{_digest(script)}' 'wasm-unsafe-eval'",
            "worker-src blob:",
            f"style-src '{_digest(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types planner",
        ]
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _script() -> str:
    """All modules in one scope: their words ``import`` and ``export`` are taken out."""
    modules = (_MODULE_WORDS.sub("", _read(f"app/{name}.js")) for name in SCRIPTS)
    return '"use strict";\n{\n' + "\n".join(modules) + "}\n"


def _engine(ladder: Ladder) -> Iterator[str]:
    for name in PARTS:
        yield _block(name, part(name))
    yield _block("worker", _packed(_read("app/worker.js")))
    yield _block("ladder", _packed(_json(to_plain(ladder))))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


def _block(name: str, packed: bytes) -> str:
    """A part of the page that no browser runs or shows."""
    content = base64.b64encode(packed).decode()
    return f'<script type="text/x-part" id="part-{name}">{content}</script>'


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
