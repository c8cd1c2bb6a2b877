"""Secrets of the environment are taken out of it and show nothing of themselves."""

from models.machine.given_secrets import taken_secrets


def test_they_are_taken_out_and_not_shown():
    environ = {
        "TIENDO_PASSWORD": "một",
        "TIENDO_NEW_PASSWORD": "hai",
        "TIENDO_RECOVERY": "",
        "PATH": "x",
    }
    given = taken_secrets(environ)
    assert environ == {"PATH": "x"}
    assert (given.password, given.new_password, given.recovery) == ("một", "hai", None)
    assert "một" not in repr(given)
    assert taken_secrets(environ).password is None
