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
# # 05. Who met whom: memoranda, visits and travels as one temporal network
#
# **Question.** Through whose meetings could word have gone from one government to another, and by when? Who stood
# between those who did not meet?
#
# **Sources.** Meetings that the shipped digests record or tell of; where the tables are at hand, the visits of
# foreign leaders to the United States and the travels of presidents and secretaries of state (Office of the
# Historian, Department of State, CC0).
#
# **Method.** Two sides are in contact on a day when people who act for them meet. A *time-respecting* chain goes
# forward only: what was said in May cannot travel by a meeting in April (Holme and Saramäki 2012).

# %%
from itertools import combinations

import networkx as nx
import pandas as pd
from desk import FRIENDLY, GREY, HOSTILE, display, facts, plt, sample

from coldgraph import measures

g = sample()
rows = g.meetings()
aside = rows[rows["sideLabel"].isna()]
print("left out, for want of a side:", "; ".join(f"{row.participantLabel} ({row.date})" for row in aside.itertuples()) or "nobody")
rows = rows[rows["sideLabel"].notna() & rows["latest"].notna()]
print(f"n = {rows['meeting'].nunique()} meetings with a date and a side, {rows['participantLabel'].nunique()} people")
rows.groupby("known").agg(meetings=("meeting", "nunique"), documents=("document", "nunique"))

# %%
contacts = []
for meeting, present in rows.groupby("meeting"):
    day, known = str(present["latest"].iloc[0]), present["known"].iloc[0]
    contacts += [(day, *pair, known, meeting) for pair in combinations(sorted(set(present["sideLabel"])), 2)]
contacts = pd.DataFrame(contacts, columns=["day", "one", "other", "known", "source"])
# The same occasion told by two documents counts once; a record goes before what is only told of.
contacts = contacts.sort_values(["day", "one", "other", "known"]).drop_duplicates(["day", "one", "other"], ignore_index=True)
print(f"n = {len(contacts)} contacts of two sides")
contacts.drop(columns="source")

# %% [markdown]
# The digests' meetings as a network; a click on a line opens the words that name the meeting.

# %%
g.view(kind="meetings", level="state", attributed=True)

# %% [markdown]
# Whoever is left out for want of a side may be the very link that is looked for, such as an ambassador whose office the
# authority does not know: read that line first. And look at what is only *told of* before using it: such meetings are
# found in running text, without a header to hold on to.
#
# ## Visits and travels
# Where they are at hand. Each is a contact of the other state with the United States, by construction: these tables
# can add no meeting between two others.

# %%
NAMES = {
    "Germany, Federal Republic of": "West Germany", "China, People’s Republic of": "China", "China, Republic of": "Taiwan",
    "Republic of China": "Taiwan", "U.S.S.R.": "Soviet Union", "USSR": "Soviet Union", "Korea, Republic of": "South Korea",
    "Vietnam": "South Vietnam", "Korea": "South Korea", "Republic of Korea": "South Korea",
}  # fmt: skip


def trips(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Trips of 1955 to 1972 as contacts, on their last day; the states as the source names them, but for NAMES."""
    kept = table[table["end"].between("1955-01-01", "1972-12-31") & table[column].notna()]
    known = {"from": "visit", "country": "travel"}[column]
    return pd.DataFrame({"day": kept["end"], "one": kept[column].replace(NAMES), "other": "United States", "known": known})


visits, travels = facts("visits.csv"), facts("travels.csv")
if visits is None or travels is None:
    print("The tables of visits and travels are not at hand: this part is skipped.")
    everything = contacts
else:
    everything = pd.concat([contacts, trips(visits, "from"), trips(travels, "country")], ignore_index=True)
    swapped = everything["one"] > everything["other"]
    everything.loc[swapped, ["one", "other"]] = everything.loc[swapped, ["other", "one"]].to_numpy()
print(f"n = {len(everything)} contacts of {len(set(everything['one']) | set(everything['other']))} sides")
everything["known"].value_counts().to_frame("contacts")

# %% [markdown]
# ## The network in time

# %%
shown = ["China", "Soviet Union", "North Vietnam", "North Korea", "South Korea", "Taiwan", "Japan", "West Germany", "United States"]
_, axes = plt.subplots(figsize=(9, 4))
seen = everything[everything["one"].isin(shown) & everything["other"].isin(shown)]
for row in seen.itertuples():
    ends = sorted((shown.index(row.one), shown.index(row.other)))
    colour = FRIENDLY if row.known == "record" else HOSTILE if row.known == "told of" else GREY
    axes.plot([pd.Timestamp(row.day)] * 2, ends, color=colour, marker="o", markersize=3, linewidth=1, alpha=0.7)
axes.set_yticks(range(len(shown)), shown, fontsize=8)
axes.set_title(f"Contacts (n = {len(seen)}). Blue: recorded; red: told of; grey: visits and travels", fontsize=10)
plt.show()

# %% [markdown]
# ## By which chain could word have gone?

# %%
def chain(start: str, goal: str, since: str, until: str) -> list[tuple[str, str, str]]:
    """The earliest time-respecting chain of contacts: (day, from, to) of each step; empty where there is none."""
    reached: dict[str, list[tuple[str, str, str]]] = {start: []}
    for row in everything[everything["day"].between(since, until)].sort_values(["day", "one", "other"]).itertuples():
        for a, b in ((row.one, row.other), (row.other, row.one)):
            # A side must have been reached on an earlier day than the contact that passes the word on.
            if a in reached and b not in reached and (not reached[a] or reached[a][-1][0] < row.day):
                reached[b] = [*reached[a], (row.day, a, b)]
    return reached.get(goal, [])


for start, goal in (("Soviet Union", "China"), ("China", "Soviet Union"), ("North Vietnam", "United States"), ("North Korea", "China")):
    steps = chain(start, goal, "1955-01-01", "1972-12-31")
    print(f"{start} → {goal}:", "; ".join(f"{day} {a} → {b}" for day, a, b in steps) or "no chain in these sources")

# %% [markdown]
# A chain shows that word *could* have gone by meetings that we know of, not that it did, and embassies, letters and
# radio need no meeting. That no chain is found says that these few sources have none.
#
# ## Who stands between
# *Betweenness* (Freeman 1977) is the share of shortest paths between all other pairs that go through a side, whatever
# the dates.

# %%
network = nx.Graph()
network.add_edges_from(everything[["one", "other"]].itertuples(index=False, name=None))
between = measures.betweenness(network).head(6).round(2).to_frame()
between["sides met"] = [network.degree[side] for side in between.index]
print(f"n = {network.number_of_nodes()} sides, {network.number_of_edges()} pairs in contact, {len(everything)} contacts")
display(between)

# %% [markdown]
# ## What the evidence can and cannot say
# - Recorded meetings are well known: date, place and people come from a header. Meetings told of are fewer than there
#   were and often wrong: over six whole volumes six of twenty were right when read by hand (notebook 07).
# - Most of these digests, and all visits and travels, are American. That the United States stands between all others
#   is what such sources make, and no finding about the Cold War.
# - Sides met through people whose office is not known are left out, and two sides at a conference may never have
#   exchanged a word.
