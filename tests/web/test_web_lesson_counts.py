"""Small numbers: suppressed is a word, and nothing suppressed can be worked out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sightline.web.pages.lesson_counts import SMALL, SUPPRESSED, suppress

columns = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(*[st.integers(0, 40)] * 3), min_size=1, max_size=6
)


def test_a_small_count_is_a_word():
    assert suppress({"GP": (3, 3, 0), "Hospital": (2, 9, 0)}).rows[0][1][0] == SUPPRESSED


def test_a_second_cell_goes_with_one_that_could_be_worked_out():
    shown = suppress({"GP": (3, 0, 0), "Hospital": (20, 0, 0), "Midwifery": (9, 0, 0)})
    raised = {name: cells[0] for name, cells in shown.rows}
    assert raised == {"GP": SUPPRESSED, "Hospital": "20", "Midwifery": SUPPRESSED}
    assert shown.total[0] == "32"


def test_nought_is_nought():
    assert suppress({"GP": (0, 0, 0)}).rows[0][1] == ("0", "0", "0")


@given(columns)
def test_no_single_hidden_cell_stands_beside_a_total(counts):
    shown = suppress(counts)
    for place in range(3):
        hidden = [cells[place] for _, cells in shown.rows if cells[place] == SUPPRESSED]
        assert len(hidden) != 1 or shown.total[place] == SUPPRESSED


@given(columns)
def test_no_count_of_one_to_four_is_ever_shown(counts):
    shown = suppress(counts)
    small = {str(number) for number in range(1, SMALL)}
    for _, cells in shown.rows:
        assert not small & set(cells)
