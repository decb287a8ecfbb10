"""The terminal: parse, call, print."""

import gc

# Most commands are over before any garbage matters, and looking for it while modules are loaded
# takes a twentieth of their time.
gc.set_threshold(50_000)
