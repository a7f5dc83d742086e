"""The table of state laws in finished words, for `evaluator explain` and for `docs/state-law.md`.

In: topics and laws of the table. Out: sentences, each with its day. Must not conclude: the table tells what is
reported, and a lawyer in the state tells what it means.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.findings import LawStatus
from evaluator.checklists.law import LIMITING, Law, Topic, load_state_law

ADVICE = "This is what is reported, not advice, and may be out of date. Ask a lawyer in your state."
STATUS: dict[LawStatus, str] = {
    "bars": "reported to bar",
    "limits": "reported to limit",
    "permits": "reported to allow it, or to be for others",
    "strengthens": "reported to strengthen your side",
    "none known": "no such law is known",
}

_NAMES = """\
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas
KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri
MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina
ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota
TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
AS American Samoa|GU Guam|MP Northern Mariana Islands|PR Puerto Rico|VI U.S. Virgin Islands"""
STATE_NAMES = {row[:2]: row[3:] for line in _NAMES.splitlines() for row in line.split("|")}
"""The states and territories by the codes of the postal service."""


@dataclass(frozen=True, slots=True)
class LawWords:
    """One entry of the table: where, what is reported, for whom and when it holds, what it hangs on, whence."""

    where: str
    status: str
    says: str
    reach: str | None
    days: str | None
    depends_on: str | None
    as_of: str
    sources: tuple[str, ...]


def state_name(code: str) -> str:
    """`Ohio` for `OH`; the code itself where it is none of the postal service's."""
    return STATE_NAMES.get(code, code)


def law_in_words(law: Law, catalogue: Catalogue) -> LawWords:
    """An entry of the table in words. Sources are those of the catalogue, which has all that the table cites."""
    return LawWords(
        where="Federal" if law.states is None else ", ".join(map(state_name, law.states)),
        status=STATUS[law.status],
        says=law.says,
        reach=_reach(law),
        days=_days(law),
        depends_on=law.depends_on,
        as_of=str(law.as_of),
        sources=tuple(map(catalogue.source_in_words, law.sources)),
    )


def laws_of(topic: Topic, state: str | None = None) -> tuple[Law, ...]:
    """The entries of a topic; with a state, those of that state and the federal ones."""
    return tuple(law for law in topic.laws if state is None or law.states is None or state in law.states)


def nothing_for(state: str) -> str:
    """What to say of a state that a topic has no entry for: a gap in the table is no freedom."""
    return f"The table has no entry for {state_name(state)}. That does not mean that there is no law."


def limiting_places(topic: str) -> str:
    """Where the table reports a law of the topic that bars or limits such a term, with the day of the table."""
    table = load_state_law()
    laws = [law for law in table.topics[topic].laws if law.status in LIMITING]
    codes = sorted({code for law in laws for code in law.states or ()}, key=state_name)
    names = [*(["federal law"] if any(law.states is None for law in laws) else []), *map(state_name, codes)]
    listed = ", ".join(names) or "nowhere yet"
    return f"only where one is reported to bar or limit this, in whole or for some ({listed}; table of {table.as_of})"


def checks_on(topic: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the checks that follow a topic of the table, or that ask for the same thing under the same name."""
    following = (id for id, check in catalogue.by_id.items() if check.applies and check.applies.law == topic)
    return tuple(dict.fromkeys([*(one for one in (topic,) if one in catalogue.by_id), *following]))


def _reach(law: Law) -> str | None:
    limits = (law.disciplines, law.engagements, law.license_stages)
    parts = [" or ".join(one.replace("_", " ") for one in allowed) for allowed in limits if allowed is not None]
    return "; ".join(parts) or None


def _days(law: Law) -> str | None:
    return "; ".join(_ends(law)) or None


def _ends(law: Law) -> Iterator[str]:
    if law.start is not None:
        yield f"from {law.start}"
    if law.until is not None:
        yield f"until {law.until}"
