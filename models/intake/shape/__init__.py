"""From a grid to typed rows: where the table is, what its columns mean, what each row says.

`find.find_tables` proposes, the officer corrects, `rows.shape_rows` reads.
"""
