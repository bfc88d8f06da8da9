"""Sources -> documents: text, saved pages, FRUS volumes in TEI, PDF with a text layer.

for source in sources([Path("papers")]):
    for found in read(source.path, source.name):
        ...  # a Document, or a Failure that says what was wrong and what to do
"""

from coldgraph.read.naming import unique_id
from coldgraph.read.reading import read
from coldgraph.read.values import Failure, Source
from coldgraph.read.walk import sources

__all__ = ["Failure", "Source", "read", "sources", "unique_id"]
