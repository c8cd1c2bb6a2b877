"""The baseline of the start: a bare PySide6 window with an empty table, closed once painted."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Window(QMainWindow):
    """Says when it was first painted."""

    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self._painted)

    def _painted(self):
        sys.stdout.write(f"painted {time.time() - float(sys.argv[1]):.3f}\n")
        sys.stdout.flush()
        QApplication.quit()


app = QApplication([])
window = Window()
window.setCentralWidget(QTableView())
window.resize(1366, 768)
window.show()
app.exec()
