# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 02. From documents to a graph to questions
#
# **Question.** Eighteen records of talks between 1955 and 1972: who met whom, who warns or rejects whom, and on which
# words does each answer rest?
#
# **Source.** The digests in `triples/sample` (our own words, each with the reference to its original).
#
# **Method.** Build a graph from the folder of texts, check it, and ask it named questions. No step needs a network or
# a key, and the same texts give the same graph, byte for byte.

# %%
from desk import SAMPLE, quotes, sample

print((SAMPLE / "1966-03-23-zhou-le-duan.txt").read_text(encoding="utf-8")[:620], "…")

# %% [markdown]
# ## Build
# `coldgraph build triples/sample --into GRAPH` on the command line; in Python `coldgraph.build(...)`, which
# `sample()` calls.

# %%
g = sample()
import pandas as pd

pd.Series(g.info()).to_frame("how many")

# %% [markdown]
# A *turn* is what one person says in one go, a *mention* a name in the text. A *stance* is an attitude with holder,
# target and the sentence it stands in. Failed sources would be named, with the reason; here there are none.
#
# ## Who met whom
# `record` means that the document is the record of the meeting, `told of` that the text only mentions it. The picture
# is the live network page (a click on a line opens its words); where no scripts run it stands still.

# %%
g.view(kind="meetings", level="state", attributed=True)

# %%
met = g.ask("who-met-whom").frame()
sides = met[["firstSide", "secondSide"]].fillna("?")
met["sides"] = sides.min(axis=1) + " – " + sides.max(axis=1)
pairs = met.groupby(["sides", "known"]).agg(dates=("date", "nunique"), first=("date", "min"), last=("date", "max"))
print(f"n = {len(met)} pairs of people on {met['date'].nunique()} dates")
pairs.reset_index()

# %% [markdown]
# ## Who is hostile to whom, in which words
# Every row of an answer carries its document and its quotation.

# %%
hostile = g.ask("who-is-hostile-to-whom").frame()
print(f"n = {len(hostile)} statements, columns: {', '.join(hostile.columns)}")
hostile.iloc[:6, :8]

# %%
quotes(g.stances(polarity="Negative", attributed=False).sort_values("confidence", ascending=False), most=5)

# %% [markdown]
# ## Who is spoken of without ever speaking
# Attitudes that are known only because somebody else tells of them: the weakest kind of evidence, and a common one.

# %%
rival = g.ask("known-only-from-rival").frame()
print(f"{min(8, len(rival))} of {len(rival)} statements")
rival.iloc[:8, :6]

# %% [markdown]
# ## A question of one's own
# The named questions are SPARQL files; any other query can be asked too. Here: the talks with an interpreter.

# %%
g.query("""
SELECT ?title ?date ?name {
  ?document dcterms:title ?title ; cg:date ?date .
  ?meeting cg:recordedIn ?document ; cg:participation [ cg:role cg:Interpreter ; cg:participant/skos:prefLabel ?name ]
} ORDER BY ?date ?name
""").frame()

# %% [markdown]
# ## What the evidence can and cannot say
# - Dates, places and participants come from headers and are mostly right in these digests (notebook 07 has the
#   figures). Sides are inferred: an interpreter who is listed beside the guests can be put on their side. Over whole
#   volumes half of the rows of *who met whom* were right when read by hand (`docs/questions.md`): most of the others
#   are meetings only told of, and people listed after the last side.
# - Attitudes are a part of what is in the texts, and of those shown a third or more are wrong: each has its sentence beside
#   it. A pair that does not appear may have had the worst of relations, or none.
# - Eighteen digests were chosen to show many kinds of records. They are no sample in the statistical sense: no share
#   computed from them says anything about the Cold War at large.
