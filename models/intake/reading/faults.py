"""What can be wrong with a text, before anybody knows the name of its file."""

from __future__ import annotations


class TooManyCells(Exception):
    """More cells than a list of people can hold."""


class Sprawling(Exception):
    """Cells so far apart that a reader that keeps whole rectangles must give up."""


class NotWellFormed(Exception):
    """Markup that breaks off or is broken."""


class ForbiddenEntities(Exception):
    """XML that declares a DTD, which no office program writes."""
