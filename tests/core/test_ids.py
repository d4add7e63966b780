"""Keys and NHS numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.core.ids import bare_nhs_number, is_nhs_number, new_id, spaced_nhs_number


def test_ids_are_of_version_7_never_repeat_and_sort_by_when_they_were_made() -> None:
    made = [new_id() for _ in range(5000)]
    assert {one.version for one in made} == {7}
    assert len(set(made)) == 5000
    assert made == sorted(made)


@pytest.mark.parametrize("text", ["999 000 0018", "999-000-0018", "9990000018"])
def test_a_number_is_read_with_or_without_spaces_and_dashes(text: str) -> None:
    assert bare_nhs_number(text) == "9990000018"
    assert is_nhs_number(text)


FULL_WIDTH = "".join(chr(ord(digit) + 0xFEE0) for digit in "9990000018")


@pytest.mark.parametrize("text", ["", "999 000 0019", "999000001", "99900000018", "abcdefghij", FULL_WIDTH])
def test_what_is_no_nhs_number_is_told_apart(text: str) -> None:
    assert not is_nhs_number(text)


@given(st.from_regex(r"999[0-9]{6}", fullmatch=True))
def test_one_check_digit_at_most_makes_nine_digits_a_number(nine: str) -> None:
    right = [digit for digit in "0123456789" if is_nhs_number(nine + digit)]
    weighted = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    check = (11 - weighted % 11) % 11
    assert right == ([str(check)] if check < 10 else [])


def test_a_number_is_read_aloud_in_threes_and_four() -> None:
    assert spaced_nhs_number("9990000018") == "999 000 0018"
    assert spaced_nhs_number("12345") == "12345"
