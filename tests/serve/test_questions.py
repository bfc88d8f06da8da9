"""What the page needs beside the endpoint: the named questions, and the words of the vocabulary."""

import json
from urllib.parse import urlencode

from served import Served, ask

from coldgraph import vocabulary
from coldgraph.ask import questions


def bound(served: Served, name: str, **values: str):
    return ask(f"{served.home}questions/{name}?{urlencode(values)}")


def test_all_questions_with_their_parameters(served: Served) -> None:
    found = json.loads(ask(f"{served.home}questions").body)
    assert [q["name"] for q in found] == [q.name for q in questions.questions()]
    parameters = {p["name"]: p["kind"] for q in found if q["name"] == "stances-between" for p in q["parameters"]}
    assert parameters == {"from": "actor", "towards": "actor", "since": "date", "until": "date"}


def test_a_question_with_its_values_is_a_query_to_be_run(served: Served) -> None:
    told = bound(served, "stances-between", **{"from": "Norland", "towards": "Estmark", "since": "1961"})
    assert told.status == 200, told.text
    assert "<https://w3id.org/coldgraph/id/state/norland>" in told.text and '"1961-01-01"' in told.text
    assert ask(served.endpoint, told.text).status == 200


def test_values_cannot_become_syntax(served: Served) -> None:
    told = bound(served, "what-was-said-about", word='x" } SERVICE <http://127.0.0.1:9/> {')
    assert told.status in (200, 400)
    assert "SERVICE <http" not in told.text.replace('\\"', "").split('"x')[0]


def test_what_is_wrong_with_the_values_is_said(served: Served) -> None:
    assert "missing" in bound(served, "stances-between").text
    assert "Vale" in (told := bound(served, "meetings-of", actor="Vale")).text
    assert told.status == 400
    assert bound(served, "no-such-question").status == 404


def test_the_vocabulary_is_that_of_the_ontology(served: Served) -> None:
    found = json.loads(ask(f"{served.home}vocabulary").body)
    assert vocabulary.STANCE in found["classes"] and found["classes"][vocabulary.STANCE]
    assert vocabulary.HOLDER in found["properties"]
    assert "http://www.w3.org/2004/02/skos/core#prefLabel" in found["properties"]
    assert found["prefixes"]["cg"] == "https://w3id.org/coldgraph/ontology#"
