"""A disclosure sheet made by hand: one row of each kind that a sheet can have.

In: nothing. Out: a `Disclosure`. Every word of it is invented.
"""

from datetime import date

from evaluator.comparison.disclosed_rows import PAY_RANGE
from evaluator.comparison.disclosure_model import Disclosure, Part, Row, Stated
from evaluator.economics.posted_pay import PostedAmount, PostedPay

_ABOUT = Part(
    "Who, what and when",
    (
        Row("position", "Position", (Stated("offer.name", "", "stated", "Evenings", "Evenings"),)),
        Row(
            "engagement", "Employee or contractor", (Stated("offer.engagement", "", "stated", "employee", "employee"),)
        ),
        Row("kind", "Kind", (Stated("offer.kind", "", "stated", "group", "group practice"),)),
        Row("state", "State", (Stated("offer.state", "", "not_stated"),)),
    ),
)
_PAY = Part(
    "Pay",
    (
        Row(
            "rate",
            "Rate",
            (
                Stated("pay.share", "your share", "stated", "60%", "60% to you", "discretion", 60, "contract", "§3.1"),
                Stated("pay.later_shares", "later", "refused", evidence="verbal"),
            ),
        ),
        Row("of-what", "Of what", (Stated("pay.of", "", "not_stated"),)),
        Row(PAY_RANGE, "Pay for the post", ()),
        Row("pay-day", "When paid", (Stated("pay.lag_days", "", "vague", quote="soon & <often>", evidence="verbal"),)),
    ),
)
_LEAVING = Part(
    "Leaving",
    (
        Row("supervision", "Supervision", (), "With an independent licence you don't need supervision."),
        Row(
            "notice",
            "Notice",
            (
                Stated(
                    "contract.notice",
                    "",
                    "stated",
                    "30",
                    "Both give 30 days.",
                    "fixed",
                    None,
                    "policy",
                    "p. 4",
                    "thirty days",
                ),
            ),
        ),
    ),
)
_NOTHING = PostedAmount(None, None, ("weeks off a year",))
SHEET = Disclosure(
    schema_version=1,
    as_of=date(2026, 11, 21),
    version="0.1.0",
    name="Evenings",
    organization="Harrowgate & Sons",
    issued=date(2026, 11, 2),
    good_until=None,
    revision="2",
    terms_as_of=None,
    fingerprint="0123456789abcdef" * 4,
    about=_ABOUT,
    parts=(_PAY, _LEAVING),
    pay=PostedPay("hourly", _NOTHING, PostedAmount(40.0, 44.5, ()), _NOTHING),
    notices=("It supports a decision.",),
    file="evenings.yaml",
    source="format: 1\n",
)
