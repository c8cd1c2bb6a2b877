"""The stage of the tests here: one for a module, as its fork server takes a moment to begin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.crash.shim import WITHOUT
from tests.crash.stage import Stage


@pytest.fixture(scope="module")
def bare_stage(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Stage]:
    """A stage, also where nothing can be played below the libraries. A module names the scripts
    that its server is to know from the beginning as `WARM`."""
    folder = tmp_path_factory.mktemp("crash")
    warm = getattr(request.module, "WARM", None)
    with Stage(folder) if warm is None else Stage(folder, warm) as made:
        yield made


@pytest.fixture
def stage(bare_stage: Stage) -> Stage:
    """A stage on which it can."""
    if not bare_stage.has_shim:
        pytest.skip(WITHOUT)
    return bare_stage
