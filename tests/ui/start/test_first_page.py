"""What stands on the first page is read before SQLAlchemy is there."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

READS = {
    "the roster": "from ui.calls.people import find_people, find_first_people as first\n"
    "first(file, PeopleQuery(), 100); found = find_people(file, PeopleQuery(), 100)",
    "a search": "from ui.calls.people import find_people\n"
    "find_people(file, PeopleQuery(search='an', statuses=frozenset(Status)), 100)",
    "rows further down": "from models.roster.person_rows import people_by_ids\npeople_by_ids(file, [1, 2])",
    "the office": "from ui.calls.office import office\noffice(file)",
    "the journal": "from ui.calls.journal import steps\nsteps(file)",
    "the clock": "from models.journal.clock import clock_doubt\nclock_doubt(file)",
    "the page itself": "import ui.start.session, ui.pages.roster, ui.pages.overview",
    "the units": "from models.roster.unit_tree import list_units\nlist_units(file)",
    "the contest": "from models.contests.current import current_contest\ncurrent_contest(file)",
    "the saved filters": "from models.roster.kept_filters import list_filters\nlist_filters(file)",
    "the counts": "from ui.calls.people import statuses_of_day\nstatuses_of_day(file)",
    "what is asked on the way": "import ui.reference, ui.pages.roster.saved_filters",
    "marks": "from ui.calls.marks import count_marks\ncount_marks(file, [1, 2])",
}


@pytest.mark.parametrize("what", READS)
def test_the_first_page_is_read_without_sqlalchemy(data_path, what):
    code = (
        "import sys\nfrom pathlib import Path\nfrom models.store.data_file import open_file\n"
        "from models.records import PeopleQuery, Status\n"
        f"with open_file(Path(sys.argv[1])) as file:\n    {READS[what].replace(chr(10), chr(10) + '    ')}\n"
        "assert 'sqlalchemy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code, str(data_path)], check=True)


def test_the_empty_frame_is_painted_without_the_names_of_qt(tmp_path):
    code = (
        "import sys\nfrom pathlib import Path\nimport PySide6.QtCore as core\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ui.window.main_window import MainWindow\n"
        "from ui.window.memory import open_settings\n"
        "app = QApplication([])\n"
        "window = MainWindow(None, open_settings(Path(sys.argv[1])))\n"
        "window.painted.connect(app.quit)\nwindow.show()\napp.exec()\n"
        "modules = [m for n, m in sys.modules.items() if n.split('.')[0] == 'ui']\n"
        "assert not [m.__name__ for m in modules if hasattr(m, 'Qt')]\n"
    )
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=environ)
