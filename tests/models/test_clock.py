"""The time is Vietnam's on every machine, whatever its zone and without a table of zones."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.clock import now

ROOT = Path(__file__).parents[2]
ASK = """
import json, sys
from models.clock import now
print(json.dumps([now().isoformat(), "zoneinfo" in sys.modules, "tzdata" in sys.modules]))
"""


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Ho_Chi_Minh", "khong-co"])
def test_a_machine_set_to_another_zone_still_tells_vietnams_time(zone):
    environment = {**os.environ, "TZ": zone, "PYTHONTZPATH": "", "PYTHONPATH": str(ROOT)}
    answer = subprocess.check_output([sys.executable, "-c", ASK], env=environment, text=True)
    told, *zones = json.loads(answer)
    wanted = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=7)
    assert abs(datetime.fromisoformat(told) - wanted) < timedelta(minutes=1)
    assert zones == [False, False]


def test_the_present_has_no_fractions_and_no_zone():
    assert now().microsecond == 0
    assert now().tzinfo is None
