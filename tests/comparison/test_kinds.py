"""The kind of each post in a comparison: stated, asked where it is not, and explained once."""

import pytest

from evaluator.checklists.business_models import load_business_models
from evaluator.checklists.kinds_of_post import KindOfPost
from evaluator.comparison.kinds import kinds_of_posts
from evaluator.offer.choices import Kind
from evaluator.report.naming import label_offers
from evaluator.report.sections.kinds_of_post import build_kinds_of_post
from tests.comparison.samples import OFFERS, compared, having, read, sample, tree_of, without

KNOWN = load_business_models()
LAKESIDE = tree_of(OFFERS / "lakeside-group.yaml")


def test_each_kind_is_explained_once_and_only_those_that_are_there() -> None:
    offers = [sample(name) for name in ("lakeside-group", "maple-tiers", "brightpath-platform", "harbor-employee")]
    kinds = kinds_of_posts(offers)
    assert [text.id for text in kinds.models] == ["group", "platform", "integrated"]
    assert [text.id for text in kinds.employment] == ["contractor", "employee_with_salary"]
    assert kinds.offers[0] == KindOfPost("lakeside-group", "group", "contractor")


def test_what_is_not_stated_is_asked_and_never_guessed() -> None:
    silent = read(without(without(LAKESIDE, ("offer", "kind")), ("offer", "engagement")))
    kinds = kinds_of_posts([silent])
    assert kinds.offers == (KindOfPost("changed", None, None, (KNOWN.not_stated.model, KNOWN.not_stated.engagement)),)
    assert (kinds.models, kinds.employment) == ((), ())


def test_an_employee_whose_pay_is_not_stated_is_asked_about_it() -> None:
    tree = without(having(LAKESIDE, ("offer", "engagement"), "employee"), ("pay",))
    (post,) = kinds_of_posts([read(tree)]).offers
    assert (post.employment, post.to_ask) == (None, (KNOWN.not_stated.pay,))


@pytest.mark.parametrize("kind", KNOWN.models)
def test_every_model_reaches_the_report(kind: Kind) -> None:
    comparison = compared(read(having(LAKESIDE, ("offer", "kind"), kind)))
    view = build_kinds_of_post(comparison, label_offers(comparison))
    assert view is not None
    (row,) = view.rows
    assert (row.model, row.employment) == (KNOWN.models[kind].title, "Contractor (1099)")
    column = view.tables[0].columns[0]
    assert (column.title, column.offers) == (KNOWN.models[kind].title, "A")
    assert [name for name, _ in view.tables[0].rows] == ["Autonomy", "Cost", "Risk", "Tax", "Brand"]
    assert view.tables[0].ask == (KNOWN.models[kind].ask,)


def test_nine_offers_fit_into_columns_of_three() -> None:
    every = [sample(path.stem) for path in sorted(OFFERS.glob("*.yaml"))]
    comparison = compared(*every)
    view = build_kinds_of_post(comparison, label_offers(comparison))
    assert view is not None
    assert [len(table.columns) for table in view.tables] == [3, 3, 3]
    assert [table.heading for table in view.tables] == [
        "The organisation",
        "The organisation, continued",
        "How you would be engaged",
    ]
    quiet = next(row for row in view.rows if row.label.title.startswith("Quiet"))
    assert quiet.employment == "Not stated"
    assert quiet.to_ask == (KNOWN.not_stated.engagement,)
