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
# # 04. Vietnam between Moscow and Beijing
#
# **Question.** How do Beijing and Moscow speak of Hanoi, and of one another to Hanoi, between 1965 and 1971? Does the
# triangle hold together, and whose voice is missing?
#
# **Sources.** The five shipped digests that concern Vietnam: three talks of Chinese leaders with Vietnamese ones
# (1965, 1966, 1970), a talk of Kosygin with Humphrey and Rusk (1966), one of Kissinger with Zhou (1971). The
# attitudes are those that a reader marked.
#
# **Method.** Two layers are kept apart: what a side holds *itself*, and what a speaker *alleges* of others. Only the
# first makes ties. The triangles are judged by structural balance (Cartwright and Harary 1956): a triangle is balanced where an
# even number of its ties is hostile, and the *frustration index* is the least number of ties that would have to change
# their sign for all to be balanced. These are the reader's marks, not the program's: the figures have no error of
# extraction, and five documents allow no interval.

# %%
import pandas as pd
from desk import ORIGINALS, annotated, display, draw, quotes, sample

from coldgraph import measures

TALKS = ["1965-03-01-zhou-ho", "1966-01-13-kosygin-humphrey-rusk", "1966-03-23-zhou-le-duan", "1970-09-23-mao-pham-van-dong",
         "1971-10-23-kissinger-zhou"]  # fmt: skip

g = sample()
read = annotated(g)
read = read[read["document"].str.split("/").str[-1].isin(TALKS)].copy()
read["teller"] = read["document"].map(measures.tellers(g.documents(), ORIGINALS))
# A reader writes 'Vietnam' where the text does not tell north from south. All speakers here mean the government in Hanoi.
HANOI = {"Vietnam": "North Vietnam"}
for end in ("holder", "target"):
    read[f"{end}SideLabel"] = read[f"{end}SideLabel"].replace(HANOI)
    read[f"{end}Side"] = read[f"{end}Side"].mask(read[f"{end}SideLabel"] == "North Vietnam", "North Vietnam")
print(f"n = {len(read)} statements in {read['document'].nunique()} documents")
pd.crosstab([read["date"], read["title"]], read["attributed"].map({False: "own", True: "alleged"}))

# %% [markdown]
# ## Who is present, and who speaks

# %%
meetings = g.meetings()
present = meetings[meetings["document"].isin(read["document"]) & (meetings["known"] == "record")]
present.groupby(["date", "sideLabel", "role"])["participantLabel"].agg("; ".join).reset_index()

# %% [markdown]
# Ho Chi Minh and Le Duan are *Silent*: present, without a word in these records. Only in 1970 does a Vietnamese guest
# speak.
#
# ## What each side holds itself

# %%
own = measures.ties(read)
draw(measures.directed(own), "Own attitudes in five talks, 1965–71")
own[["holder", "target", "positive", "negative", "documents", "tellers", "net"]]

# %% [markdown]
# ## What is only alleged

# %%
alleged = measures.ties(read[read["attributed"]], attributed=True)
alleged[["holder", "target", "positive", "negative", "documents", "net"]]

# %% [markdown]
# Taken together with the first table this layer would show Soviet hostility to Vietnam and Vietnamese hostility to
# the United States as facts. They are what Chinese speakers told their guests.
#
# ## The triangles

# %%
network = measures.signed(own)
triads = measures.triads(network)
index = measures.frustration(network)
print(f"n = {len(triads)} triangles, {int(triads['balanced'].sum())} balanced")
print(f"frustration index: {index.high} of {network.number_of_edges()} ties")
triads

# %% [markdown]
# A triangle appears only where all three ties are in the texts. China's friendliness to Hanoi and hostility to Moscow rest on as
# few talks as the column `documents` of the first table says; without a word between Moscow and Hanoi that is more than
# alleged, the triangle of the question stays open, and nothing can be said of its balance.
#
# ## The words of Hanoi

# %%
quotes(read[(read["holderSideLabel"] == "North Vietnam") & ~read["attributed"]])

# %% [markdown]
# ## What would change without an archive
# The three talks with Vietnamese guests come from Working Paper 22 ("77 Conversations"); their references do not name
# the archive ('unknown'). The two others are American documents.

# %%
display(measures.without(read, "United States")[["holder", "target", "documents", "documents_left", "net", "net_left", "change"]])
display(measures.without(read, "unknown")[["holder", "target", "documents", "documents_left", "net", "net_left", "change"]])

# %% [markdown]
# Each archive alone gives a picture of its own: without the American documents there is no Soviet voice at all, without
# the others no Chinese word on Hanoi or Moscow.

# %% [markdown]
# ## What the evidence can and cannot say
# - It shows what Chinese leaders told Vietnamese ones in three talks over five years, in one direction, and chosen by the
#   editors of one paper.
# - It cannot show the Vietnamese balance between two patrons: in two of three talks the guests are without words.
# - Five documents chosen by us are no test of a theory of triangles. The measures here describe these texts and
#   nothing else.
