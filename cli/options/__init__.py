"""What can be typed: options that commands share, and what the values mean.

``path`` has those of whoever asks for a way, ``picture`` and ``selection`` those of a picture,
``importing`` those of an import, ``common`` what nearly all take. ``types`` says of a value what
it should be, and ``completion`` offers it to the shell. A new wish is a field of `graphs.Wishes`
and an option in ``path``; where a question may say it in words, `cli.ask.wishes` hears it.
"""
