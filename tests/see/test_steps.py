from coldgraph.see.steps import steps, unit_of


def test_steps_reach_from_the_first_day_to_the_last_without_a_gap():
    made = steps("1961-11-05", "1962-02-28", "month")
    assert [step.name for step in made] == ["1961-11", "1961-12", "1962-01", "1962-02"]
    assert [step.last for step in made] == ["1961-11-30", "1961-12-31", "1962-01-31", "1962-02-28"]
    assert [step.name for step in steps("1961-11-05", "1963-01-01", "year")] == ["1961", "1962", "1963"]


def test_documents_are_counted_where_they_may_lie_and_the_undated_nowhere():
    made = steps("1961-01-01", "1963-12-31", "year", [("1961-01-01", "1962-06-01"), ("1963-01-01", ""), ("", "")])
    assert [step.documents for step in made] == [1, 1, 1]


def test_a_step_holds_only_what_lies_in_it_whole():
    (year,) = steps("1961-01-01", "1961-12-31", "year")
    assert year.holds("1961-01-01", "1961-12-31")
    assert not year.holds("1961-06-01", "1962-01-01") and not year.holds("", "")


def test_the_unit_grows_with_the_span():
    spans = [("1961-01-01", "1963-12-31"), ("1961-01-01", "1964-01-01"), ("1960-01-01", "1969-12-31"), ("1960-01-01", "1970-01-01")]
    assert [unit_of(*span) for span in spans] == ["month", "quarter", "quarter", "year"]
