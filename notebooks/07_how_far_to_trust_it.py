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
# **Sources.** The shipped digests and the annotations of a reader (`triples/sample/gold`); where the FRUS volume is
# at hand, the documents of 1958–60 XIX that were annotated and kept out of training (`triples/gold`, split *test*);
# the rows of answers over six volumes that were read by hand (`triples/gold/questions`).
#
# **Method.** `coldgraph.evaluate`, the scorer behind `docs/accuracy.md`. A statement of the program is *right* when the
# reader marked, in an overlapping sentence, the same polarity between the same holder and target (any name that the
# reader allowed). *Precision* is the share of what the program says that is right, *recall* the share of what the reader
# marked that is found; what a reader may see or not counts in neither. The intervals (95 %) come from drawing whole
# documents again (bootstrap), since sentences of one document are no independent cases.

# %%
import subprocess
import sys

import numpy as np
import pandas as pd
from desk import FRIENDLY, GREY, KEPT, ORIGINALS, ROOT, SAMPLE, SHARED, annotated, built, display, plt, sample, whole_volumes

from coldgraph import measures

g = sample()
found, read = g.stances(), annotated(g)
judged = g.evaluate(SAMPLE / "gold")


def scores(frame: pd.DataFrame, table: str, *kinds: str) -> pd.DataFrame:
    """Rows of an evaluation: each share with its interval, and the counts that it comes from."""
    rows = frame[(frame["table"] == table) & (frame["kind"].isin(kinds) if kinds else True)]
    made = {"what": rows["kind"]}
    for name in ("precision", "recall"):
        ends = zip(rows[name], rows[f"{name} from"], rows[f"{name} to"], strict=True)
        made[name] = ["–" if pd.isna(share) else f"{share:.2f} ({low:.2f} to {high:.2f})" for share, low, high in ends]
    return pd.DataFrame({**made, "right": rows["right"], "missed": rows["missed"], "wrong": rows["wrong"]}).reset_index(drop=True)


# %% [markdown]
# ## The digests
# Day, place and people first, then attitudes.

# %%
SETTING = ("date", "place", "participants", "side of the participants", "who of them speaks")
frame = judged.frame()
print(f"n = {judged.documents} digests")
scores(frame, "scores", *SETTING, "mentions", "stances", "dyads")

# %% [markdown]
# Day, place and people stand in a header and are mostly right. Attitudes are another matter: most are missed. *Dyads*
# asks less of the program: only who holds an attitude of that sign towards whom, anywhere in the document. An interval of
# one point (1.00 to 1.00) says that no draw had an error, not that none is to be expected elsewhere. The digests
# were at hand when the rules were written: on other documents the figures are lower (see below, and `docs/accuracy.md`).
#
# ## Own words, and what others allege

# %%
scores(frame, "attribution")

# %% [markdown]
# ## What is missed
# The acts that a reader marks most often: precision by the act that the program names, recall by the one that the reader
# names. With so few of each the intervals are wide.

# %%
acts = scores(frame, "act")
acts.assign(marked=acts["right"] + acts["missed"]).sort_values(["marked", "what"], ascending=[False, True]).head(10)

# %% [markdown]
# ## Does confidence mean something?
# Of the statements at a confidence of 0.6, six in ten should be right. The *calibration error* is the mean gap between
# the two, weighed by the number of statements.

# %%
def reliability(judged, title: str) -> pd.DataFrame:
    """The reliability table of an evaluation, drawn: bands of confidence, how many statements, how many right."""
    bins = judged.reliability.bins
    table = pd.DataFrame({"from": [b.low for b in bins], "to": [b.low + 0.1 for b in bins], "n": [b.number for b in bins],
                          "said": [b.said for b in bins], "right": [b.right for b in bins]})  # fmt: skip
    _, axes = plt.subplots(figsize=(5, 4))
    axes.plot([0.3, 1], [0.3, 1], color=GREY, linewidth=0.8)
    axes.scatter(table["said"], table["right"], s=20 + 4 * table["n"], color=FRIENDLY)
    for row in table.itertuples():
        axes.annotate(f"n = {row.n}", (row.said, row.right), xytext=(6, -10), textcoords="offset points", fontsize=8)
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0.3, 1), ylim=(-0.05, 1.05))
    axes.set_title(f"{title} (n = {int(table['n'].sum())} statements)", fontsize=10)
    plt.show()
    low, high = judged.reliability.interval
    print(f"calibration error: {judged.reliability.error:.2f} ({low:.2f} to {high:.2f})")
    return table


reliability(judged, "Confidence and truth, the digests")

# %% [markdown]
# With so few statements a band the points scatter whatever the truth is.
#
# ## Documents that the program never saw
# The annotated documents of the volume that was kept out of training, where the volume is at hand.

# %%
if not whole_volumes("frus1958-60v19"):
    print("The volume is not at hand, or only the sample is wanted: this part is skipped.")
else:
    folder = KEPT / "held-out"
    script = [sys.executable, ROOT / "triples" / "scripts" / "annotations.py", "unpack", "--corpus", SHARED / "corpus" / "frus"]
    subprocess.run([*script, "--into", folder, "--split", "test"], check=True, capture_output=True)
    unseen = built("held-out-graph", [folder / "text"]).evaluate(folder / "gold")
    print(f"n = {unseen.documents} documents")
    display(scores(unseen.frame(), "scores", "stances", "dyads"))
    display(scores(unseen.frame(), "attribution"))
    display(reliability(unseen, "Confidence and truth, held-out documents"))

# %% [markdown]
# A reliability table can be saved as CSV (`from`, `to`, `right`) and given to every measure in place of the
# confidence itself: `measures.ties(stances, reliable=measures.reliability("table.csv"))`.
#
# ## Answers read by hand
# Of each named question up to twenty rows of its answer over six FRUS volumes were read with the text around them and
# judged. The reading was the project's own; `docs/questions.md` has the intervals and what is wrong in the others.

# %%
checked = {file.stem: pd.read_csv(file)["verdict"] for file in sorted((ROOT / "triples" / "gold" / "questions").glob("*.csv"))
           if file.stem not in ("values", "faults")}  # fmt: skip
answers = pd.DataFrame({"right": {n: (v == "right").sum() for n, v in checked.items()}, "read": {n: len(v) for n, v in checked.items()}})
print(f"n = {answers['read'].sum()} rows of {len(answers)} questions, {answers['right'].sum()} right")
answers = answers.assign(share=answers["right"] / answers["read"]).rename_axis("question").reset_index()
answers.sort_values(["share", "question"], ascending=[False, True], ignore_index=True)

# %% [markdown]
# Twenty rows bound a share loosely: 10 of 20 is anything from 0.30 to 0.70.
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
# The table lists the ties that only the program has: candidates for errors, to be read before they are used. A tie that
# only the reader has is one that the program missed; it says nothing of the two sides.
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
# - A statement that the program shows is right about as often as its confidence says (the calibration error above),
#   which is far from always. Its sentence stands beside it: read it.
# - One reader marked each text, and readers differ (`triples/scripts/agreement.py`: F1 0.88 between two on the records that
#   both are sure of, in 24 documents): a share of 1.00 is out of reach for anybody.
# - What it does not show is no evidence of anything. Of the attitudes in real documents the
#   program finds few (the tables above, and `docs/accuracy.md`).
# - Shares within like documents may be compared, if what is missed is missed alike on both sides of the comparison,
#   which nothing here proves; counts may not.
# - The corpus is what archives let out and editors chose. No interval on this page knows of the documents that nobody
#   has seen.
