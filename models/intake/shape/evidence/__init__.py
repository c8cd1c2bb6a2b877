"""What the title of a column and its cells say for each meaning that the column may have.

`title` reads titles, `cells` and `column` what stands below them, `fit` weighs both together.
"""
