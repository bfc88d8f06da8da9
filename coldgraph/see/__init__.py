"""Answers made visible: networks, their layout, one self-contained page, and files for other tools."""
