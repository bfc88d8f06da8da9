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
# # 06. Berlin, 1962–63, over a whole volume
#
# **Question.** After the Wall: how do the United States, the Soviet Union and the two German states speak of one
# another through 1962 and 1963? Do two camps hold, does anything change, and how sure is that?
#
# **Sources.** *Foreign Relations of the United States*, 1961–1963, Volume XV, Berlin Crisis, 1962–1963, all of it,
# where its file is at hand (`coldgraph get frus1961-63v15`). Otherwise the two shipped digests from that volume,
# which show the form of the answers and no more.
#
# **Method.** Own statements only. A statement weighs as much as it is likely to be right, those of one document
# together at most once. Signed networks by quarter; triangles and frustration index (Cartwright and Harary 1956; Aref
# and Wilson 2018); change points; intervals from resampled documents and extraction errors.

# %%
import networkx as nx
import pandas as pd
from desk import annotated, course, display, draw, quotes, sample, volumes

from coldgraph import measures

whole = volumes("frus1961-63v15")
g = whole or sample()
if whole is None:
    print("The volume is not at hand, or only the sample is wanted: two digests stand in for it, as a reader marked them.")
    said = annotated(g)
    said = said[said["archive"].str.contains("Berlin Crisis")]
else:
    said = g.stances()
documents = g.documents()
print(f"n = {len(said)} statements in {said['document'].nunique()} of {len(documents)} documents")
print(f"{said['attributed'].sum()} of them are told by others and make no ties")
said.groupby(["polarity", "attributed"]).size().unstack(fill_value=0)

# %% [markdown]
# ## Who is hostile to whom, by quarter
# The table that a political scientist would ask for. The same on the command line: `coldgraph measures GRAPH ties
# --by quarter --format csv -o ties.csv`.

# %%
ties = measures.ties(said, by="quarter")
left_out = ", ".join(f"{count} {why}" for why, count in ties.attrs["left_out"].items())
print(f"left out: {left_out or 'nothing'}")
ties.sort_values(["documents", "period"], ascending=[False, True]).head(15).drop(columns=["mixed", "tellers"])

# %% [markdown]
# ## The network of the whole time
# Ties that rest on two documents or more (on one, where only the digests are at hand).

# %%
all_time = measures.ties(said)
network = measures.signed(all_time, documents=2 if whole else 1)
draw(network, "Attitudes around Berlin, both directions together")
core = network.subgraph(max(nx.connected_components(network), key=len))
index = measures.frustration(core)
print(f"left out for want of evidence or of a clear sign: {network.graph['left_out']} pairs")
print(f"frustration index: {index.low} of {core.number_of_edges()} ties" + ("" if index.exact else f" (at most {index.high})"))
print("against the two camps:", "; ".join(" – ".join(tie) for tie in index.against) or "none")
for number, camp in enumerate(index.camps, 1):
    print(f"camp {number}:", ", ".join(camp))
print("not tied to these, so in neither camp:", ", ".join(sorted(set(network) - set(core))) or "none")

# %% [markdown]
# The camps are the best split of *these* ties, and one document more may change them: the interval below is over all ties,
# also those on one document. Whoever has one tie only goes where that tie puts it: camps of little-connected sides mean
# little. On the two digests alone, with a tie a document, the split means nothing. Over the whole volume, that Washington
# stands with Bonn and Moscow with East Berlin is no news. That Britain can stand beside Moscow is an example of the other kind:
# its one tie, a few disputes with Washington and some of them misread, decides. Read its sentences before its camp.
#
# The same statements as a live page, with every sentence behind a click, and with what is told by others in a layer of its
# own:

# %%
if whole is None:
    print("Only over the whole volume: the reader's marks in the digests are in no graph.")
else:
    display(whole.view(kind="stances", level="state"))

# %% [markdown]
# ## The triangles
# The least balanced first; `documents` is the fewest that one of its three ties rests on.

# %%
measures.triads(network).sort_values(["balanced", "documents"], ascending=[True, False]).head(10)

# %% [markdown]
# ## Is an attitude returned?

# %%
directed = measures.directed(all_time)
display(measures.reciprocity(directed).round(2).to_frame("directed network"))
measures.brokerage(directed, measures.communities(network)).head(5)

# %% [markdown]
# *Reciprocity* asks whether an attitude is returned with its sign. *Brokerage* counts who stands between two others that
# have no tie themselves (Gould and Fernandez 1989). Where the United States leads it over the whole volume, that is a property
# of the source: its archive made these documents, so nearly every tie passes through it. "Germany" is a side of its own where the text
# does not tell the two states apart.
#
# ## How the two powers speak of one another

# %%
for holder, target in (("United States", "Soviet Union"), ("Soviet Union", "United States")):
    moved = measures.drift(measures.ties(said, by="month" if whole else "year"), holder, target)
    if len(moved):
        course(moved, f"{holder} → {target}")
        changes = measures.change_points(moved)
        print(f"change points: {', '.join(changes['period']) or 'none'}")

# %% [markdown]
# Bars that cross zero cannot tell friendly from hostile. Where no change point is found the texts allow none to be
# claimed; that is not steadiness.
#
# ## How sure are these figures?
# Two hundred times (fifty, where only the digests are at hand) the documents are drawn again, and each statement is kept with its
# probability of being right.

# %%
def figures(drawn: pd.DataFrame) -> pd.Series:
    found = measures.ties(drawn)
    total = found[["friendly", "hostile"]].sum()
    balance = measures.balance(measures.signed(found))
    return pd.Series({
        "hostile share of the evidence": total["hostile"] / total.sum() if total.sum() else float("nan"),
        "balanced triads, share": balance["share"], "balance (1 - 2L/m)": balance["balance"],
    })


own = said[~said["attributed"]]
measures.interval(own, figures, draws=200 if whole else 50).round(2)

# %% [markdown]
# The intervals hold for what was extracted. What was not extracted is in none of them.
#
# ## The words behind the strongest ties

# %%
quotes(own[own["polarity"] == "Negative"].sort_values(["confidence", "stance"], ascending=[False, True]), most=5)

# %% [markdown]
# ## What the evidence can and cannot say
# - It can say how American officials recorded the talk of the crisis: with whom they quarrelled on paper, quarter by
#   quarter, with the sentence for each tie.
# - Soviet and German words are here because an American wrote them down. What Moscow and East Berlin said to one another
#   without an American in the room is not in this archive, whatever tie the network shows between them.
# - Of hostile statements over six volumes eight of twenty were right when read by hand (notebook 07). The intervals
#   know of that only as far as the program's confidence does.
# - The program finds a small part of all attitudes (notebook 07).
# - Months rest on a handful of documents. Read the numbers above the points before the points.
