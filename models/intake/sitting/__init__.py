"""One sitting of intake: from what was dropped to one change, whoever asks for it."""
