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
# # 07. How far to trust it
#
# **Question.** How much of what a reader sees does the program find, how often is it right, does its confidence mean
# what it says, and what would be lost with an archive?
#
# **Sources.** The shipped digests and the annotations of a reader (`triples/sample/gold`); where the FRUS volumes are
# at hand, 18 documents of 1958–60 XIX that were annotated and kept out of training (`triples/gold`, split *test*).
#
# **Method.** A statement of the program is *right* when the reader marked, in the same sentence, the same polarity
# between the same holder and target (any name that the reader allowed). Intervals are Wilson's, for shares of counted
# things.

# %%
import json
import subprocess
import sys
from statistics import NormalDist

import numpy as np
import pandas as pd
from desk import FRIENDLY, GREY, KEPT, ORIGINALS, ROOT, SHARED, annotated, built, display, plain, plt, sample, whole_volumes

from coldgraph import measures

g = sample()
found, read = g.stances(), annotated(g)


def same(one: pd.Series, other: pd.Series) -> bool:
    """Whether the program's row says what the reader's row says."""
    a, b = plain(one["quote"]), plain(other["quote"])
    ends = all({one[f"{end}Label"], one[f"{end}SideLabel"]} & set(other[f"{end}Names"]) for end in ("holder", "target"))
    return (a in b or b in a) and one["polarity"] == other["polarity"] and ends


def judged(found: pd.DataFrame, read: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Which of the program's statements are right, and which of the reader's are found."""
    by_document = dict(list(read.groupby("document")))
    hits = {i: [j for j, other in by_document.get(row["document"], read[:0]).iterrows() if same(row, other)] for i, row in found.iterrows()}
    right = pd.Series({i: bool(js) for i, js in hits.items()}, dtype=bool)
    seen = {j for js in hits.values() for j in js}
    return right, pd.Series(read.index.isin(seen), index=read.index)


def share(values: pd.Series) -> str:
    """A share with its 95 % interval (Wilson) and n."""
    n, p, z = len(values), values.mean(), NormalDist().inv_cdf(0.975)
    middle, reach = (p + z * z / (2 * n)) / (1 + z * z / n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{p:.2f} ({middle - reach:.2f} to {middle + reach:.2f}; n = {n})"


# %% [markdown]
# ## The digests

# %%
right, seen = judged(found, read)
firm = ~read["optional"]
pd.Series({
    "of the program's statements, right": share(right),
    "of the reader's firm statements, found": share(seen[firm]),
    "… own ones": share(seen[firm & ~read["attributed"]]),
    "… told by others": share(seen[firm & read["attributed"]]),
    "… friendly": share(seen[firm & (read["polarity"] == "Positive")]),
    "… hostile": share(seen[firm & (read["polarity"] == "Negative")]),
}).to_frame("share")

# %% [markdown]
# The digests were at hand when the rules were written: on other documents the figures are lower (see below, and
# `docs/accuracy.md`).
#
# ## What is missed
# The acts that a reader sees most often, and how many of each are found.

# %%
acts = pd.DataFrame({"act": read["act"][firm], "found": seen[firm]}).groupby("act")["found"].agg(["size", "sum"])
acts.columns = ["marked by the reader", "found"]
acts.sort_values("marked by the reader", ascending=False).head(10)

# %% [markdown]
# ## Does confidence mean something?
# Of the statements at a confidence of 0.6, six in ten should be right.

# %%
def bands(found: pd.DataFrame, right: pd.Series) -> pd.DataFrame:
    """The reliability table: bands of confidence, how many statements, how many right."""
    edges = [0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 1.01]
    band = pd.cut(found["confidence"], edges, right=False)
    table = pd.DataFrame({"said": found["confidence"], "right": right}).groupby(band, observed=True).agg(
        n=("right", "size"), said=("said", "mean"), right=("right", "mean"))
    table.insert(0, "from", [interval.left for interval in table.index])
    table.insert(1, "to", [min(interval.right, 1.0) for interval in table.index])
    return table.reset_index(drop=True)


def reliability(table: pd.DataFrame, title: str) -> None:
    _, axes = plt.subplots(figsize=(5, 4))
    axes.plot([0.3, 1], [0.3, 1], color=GREY, linewidth=0.8)
    axes.scatter(table["said"], table["right"], s=20 + 4 * table["n"], color=FRIENDLY)
    for row in table.itertuples():
        axes.annotate(f"n = {row.n}", (row.said, row.right), xytext=(6, -10), textcoords="offset points", fontsize=8)
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0.3, 1), ylim=(-0.05, 1.05))
    axes.set_title(f"{title} (n = {int(table['n'].sum())} statements)", fontsize=10)
    plt.show()


table = bands(found, right)
reliability(table, "Confidence and truth, the digests")
table

# %% [markdown]
# With so few statements a band the points scatter whatever the truth is.
#
# ## Documents that the program never saw
# The annotated documents of the volume that was kept out of training, where the volume is at hand.

# %%
held_out = None
if not whole_volumes("frus1958-60v19"):
    print("The volume is not at hand, or only the sample is wanted: this part is skipped.")
else:
    folder = KEPT / "held-out"
    script = [sys.executable, ROOT / "triples" / "scripts" / "annotations.py", "unpack", "--corpus", SHARED / "corpus" / "frus"]
    subprocess.run([*script, "--into", folder, "--split", "test"], check=True, capture_output=True)
    held_out = built("held-out-graph", [folder / "text"])
    documents = {iri.rsplit("/", 1)[1]: iri for iri in held_out.documents()["document"]}
    marked = pd.DataFrame([
        {"quote": s["evidence"], "polarity": s["polarity"].capitalize(), "holderNames": s["holder"], "targetNames": s["target"],
         "optional": s.get("optional", False), "attributed": s["attributed"], "document": documents.get(file.stem)}
        for file in sorted((folder / "gold").glob("*.json")) for s in json.loads(file.read_text(encoding="utf-8"))["stances"]
    ])  # fmt: skip
    theirs = held_out.stances()
    right_out, seen_out = judged(theirs, marked)
    print("of the program's statements, right:", share(right_out))
    print("of the reader's firm statements, found:", share(seen_out[~marked["optional"]]))
    display(bands(theirs, right_out))
    reliability(bands(theirs, right_out), "Confidence and truth, held-out documents")

# %% [markdown]
# A reliability table can be saved as CSV (`from`, `to`, `right`) and given to every measure in place of the
# confidence itself: `measures.ties(stances, reliable=measures.reliability("table.csv"))`.
#
# ## From the reader's network to the program's
# The same measures on what the reader marked and on what the program found, with the interval of the latter.

# %%
def figures(stances: pd.DataFrame) -> pd.Series:
    ties = measures.ties(stances)
    total = ties[["friendly", "hostile"]].sum()
    balance = measures.balance(measures.signed(ties))
    return pd.Series({
        "ties (pairs of sides)": balance["ties"], "hostile share of the evidence": total["hostile"] / total.sum(),
        "triangles": balance["triads"], "frustration index": balance["frustration_high"],
    })  # fmt: skip


own = found[~found["attributed"]]
interval = measures.interval(own, figures, draws=100)
pd.DataFrame({
    "reader": figures(read), "program": interval["value"], "low": interval["low"], "high": interval["high"],
}).astype(float).round(2)  # fmt: skip

# %% [markdown]
# The program's network is a thinner one. Shares can be compared; counts of ties and triangles cannot, because they
# grow with what is found: the bounds of counts even lie below the value, as every draw leaves some statements out.
#
# ## Which ties both have
# With the sign that each gives.

# %%
signs = pd.DataFrame({
    name: measures.ties(stances).set_index(["holder", "target"])["net"].pipe(np.sign)
    for name, stances in (("reader", read), ("program", found))
})
both = signs.dropna()
print(f"ties of the reader: {signs['reader'].notna().sum()}, of the program: {signs['program'].notna().sum()}, of both: {len(both)}, "
      f"with the same sign: {(both['reader'] == both['program']).sum()}")  # fmt: skip
signs[signs["reader"].isna()].reset_index()

# %% [markdown]
# The table lists the ties that only the program has: candidates for errors, to be read before they are used.
#
# ## If an archive were missing
# What would be known of the ties that the reader marked, without the records of each archive ('unknown': the
# reference of the digest names none).

# %%
held = measures.tellers(g.documents(), ORIGINALS)
told = read.assign(teller=read["document"].map(held))
losses = {side: measures.without(told, side)["change"].value_counts() for side in sorted(set(held))}
documents = held.value_counts()
pd.DataFrame(losses).T.fillna(0).astype(int).assign(documents=documents).rename_axis("without the archive of")

# %% [markdown]
# ## What the evidence can and cannot say
# - A statement that the program shows is right about as often as its confidence says, which is far from always. Its
#   sentence stands beside it: read it.
# - What it does not show is no evidence of anything. Of the attitudes in real documents the
#   program finds few (the tables above, and `docs/accuracy.md`).
# - Shares, orders and changes within like documents may be compared; counts may not.
# - The corpus is what archives let out and editors chose. No interval on this page knows of the documents that nobody
#   has seen.
