"""How the site is built: ``make docs`` runs Sphinx with this, and every warning is an error."""

from importlib.metadata import version as installed

project = "ladder"
author = "the ladder developers"
copyright = "the ladder developers"
version = release = installed("career-ladder")  # pyproject.toml has it

extensions = [
    "myst_nb",
    "numpydoc",
    "sphinx.ext.autodoc",
    "sphinx_click",
    "sphinx_copybutton",
    "sphinx_design",
]
exclude_patterns = ["_build"]
nitpicky = True

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3  # as GitHub makes them, so that links hold there and here

# The notebook runs each time, and a cell that fails is an error.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 60

html_theme = "pydata_sphinx_theme"
html_title = "ladder"
html_static_path = ["_static"]
html_css_files = ["ladder.css"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "logo": {"text": "ladder"},
    "show_nav_level": 1,
    "navigation_with_keys": False,
    "search_bar_text": "Search: L504, avoid, pandas …",
    "footer_start": ["copyright"],
    "footer_end": [],
}

# What one copies is the command, neither the prompt nor what it prints.
copybutton_prompt_text = "$ "
copybutton_line_continuation_character = "\\"
