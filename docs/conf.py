"""How the site is built: ``make docs`` runs Sphinx with this, and every warning is an error."""

import sys
from importlib.metadata import version as installed
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "ladder"
author = "the ladder developers"
copyright = "the ladder developers"
version = release = installed("career-ladder")  # pyproject.toml has it

extensions = [
    "myst_nb",
    "numpydoc",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "sphinx_design",
    "generated",
]
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [("py:.*", r"(collections|pathlib|typing|types|networkx|pyarrow)\..*")]
smartquotes = False  # -- begins an option

autodoc_typehints = "none"  # the docstrings say them, in words
autodoc_inherit_docstrings = False
autodoc_member_order = "bysource"
maximum_signature_line_length = 60
numpydoc_show_class_members = False

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3  # as GitHub makes them, so that links hold there and here

# The notebook runs each time, and a cell that fails is an error.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 60

html_theme = "pydata_sphinx_theme"
html_title = "ladder"
html_favicon = "_static/logo.svg"
html_static_path = ["_static"]
html_css_files = ["ladder.css"]
html_search_scorer = str(Path(__file__).parent / "_ext" / "scorer.js")
html_sidebars = {page: [] for page in ("tutorial", "questions", "contributing", "changelog")}
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "logo": {
        "text": "ladder",
        "image_light": "_static/logo.svg",
        "image_dark": "_static/logo.svg",
        "alt_text": "ladder, the front page",
    },
    "show_nav_level": 1,
    "collapse_navigation": False,
    "secondary_sidebar_items": ["page-toc"],
    "pygments_light_style": "tango",
    "pygments_dark_style": "github-dark",
    "navigation_with_keys": False,
    "search_bar_text": "Search: L504, avoid, pandas …",
    "footer_start": ["copyright"],
    "footer_end": [],
}

# What one copies is the command, neither the prompt nor what it prints.
copybutton_prompt_text = "$ "
copybutton_line_continuation_character = "\\"
