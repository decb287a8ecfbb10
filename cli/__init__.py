"""The terminal: parse, call, print."""

import atexit
import gc

# Most commands are over before any garbage matters. Looking for it while modules are loaded, and
# again at the end, takes a tenth of the time of a question.
gc.set_threshold(50_000)
atexit.register(gc.freeze)
