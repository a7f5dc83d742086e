"""An Audit as a JUnit file, which every build server reads.

In: an Audit. Out: XML. A test fails exactly where a gate is breached, and is an error where too much is unknown, so
that a build server and the exit code never disagree. Must not judge. Everything from an offer is escaped.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from evaluator.checklists.findings import Finding
from evaluator.comparison.audit_model import Audit, AuditedOffer, GateResult
from evaluator.comparison.model import OfferResult
from evaluator.report.waiver_words import waiver_note
from evaluator.report.wording import cleaned, place, sentence

# What XML 1.0 can't hold in any form.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
OPEN = ("not_stated", "vague", "refused", "not_applicable")


def dump_junit(audit: Audit) -> bytes:
    """A suite of gates and a suite of checks for each offer."""
    safe = cleaned(audit)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="evaluator audit">']
    for audited, offer in zip(safe.offers, safe.owner.offers, strict=True):
        lines += _suite(f"{offer.name}: gates", [_gate(offer, row) for row in audited.gates])
        lines += _suite(offer.name, [_check(safe, audited, offer, found) for found in offer.findings])
    return "\n".join([*lines, "</testsuites>", ""]).encode()


def _suite(name: str, cases: list[list[str]]) -> Iterator[str]:
    def holding(kind: str) -> int:
        return sum(any(line.startswith(f"<{kind} ") for line in case) for case in cases)

    counts = " ".join(f'{kind}s="{holding(kind)}"' for kind in ("failure", "error"))
    yield f'<testsuite name={_attribute(name)} tests="{len(cases)}" {counts} skipped="{holding("skipped")}">'
    for case in cases:
        yield from case
    yield "</testsuite>"


def _gate(offer: OfferResult, row: GateResult) -> list[str]:
    kind = {"breached": "failure", "unknown": "error"}.get(row.state)
    inside = [] if kind is None else [f"<{kind} message={_attribute(row.says)}/>"]
    return _case(f"{offer.id}.gates", row.title, inside, "")


def _check(audit: Audit, audited: AuditedOffer, offer: OfferResult, found: Finding) -> list[str]:
    text = next(check for check in audit.owner.checks if check.id == found.check)
    said = " ".join(filter(None, (sentence(found.says), waiver_note(offer, found.check))))
    where = place(found.evidence, found.where, found.line, offer.file)
    more = "\n".join(filter(None, (said, f"Rests on {where}" if where else None, sentence(text.request))))
    if any(found.check in row.flags for row in audited.gates):
        inside = [f'<failure message={_attribute(said)} type="{found.weight}">{_content(more)}</failure>']
        return _case(f"{offer.id}.{found.checklist}", text.title, inside, "")
    if found.outcome in OPEN:
        return _case(f"{offer.id}.{found.checklist}", text.title, [f"<skipped message={_attribute(said)}/>"], "")
    return _case(f"{offer.id}.{found.checklist}", text.title, [], more)


def _case(group: str, name: str, inside: list[str], output: str) -> list[str]:
    more = [f"<system-out>{_content(output)}</system-out>"] if output else []
    return [f"<testcase classname={_attribute(group)} name={_attribute(name)}>", *inside, *more, "</testcase>"]


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _content(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
