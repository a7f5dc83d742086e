"""Random offers as texts, each of them valid, with all ways of saying something and of not saying it.

In: nothing. Out: the strategy `offer_texts`. Must not state terms that contradict each other or have to add up, unless
asked for `everything`: then each term that there is may stand beside each other.
"""

from hypothesis import strategies as st
from pydantic import BaseModel

from evaluator.offer import Evidence
from evaluator.offer.shapes import Amounts, Part, Rows, Several, Shape, Single, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import OF_THE_FILE, Path
from tests.offer.asked import QUESTIONS

LEFT_OUT = set(
    "rate weeks starts_at clawback_share late_cancel listed_fee practice_at_least from_sessions from_collections "
    "balance_at_end recoup_share recoup_floor at_collections no_show_rate_share late_cancel_rate_share base_hourly "
    "commission_share advertised_per_session two_to_fifteen_days managed_10_to_19 managed_40_or_more "
    "at_units at_productivity units_by_visit minutes_per_unit guaranteed_hours "
    "patient_flow evaluation patient_share at_desk collected_later codes authorized_visits beyond_authorization".split()
)
NEEDED = {"at_sessions", "tiers.0.share", "payers.0.allowed"}
"""Terms that the file format does not require, but that their group can't do without."""
TIER_AMOUNT = ("tiers", "0", "per_session")
LATER_SHARE = ("later_shares", "0", "from_week")
ONLY = {"mix": "100%", "from_week": "1", "patient_part": "$0", "allowed": "$120"}
NUMBERS = {
    "money": ["150", "$150", '"$1,500.50"', "$0", "$100-$200", "{low: $100, likely: 120, high: $150}"],
    "share": ["60%", "0.6", "0", "2.5%", "40-60%", "{low: 10%, high: 0.3}"],
    "hours": ["2", "1.5 hours"],
    "minutes": ["10", "30 minutes"],
    "weeks": ["4", "1 week"],
    "weeks_of_service": ["4", "1 week"],
    "days": ["30", "1 day"],
    "sessions_a_week": ["25", "1 session", "20-26", "{low: 20, likely: 21, high: 26}"],
    "sessions": ["25", "1 session", "20-26", "{low: 20, likely: 21, high: 26}"],
    "people": ["12", "1.5"],
    "visits": ["12", "1 visit"],
    "miles": ["8", "1 mile"],
}
# Terms whose own bounds are narrower than those of their kind of number.
NARROW = {
    "full_time_share": ["60%", "0.6", "40-60%"],
    "fees_off_the_top": ["3%", "0", "2-5%"],
    "mileage_rate": ["$0.70", "0.5-0.7"],
    "sessions_per_client": ["1", "0.5-1"],
    "weeks_off": ["4", "2-6 weeks"],
}
# Also what acts or can't be seen: marks that turn the direction of writing, blanks of no width, a byte order mark.
LETTERS = st.characters(
    exclude_categories=["C", "Z"],
    include_characters=" \t\n\x85\xa0\xad\u200b\u202e\u2028\u2066\ufeff,:#{}[]'\"\\%?-.&*!|>@`<",
)
TEXTS = st.text(LETTERS, min_size=1, max_size=25).filter(lambda text: text.strip() not in ("", "vague", "refused"))
NAMES = TEXTS.filter(lambda name: name not in ("low", "likely", "high", "value", "answer"))


def quoted(text: str) -> str:
    """The text in double quotes, every unusual letter as an escape."""
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in text) + '"'


@st.composite
def offer_texts(draw: st.DrawFn, *, everything: bool = False) -> str:
    """Whole offer files, written in braces. With `everything`, some say what no offer can mean."""
    parts = _terms(draw, Offer, (), everything=everything)
    for section, asked in QUESTIONS.items():
        answers = [f"{check}: {_told(draw, draw(st.sampled_from(allowed)))}" for check, allowed in asked.items()]
        parts += [f"{section}: {_told(draw, _braces(answers))}"] if draw(st.booleans()) else []
    return _braces(parts) + "\n"


def _braces(parts: list[str]) -> str:
    return "{" + ",\n ".join(parts) + "}"


def _terms(draw: st.DrawFn, model: type[BaseModel], path: Path, *, everything: bool) -> list[str]:
    """The required terms and some of the others. What is required says something."""
    parts = []
    for name, term in terms_of(model).items():
        here = (*path, name)
        needed = term.required or name in NEEDED or ".".join(here[-3:]) in NEEDED
        left_out = name in LEFT_OUT or here == ("collections", "per_session") or here[-3:] == TIER_AMOUNT
        if not needed and ((left_out and not everything) or draw(st.booleans())):
            continue
        only = None if everything else "53" if here[-3:] == LATER_SHARE else ONLY.get(name)
        value = only or _value(draw, term.shape, here, everything=everything)
        known = here in OF_THE_FILE or (term.required if everything else needed)
        parts.append(f"{name}: {value if here in OF_THE_FILE else _told(draw, value, known=known)}")
    return parts


def _value(draw: st.DrawFn, shape: Shape, path: Path, *, everything: bool) -> str:
    match shape:
        case Part(models=models):
            return _braces(_terms(draw, draw(st.sampled_from(models)), path, everything=everything))
        case Rows(model=model):
            count = draw(st.integers(1, 3)) if everything else 1
            rows = [_terms(draw, model, (*path, str(row)), everything=everything) for row in range(count)]
            some = f"{next(iter(terms_of(model)))}: vague"  # a tier that says nothing is no tier
            return f"[{', '.join(_braces(row or [some]) for row in rows)}]"
        case Several(words=words):
            return f"[{', '.join(draw(st.lists(st.sampled_from(words), unique=True)))}]"
        case Amounts(each=each):
            names = draw(st.lists(NAMES, max_size=3, unique=True))
            named = _braces(
                [f"{quoted(name)}: {_told(draw, _value(draw, each, path, everything=everything))}" for name in names]
            )
            return draw(st.sampled_from([named, "none", _value(draw, each, path, everything=everything)]))
        case Single(words=words) if words:
            return draw(st.sampled_from(words))
        case Single(written=written):
            assert written is not None
            if path[-1] in NARROW:
                return draw(st.sampled_from(NARROW[path[-1]]))
            if written.name in NUMBERS:
                return draw(st.sampled_from(NUMBERS[written.name]))
            return quoted(draw(TEXTS)) if written.name == "text" else written.example


def _told(draw: st.DrawFn, value: str, *, known: bool = False) -> str:
    """The value or a word for not giving it, plainly or with what it rests on."""
    if not known:
        value = draw(st.sampled_from([value, value, value, "vague", "refused"]))
    if draw(st.booleans()):
        return value
    parts = [f"{draw(st.sampled_from(['value', 'answer']))}: {value}"]
    if draw(st.booleans()):
        parts.append(f"evidence: {draw(st.sampled_from(Evidence)).value}")
    parts += [f"{key}: {quoted(draw(TEXTS))}" for key in ("quote", "where") if draw(st.booleans())]
    parts += ["as_of: 2026-10-01"] if draw(st.booleans()) else []
    parts += draw(st.sampled_from([[], ["change: fixed"], ["change: formula", "notice: 30 days"], ["notice: 0"]]))
    return _braces(parts)
