import pytest
from invented import ID, Invented, world

from coldgraph.see.dossier import Office, dossiers
from coldgraph.see.feed import feed
from coldgraph.see.network import network


def fed(made: Invented, quotes: int = 500, **options):
    store = made.store()
    shown = network(store, attributed=True, **options)
    return feed(shown, {}, quotes, dossiers(store, shown))


def piece(told, quote: str):
    return next(p for edge in told["edges"] for p in edge["evidence"] if told["words"][p.get("quote", 0)] == quote)


def test_words_and_documents_are_told_once_and_found_by_number():
    told = fed(world())
    assert len(set(told["words"])) == len(told["words"])
    found = piece(told, "They broke the treaty.")
    assert [told["words"][found[key]] for key in ("speaker", "addressee", "holder", "act")] == [
        "Władysław Gomułka", "周恩来", "Władysław Gomułka", "Accusation"
    ]  # fmt: skip
    assert told["documents"][found["document"]]["earliest"] == "1961-05-02"
    assert "modality" not in found and "earliest" not in found


def test_beyond_the_quotes_asked_for_only_what_counts_is_kept():
    told = fed(world(), quotes=1)
    edge = next(e for e in told["edges"] if e["weight"] == 2)
    assert set(edge["evidence"][0]) > {"quote", "speaker"}
    assert set(edge["evidence"][1]) == {"document", "confidence", "act"}


def test_a_meeting_keeps_its_own_day_where_it_is_not_its_document_s():
    made = world()
    made.fact("meeting/900", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "https://w3id.org/coldgraph/ontology#Meeting")
    made.fact("meeting/900", "recordedIn", "document/first")
    made.fact("meeting/900", "earliest", '"1961-04-30"')
    for who in ("gomulka", "zhou-ru"):
        made.fact("meeting/900", "participation", f"participation/900-{who}")
        made.fact(f"participation/900-{who}", "participant", f"person/{who}")
    days = {p.get("earliest") for edge in fed(made, kind="meetings")["edges"] for p in edge["evidence"]}
    assert days == {None, "1961-04-30"}


@pytest.mark.parametrize(
    ("source", "link"), [("https://example.org/a", "https://example.org/a"), ("javascript:x", None), ("file:///x", None)]
)
def test_only_addresses_on_the_web_become_links(source, link):
    made = world()
    made.fact("document/first", "http://purl.org/dc/terms/source", f'"{source}"')
    told = fed(made)
    assert told["documents"][piece(told, "They broke the treaty.")["document"]].get("link") == link


def test_a_dossier_has_sides_from_offices_and_meetings_and_offices_in_order():
    made = world()
    made.office("person/gomulka", "state/estmark", "Envoy", "1962-01-01", "1963-02-03")
    made.office("person/gomulka", "state/norland", "Minister", "1950-01-01")
    made.office("person/dong", "state/sudria", "")
    found = dossiers(made.store(), [ID + "person/gomulka", ID + "person/dong", ID + "state/norland", ID + "person/nobody"])
    assert found[ID + "person/gomulka"].sides == ["Estmark", "Norland"]
    assert found[ID + "person/gomulka"].offices == [
        Office("1950-01-01", "", "Minister", "Norland"), Office("1962-01-01", "1963-02-03", "Envoy", "Estmark")
    ]  # fmt: skip
    assert found[ID + "person/dong"].offices == [] and found[ID + "person/dong"].sides == ["Sudria"]
    assert found[ID + "state/norland"].sides == ["Norland"]
    assert found[ID + "person/nobody"].sides == []
