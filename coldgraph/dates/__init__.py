"""Dates that are as sure as their text: earliest day, latest day, and the EDTF form of what was said.

`Date` is the value, `parse` reads one whole expression, `find` reads all of them in running text.

>>> parse("22-25 March 1966")
Date('1966-03-22/1966-03-25')
>>> [str(found.date) for found in find("In 1956 he came; he left on April 12.", near=Date.day(1957, 1, 3))]
['1956', '1956-04-12']
"""

from coldgraph.dates.reading import Found, find, parse
from coldgraph.dates.value import Date, DateError
from coldgraph.dates.words import in_words

__all__ = ["Date", "DateError", "Found", "find", "in_words", "parse"]
