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
# # 01. One document, read closely
#
# **Question.** On 23 March 1966 Zhou Enlai talked to Le Duan in Beijing. What does he tell the Vietnamese guest about
# the Soviet Union, and what may a historian take from it: what China holds, what it alleges, and what the guest
# thinks?
#
# **Source.** Our own digest of the published record (Wilson Center Digital Archive; Cold War International History
# Project, Working Paper 22). The digest tells in other words what the record says. It is good for showing the method;
# whoever cites the meeting goes to the record.
#
# **Method.** The program's reading is laid beside that of a human reader who marked the same text, sentence by
# sentence.

# %%
import pandas as pd
from desk import annotated, display, page, plain, quotes, sample

g = sample()
DOCUMENT = "https://w3id.org/coldgraph/id/document/1966-03-23-zhou-le-duan"
g.documents().set_index("document").loc[DOCUMENT, ["title", "date", "type", "archive", "rights"]].to_frame("what the header says")

# %% [markdown]
# ## Who was there, and who speaks
# Only people shown as present are participants. Kosygin is talked about; his visit to Hanoi is a meeting that a
# footnote tells of, in the editor's voice.

# %%
meetings = g.meetings()
meetings[meetings["document"] == DOCUMENT][["date", "placeLabel", "participantLabel", "sideLabel", "role", "known", "quote"]]

# %% [markdown]
# Le Duan's role is *Silent*: no word of his is in the record. Nothing can be learned here about what he thought, and
# silence is not consent.
#
# ## Sentence by sentence
# Each sentence of the talk that the program or the reader took as an attitude. *Says* is always Zhou; *holds* is
# whoever has the attitude. Where the two differ the statement is *attributed*: an allegation by Zhou, not evidence
# for the holder's mind.

# %%
read = annotated(g)
read = read[read["document"] == DOCUMENT]
found = g.stances()
found = found[found["document"] == DOCUMENT]
read, found = (rows.assign(sentence=rows["quote"].map(plain)) for rows in (read, found))


def told(row: pd.Series) -> str:
    mark = " (alleged)" if row["attributed"] else ""
    return f"{row['holderLabel']} → {row['targetLabel']}: {row['act'].lower()}{mark}"


by_sentence = pd.DataFrame({
    "the reader": read.groupby("sentence", sort=False).apply(lambda rows: "; ".join(told(row) for _, row in rows.iterrows())),
    "the program": found.groupby("sentence").apply(lambda rows: "; ".join(told(row) for _, row in rows.iterrows())),
}).reindex(list(dict.fromkeys([*read["sentence"], *found["sentence"]]))).fillna("–")
with pd.option_context("display.max_colwidth", None):
    display(by_sentence.rename_axis("sentence of the digest").reset_index())

# %% [markdown]
# ## Who speaks of whom
# The same sentences counted: own attitudes of China against what Zhou alleges of others.

# %%
counts = pd.crosstab(
    [read["attributed"].map({False: "Zhou's own side", True: "alleged by Zhou"}), read["holderLabel"] + " → " + read["targetLabel"]],
    read["polarity"],
).rename_axis(["layer", "holder → target"])
print(f"n = {len(read)} statements marked by the reader in {read['sentence'].nunique()} sentences; the program says {len(found)}")
counts

# %% [markdown]
# ## The page of the archive
# Where the page itself is at hand, the program reads it as it reads the digest. Only counts are shown: the page is not
# ours to print.

# %%
real = page("discussion-zhou-enlai-le-duan-1966-03-23.txt")
if real is None:
    print("The page is not at hand, or only the sample is wanted: this part is skipped.")
else:
    there = real.stances()
    speakers = ", ".join(sorted(set(there["speakerLabel"].dropna())))
    print(f"n = {len(there)} statements, {there['attributed'].sum()} of them alleged; said by {speakers}")
    display(there.groupby(["holderLabel", "targetLabel", "polarity", "attributed"]).size().rename("statements").reset_index())

# %% [markdown]
# ## The words themselves

# %%
quotes(read[read["targetSideLabel"] == "Soviet Union"])

# %% [markdown]
# ## What the evidence can and cannot say
# - It can say what the record has Zhou tell Le Duan of the Soviet Union on that day: that Soviet aid is meant to deceive
#   and to divide. That he wanted it believed is our inference.
# - It cannot say what the Soviet Union wanted. Every Soviet aim here is alleged by a rival; it stays in a layer of
#   its own and never becomes a tie of the network.
# - It cannot say what Le Duan answered: the record has none of his words.
# - The program finds a part of what a reader sees (the table sets both side by side). What it does not show is not
#   therefore absent.
# - One document, from one side. Notebook 04 sets it beside others.
