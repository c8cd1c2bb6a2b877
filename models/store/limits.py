"""How large a number can be that is stored or told of a file."""

MOST = 2**53
"""No number that the program writes is larger: the next whole one after it still has room."""
