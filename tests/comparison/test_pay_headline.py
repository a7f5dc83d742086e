"""The stated pay in the words people know it by.

In: samples, and small pays made by hand. Out: pass. Must not read anything outside the project.
"""

import pytest

from evaluator.comparison.pay_headline import pay_headline
from evaluator.offer.pay import (
    Hourly,
    Pay,
    PerUnit,
    Salary,
)
from evaluator.offer.quantity import Quantity
from tests.comparison.samples import sample


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lakeside-group", "60%"),
        ("harbor-employee", "$78,000 a year"),
        ("brightpath-platform", "$52.50–$70 a session"),  # 45 and 60 minutes
        ("maple-tiers", "up to 70%"),
        ("quiet-practice", None),
    ],
)
def test_the_samples(name: str, words: str | None) -> None:
    assert pay_headline(sample(name).offer.pay) == words


_AT = Quantity.point


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        (None, None),
        (Salary.model_construct(structure="salary", salary=Quantity(70_000, 75_000, 80_000)), "$70,000–$80,000 a year"),
        (
            Hourly.model_construct(structure="hourly", hourly_rate=_AT(38.5), paid_for="session_hours"),
            "$38.50 an hour in session",
        ),
        (Hourly.model_construct(structure="hourly", hourly_rate=_AT(38.5), paid_for=None), "$38.50 an hour"),
        (PerUnit.model_construct(structure="per_point", unit_rate=_AT(12)), "$12 a point"),
        (PerUnit.model_construct(structure="per_unit", unit_rate=None), None),
    ],
)
def test_every_way_of_pay(pay: Pay | None, words: str | None) -> None:
    assert pay_headline(pay) == words
