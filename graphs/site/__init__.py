"""A page for browsers, with the planner in it: one file that needs nothing else.

``page`` puts the file together, of what ``content`` says of a ladder, the drawings that ``maps``
makes, the colours of ``looks``, and the scripts and styles in ``app``; its words stand in
``graphs.words``, a table for each language. In the browser, ``app/worker.js`` runs this very
package by what lies in ``runtime`` (``make planner`` makes it), and asks ``planner``. Without it
the page is a light one: it has the answers that ``content`` worked out beforehand.

The scripts are plain modules, put one behind the other; they show, and never count. No text of a
ladder becomes markup: all of it goes through ``textContent``, and the page's policy refuses more.
"""
