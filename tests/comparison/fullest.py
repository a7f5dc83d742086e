"""The fullest offers that can be written: every term of the models stated at length, one offer for each way of paying.

In: the models and the checklists. Out: `fullest_offers`. Must not name terms one by one: a new term joins by itself.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from evaluator.checklists import load_catalogue
from evaluator.offer import OfferFile, parse_offer
from evaluator.offer.pay import AnyPay
from evaluator.offer.shapes import Amounts, Part, Rows, Several, Shape, Single, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import OF_THE_FILE
from tests.offer.offers import LATER_SHARE, LEFT_OUT, ONLY

LONG = "a name of some sixty letters that somebody thought necessary"
QUOTE = " ".join(["word"] * 40)
WHERE = "section 12, paragraph 4, of the second annex to the clinician handbook"
NUMBERS = {
    "money": "{low: $1,234.56, likely: $1,334.56, high: $1,434.56}",
    "share": "{low: 10.25%, likely: 12.5%, high: 13.75%}",
}
TOLD = f'change: discretion, notice: 120 days, evidence: third_party, where: "{WHERE}", quote: "{QUOTE}"'
SMALL = {"sessions": "12", "visits": "6", "people": "3", "weeks": "12", "minutes": "30", "hours": "4", "days": "30"}
# What the usual numbers of a kind would be beyond the bounds of.
POSSIBLE = {**ONLY, "sessions_per_client": "2", "mileage_rate": "$0.70"}
FLOW = ("caseload", "patient_flow")
FOUR = ("rates", "payers", "stipends", "one_time", "bonuses")


def fullest_offers() -> Iterator[tuple[str, OfferFile]]:
    """An offer for each pay structure, with a caseload, and one of referrals."""
    pay = terms_of(Offer)["pay"].shape
    assert isinstance(pay, Part)
    for model in pay.models:
        yield model.__name__, _read(model, left_out="patient_flow")
    yield "referrals", _read(pay.models[0], left_out="caseload")


def _read(pay: type[BaseModel], left_out: str) -> OfferFile:
    parts = []
    for name, term in terms_of(Offer).items():
        if name == left_out:
            continue
        shape = Part((pay,)) if name == "pay" else term.shape
        parts.append(f"{name}: {_value(shape, (name,))}")
    catalogue = load_catalogue()
    for section, asked in catalogue.questions().items():
        answers = [f"{check}: {{answer: {_wordiest(check)}, {TOLD}}}" for check in asked]
        parts.append(f"{section}: {_braces(answers)}")
    return parse_offer(_braces(parts).encode(), file="fullest.yaml", questions=catalogue.questions())


def _wordiest(check: str) -> str:
    answers = load_catalogue().by_id[check].answers or {}
    return max(answers, key=lambda word: (answers[word].worth != "not applicable", len(answers[word].says)))


def _braces(parts: list[str]) -> str:
    return "{" + ",\n ".join(parts) + "}"


def _terms(model: type[BaseModel], path: tuple[str, ...]) -> str:
    parts = []
    for name, term in terms_of(model).items():
        here = (*path, name)
        if _is_left_out(name, here):
            continue
        value = _value(term.shape, here)
        plain = here in OF_THE_FILE or isinstance(term.shape, Part | Rows) or here[-1] == "structure"
        parts.append(f"{name}: {value if plain else f'{{value: {value}, {TOLD}}}'}")
    return _braces(parts)


def _is_left_out(name: str, here: tuple[str, ...]) -> bool:
    if here[0] in FLOW[1:]:
        return name == "completion"
    needed = ".".join(here[-3:]) in ("tiers.0.share", "payers.0.allowed") or name == "at_sessions"
    in_two_ways = here in (("collections", "per_session"), ("attendance", "late_cancel"))
    return not needed and (
        name in LEFT_OUT - {"late_cancel"} or in_two_ways or here[-3:] == ("tiers", "0", "per_session")
    )


def _value(shape: Shape, path: tuple[str, ...]) -> str:
    name = path[-1]
    rows = 4 if name in FOUR else 1
    match shape:
        case Part(models=models):
            return _terms(models[0], path)
        case Rows(model=model):
            row = _terms(model, (*path, "0"))
            return f"[{', '.join([row.replace('mix: {value: 100%', f'mix: {{value: {100 // rows}%')] * rows)}]"
        case Several(words=words):
            return f"[{', '.join(words)}]"
        case Amounts():
            return _braces([f'"{LONG} {number}": {"2" if name == "weekly" else "$1,234.56"}' for number in range(5)])
        case Single(words=words) if words:
            return max(words, key=len) if name != "format" else "1"
        case Single(written=written):
            assert written is not None
            if path[-3:] == LATER_SHARE:
                return "53"
            kind = written.name
            if name in POSSIBLE:
                return POSSIBLE[name]
            if name in ("no_show", "late_cancel", "refilled", "rescheduled", "full_time_share"):
                return "12.5%"
            return f'"{LONG}"' if kind == "text" else NUMBERS.get(kind) or SMALL.get(kind) or written.example


def stated_pay(offer: OfferFile) -> AnyPay:
    """The pay of such an offer."""
    assert offer.offer.pay is not None
    return offer.offer.pay
