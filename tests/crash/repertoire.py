"""What is going on when a crash comes: all scripts, by their names."""

from __future__ import annotations

from collections.abc import Mapping

from models.clock import Clock
from tests.crash.guarded_scripts import GUARDED
from tests.crash.scene import Scene, Ticking
from tests.crash.scripts import USUAL, Deeds, Script

SCRIPTS: Mapping[str, Script] = {**USUAL, **GUARDED}


def prepare(kind: str, scene: Scene) -> None:
    """Make the scene ready for a script of that kind."""
    scene.make()
    SCRIPTS[kind].prepare(scene, Ticking())


def play(kind: str, scene: Scene, begin: Clock) -> Deeds:
    """Do all that the script says, telling of each act once it is done."""
    return SCRIPTS[kind].play(scene, begin)
