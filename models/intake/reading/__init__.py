"""From a file of any kind to a grid; the file is parsed in a process of its own.

`reader.read_workbook` and `pasted.read_pasted` are the two doors. This package imports
nothing by itself, so that the worker process starts quickly.
"""
