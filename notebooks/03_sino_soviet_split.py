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
# # 03. The Sino-Soviet split in the texts
#
# **Question.** When do these records show hostility between China and the Soviet Union, from whose archives do we
# know, and how does that compare with their alliance on paper and their votes at the United Nations?
#
# **Sources.** The shipped digests, with the attitudes a reader marked in them; where the files are at hand, two whole
# volumes of *Foreign Relations of the United States* (1958–60 XIX and 1969–76 E-13, both on China), the alliance data
# ATOP (Leeds and others 2002, not shipped) and the ideal points from votes in the General Assembly (Bailey, Strezhnev
# and Voeten 2017).
#
# **Method.** Signed ties by year. A statement weighs as much as it is likely to be right; statements of one document
# count together at most once. `friendly` and `hostile` are expected numbers of documents, `net` goes from -1 to 1.

# %%
import pandas as pd
from desk import FRIENDLY, HOSTILE, ORIGINALS, annotated, course, display, facts, plt, quotes, sample, volumes

from coldgraph import measures

PAIR = ("China", "Soviet Union")


def between(stances: pd.DataFrame) -> pd.DataFrame:
    """What one of the two holds of the other."""
    holder, target = stances["holderSideLabel"], stances["targetSideLabel"]
    return stances[holder.isin(PAIR) & target.isin(PAIR) & (holder != target)]


g = sample()
read = annotated(g)
held = measures.tellers(g.documents(), ORIGINALS)
read["teller"] = read["document"].map(held)
ours = between(read)
print(f"n = {len(ours)} statements in {ours['document'].nunique()} of {len(g.documents())} digests")
ties = measures.ties(ours, by="year")
ties[["period", "holder", "target", "positive", "negative", "documents", "tellers", "net"]]

# %%
course(measures.drift(ties, "China", "Soviet Union"), "China → Soviet Union in the digests")

# %% [markdown]
# In the digests the two are friendly in 1955, Khrushchev defends China to Eisenhower in 1959, and in 1965 and 1966 Zhou
# Enlai is hostile to Moscow. They were chosen by people who knew how the story goes. One document bounds little, as the bars
# show, and the years between have nothing.
#
# ## Who tells it
# Own words first, then what others allege.

# %%
layers = ours.assign(layer=ours["attributed"].map({False: "own", True: "told by others"}), year=ours["date"].str[:4])
layers.groupby(["layer", "holderSideLabel", "targetSideLabel", "polarity"]).agg(
    statements=("stance", "size"), documents=("document", "nunique"), years=("year", lambda y: ", ".join(sorted(set(y)))),
    archives=("teller", lambda t: ", ".join(sorted(set(t)))),
).reset_index()

# %%
quotes(ours[~ours["attributed"]].sort_values("date"), most=6)

# %% [markdown]
# The archive is named where the reference of the digest names it; 'unknown' are the talks of Working Paper 22 ("77
# Conversations"), whose reference does not say in which archive each record lies.
#
# ## What would change without an archive
# If the records whose archive is not named were missing:

# %%
missing = measures.without(ours, "unknown")
missing[["holder", "target", "documents", "net", "documents_left", "net_left", "change"]]

# %% [markdown]
# ## Whole volumes: what American documents tell of the two
# Own words and what others tell of them together: Soviet and Chinese speakers are seldom in the room.

# %%
frus = volumes("frus1958-60v19", "frus1969-76ve13")
if frus is None:
    print("The FRUS volumes are not at hand, or only the sample is wanted: this part is skipped.")
else:
    said = frus.stances()
    both = between(said)
    print(f"n = {len(said)} statements in {said['document'].nunique()} documents; between the two: {len(both)}")
    yearly = measures.ties(both, by="year", attributed=True)
    for holder, target in (PAIR, PAIR[::-1]):
        course(measures.drift(yearly, holder, target), f"{holder} → {target}, own words and told by others")
    display(yearly[["period", "holder", "target", "positive", "negative", "documents", "net"]])

# %%
if frus is not None:
    moved = measures.drift(measures.ties(said, by="quarter"), "United States", "China")
    course(moved, "United States → China in FRUS 1958–60 XIX and 1969–76 E-13")
    display(measures.change_points(moved))

# %% [markdown]
# The two courses rest on a few documents a year, mostly as Americans heard or read it, and attitudes told by others are the
# program's weakest reading (of twenty read by hand seven were right, see notebook 07): where a bar crosses zero the texts
# do not tell friendly from hostile.
#
# A break in Washington's words on Beijing between the two volumes is part history, part selection: the editors of 1958–60
# printed the crisis in the Taiwan Strait, those of 1969–72 the opening to China, and nothing between 1961 and 1968 is in
# these two volumes. A change point tells *when the texts at hand change*.
#
# ## The alliance on paper
# The treaty with its dates, as the authority of every graph has it, and its source.

# %%
g.query("""
SELECT ?pact ?member ?since ?until ?source {
  ?alliance a cg:Alliance ; skos:prefLabel ?pact ; cg:membership ?membership .
  ?membership cg:member/skos:prefLabel ?member ; dcterms:source ?source ; cg:earliest ?since . OPTIONAL { ?membership cg:latest ?until }
  FILTER(?pact = "Sino-Soviet Treaty of 1950")
} ORDER BY ?member
""").frame()

# %% [markdown]
# The texts beside it: the first hostility between the two, in own words, that lasts (again in another document within a
# year, and more hostile than friendly words in that year). `when` is *during* where the treaty was in force. An empty
# answer says that the texts at hand have none, not that there was none.

# %%
for graph, what in ((g, "the digests"), (frus, "the two volumes")):
    if graph is not None:
        broken = graph.ask("alliance-hostility", alliance="Sino-Soviet Treaty of 1950")
        print(f"{what}: {broken.absence.words if broken.absence else f'{len(broken)} pair'}")
        if len(broken):
            display(broken.frame()[["one", "other", "hostileDate", "when", "lasting", "quotation", "citation"]])

# %% [markdown]
# Read the words before the date: a date of rupture is only as good as the sentence that it rests on (five of twenty such
# rows were right when read by hand, see notebook 07). The treaty was in force for years after the hostility in the texts. A
# pact says nothing of attitudes: that is the point of reading.
#
# Where the data of ATOP are at hand, they tell what the two pledged.

# %%
alliances = facts("alliances.csv")
if alliances is None:
    print("The alliance data are not at hand: this part is skipped.")
else:
    pact = alliances[(alliances["ccode1"] == 365) & (alliances["ccode2"] == 710)]
    display(pact[["state1", "state2", "pledge", "first_year", "last_year"]].reset_index(drop=True))

# %% [markdown]
# The data's names are those of the Correlates of War: "Russia" is the Soviet Union, and the code of "China" joins the
# Republic and the People's Republic, so that the first years are those of the Republic.
#
# ## Votes at the United Nations

# %%
votes = facts("un_votes.csv")
if votes is None:
    print("The ideal points are not at hand: this part is skipped.")
else:
    wanted = votes[votes["ccode"].isin([2, 365, 710]) & votes["year"].between(1955, 1976)]
    _, axes = plt.subplots(figsize=(8, 3.4))
    for (name, rows), colour in zip(wanted.groupby("country"), ("#5d6a70", HOSTILE, FRIENDLY), strict=True):
        axes.plot(rows["year"], rows["ideal_point"], marker="o", markersize=3, color=colour, label=f"{name} ({len(rows)} years)")
    axes.set_ylabel("ideal point")
    axes.set_title(f"Ideal points from votes in the General Assembly (n = {len(wanted)} state-years; without their errors)", fontsize=10)
    axes.legend(fontsize=8)
    plt.show()

# %% [markdown]
# An *ideal point* is a state's place on the line that best explains who votes with whom, estimated from the roll calls of a
# session (Bailey, Strezhnev and Voeten 2017); the shipped table has the estimate, not its error. The People's Republic
# votes from 1971 on: the votes can say nothing of the split when it happened. Where its series begins, the two points lie apart;
# how far is more than error these figures cannot say.
#
# ## What the evidence can and cannot say
# - The digests show the split, and they were chosen by people who knew of it: they illustrate, they do not test.
# - All Chinese words against Moscow come from a handful of talks with Vietnamese guests: they are meant for the
#   guest's ear.
# - After 1959 no Soviet voice on China is in the sample. That silence is one of sources.
# - American volumes tell what American officials heard and thought worth cabling; extraction finds a small part of it
#   (notebook 07). A year without a row means *nothing found*, not *no hostility*.
