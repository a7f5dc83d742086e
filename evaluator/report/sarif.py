"""An Audit as SARIF 2.1.0, the form in which code hosts and editors take findings.

In: an Audit. Out: UTF-8 JSON. Must not judge: kinds and levels follow from outcomes. A raised flag fails, what is not
known is open, what somebody accepts is suppressed with the reason. No words from an offer can become a link in a
viewer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from evaluator.checklists.findings import CheckText, Finding, Outcome, RedFlag, Severity
from evaluator.comparison.audit_model import Audit
from evaluator.comparison.model import OfferResult, Waived
from evaluator.report.interchange import dump_data
from evaluator.report.wording import cleaned, sentence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
Kind = Literal["pass", "open", "notApplicable", "review", "fail"]
Level = Literal["none", "note", "warning", "error"]
Json = dict[str, object]

KINDS: dict[Outcome, Kind] = {
    "met": "pass",
    "partly": "review",
    "not_met": "fail",
    "vague": "open",
    "refused": "open",
    "not_stated": "open",
    "not_applicable": "notApplicable",
}
FLAG_KINDS: dict[str, Kind] = {"raised": "fail", "suspected": "review", "not_ruled_out": "open"}
FLAG_LEVELS: dict[Severity, Level] = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}
CHECK_LEVELS: dict[Severity, Level] = {"critical": "warning", "high": "warning", "medium": "note", "low": "note"}
_SAFE_IN_PATH = re.compile(r"[A-Za-z0-9._~/-]")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The checks as SARIF rules, and the place of each among them."""

    texts: tuple[CheckText, ...]
    flags: frozenset[str]

    def place(self, check: str) -> int:
        return next(number for number, text in enumerate(self.texts) if text.id == check)


def dump_sarif(audit: Audit) -> bytes:
    """The log of one run: a rule for every check, a result for every check of every offer."""
    safe = cleaned(audit)
    rules = _Rules(
        safe.owner.checks, frozenset(check.id for check in safe.owner.checks if check.checklist == "red-flags")
    )
    results = [
        _result(offer, finding, rules, place)
        for place, offer in enumerate(safe.owner.offers)
        for finding in offer.findings
    ]
    run: Json = {
        "tool": {
            "driver": {
                "name": "evaluator",
                "version": safe.owner.version,
                "rules": [_rule(text, rules) for text in rules.texts],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(offer.file)}, "hashes": {"sha-256": offer.sha256}} for offer in safe.owner.offers
        ],
        "invocations": [
            {
                "executionSuccessful": True,
                "exitCode": safe.outcome.exit_code,
                "exitCodeDescription": f"{safe.outcome.title}. {safe.outcome.says}",
            }
        ],
        "results": results,
    }
    return dump_data({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(text: CheckText, rules: _Rules) -> Json:
    levels = FLAG_LEVELS if text.id in rules.flags else CHECK_LEVELS
    return {
        "id": text.id,
        "shortDescription": {"text": _unlinked(text.title)},
        "fullDescription": {"text": _unlinked(f"{sentence(text.ask)} {sentence(text.why)}")},
        "help": {"text": _unlinked(sentence(text.request))},
        "defaultConfiguration": {"level": levels[text.weight]},
        "properties": {"checklist": text.checklist, "weight": text.weight},
    }


def _result(offer: OfferResult, finding: Finding, rules: _Rules, artifact: int) -> Json:
    flag = next((one for one in offer.red_flags if one.check == finding.check), None)
    kind, level = _kind(finding, flag, rules)
    result: Json = {
        "ruleId": finding.check,
        "ruleIndex": rules.place(finding.check),
        "kind": kind,
        "level": level,
        "message": {"text": _unlinked(_message(finding, flag, rules.texts[rules.place(finding.check)]))},
        "locations": [_location(offer, finding, artifact)],
        "partialFingerprints": {"offerAndCheck/v1": f"{offer.id}/{finding.check}"},
        "properties": dict(_properties(offer, finding)),
    }
    waived = next((one for one in offer.waived if one.check == finding.check and one.holds), None)
    if waived is not None:
        result["suppressions"] = [_suppression(waived)]
    return result


def _kind(finding: Finding, flag: RedFlag | None, rules: _Rules) -> tuple[Kind, Level]:
    """The standard wants the level `none` with every kind but `fail`."""
    if finding.check in rules.flags:
        kind = FLAG_KINDS[flag.state] if flag else "notApplicable" if finding.outcome == "not_applicable" else "pass"
        return kind, FLAG_LEVELS[finding.weight] if kind == "fail" else "none"
    kind = KINDS[finding.outcome]
    return kind, CHECK_LEVELS[finding.weight] if kind == "fail" else "none"


def _message(finding: Finding, flag: RedFlag | None, text: CheckText) -> str:
    said = sentence(flag.says if flag else finding.says)
    helps = finding.outcome in ("met", "not_applicable") and flag is None
    return f"{sentence(text.title)} {said}" + ("" if helps else f" {sentence(text.request)}")


def _location(offer: OfferResult, finding: Finding, artifact: int) -> Json:
    """The line in the offer file; the file alone where it says nothing."""
    physical: Json = {"artifactLocation": {"uri": _uri(offer.file), "index": artifact}}
    if finding.line is not None:
        physical["region"] = {"startLine": finding.line}
    return {"physicalLocation": physical}


def _properties(offer: OfferResult, finding: Finding) -> Iterator[tuple[str, str]]:
    """What the offer says in its own words: data in a bag, which no viewer renders as markup."""
    yield "offer", offer.name
    yield "checklist", finding.checklist
    yield "outcome", finding.outcome
    for name, value in (("said", finding.said), ("evidence", finding.evidence), ("quote", finding.quote)):
        if value is not None:
            yield name, value
    if finding.where is not None:
        yield "where", finding.where


def _suppression(waived: Waived) -> Json:
    until = waived.expires.isoformat()
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{sentence(waived.reason)} Accepted by {waived.by} until {until}.",
    }


def _unlinked(text: str) -> str:
    """Plain text in which brackets are only brackets: SARIF reads `[words](address)` as a link, `{0}` as a gap."""
    return re.sub(r"([\\\[\]])", r"\\\1", text).replace("{", "{{").replace("}", "}}")


def _uri(file: str) -> str:
    """A path as a URI reference: forward slashes, everything else outside plain ASCII as escapes of its bytes."""
    path = "stdin" if file == "<stdin>" else PurePath(file).as_posix()
    head = "file://" if path.startswith("/") else ""
    return head + "".join(
        sign if _SAFE_IN_PATH.fullmatch(sign) else "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))
        for sign in path
    )
