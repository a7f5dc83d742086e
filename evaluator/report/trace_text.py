"""The trace of one offer as plain text for a terminal, and as JSON for programs.

In: a `Trace`, a width in columns. Out: text or bytes. Must not compute or print; what an offer says is cleaned first.
"""

from collections.abc import Iterator
from textwrap import wrap

from evaluator.economics.figures import Assumption
from evaluator.economics.trace import Trace
from evaluator.economics.trace_line import TraceLine
from evaluator.economics.trace_sources import TermUse
from evaluator.report.wording import cents, cleaned, evidence_says, plain

NARROWEST = 40
_FIGURE = 16  # columns that the figure at the end of a line takes
_STATES = {
    "not_stated": "not stated",
    "vague": "vague",
    "refused": "refused",
    "range": "given as a range",
    "reader": "yours",
    "absent": "not mentioned, so counted as this",
    "published": "published",
}


def render_trace(trace: Trace, width: int) -> str:
    """The trace as lines of at most `width` columns (never less than 40), ending in a newline.

    A term is told in full, with place, evidence and quote, where it is first used, and by its value and place after it.
    """
    width = max(width, NARROWEST)
    return "".join(f"{line.rstrip()}\n" for line in _lines(cleaned(trace), width))


def dump_trace(trace: Trace) -> bytes:
    """The trace as UTF-8 JSON, indented, with unrounded values, ending in a newline."""
    from evaluator.report.interchange import dump_record

    return dump_record(trace)


def _lines(trace: Trace, width: int) -> Iterator[str]:
    yield from wrap(f"How the money of {trace.name} is worked out", width)
    yield from wrap(f"Read from {trace.file}; a line number is a term's line there.", width)
    yield from wrap("Open terms are taken at their likely case.", width)
    section, told = "", set[str]()
    for line in trace.lines:
        if line.section != section:
            section = line.section
            yield from ("", *wrap(section, width), "-" * min(len(section), width))
        yield from _line(line, told, width)


def _line(line: TraceLine, told: set[str], width: int) -> Iterator[str]:
    value = figure(line.value, line.unit)
    room = width - max(_FIGURE, len(value) + 1)
    labels = wrap(line.label, room) or [""]
    yield from labels[:-1]
    yield f"{labels[-1]:<{room}}{value:>{width - room}}"
    if line.span is not None and line.span.low != line.span.high:
        low, high = (figure(end, line.unit) for end in (line.span.low, line.span.high))
        yield from _hang(f"{low} to {high}, as open terms turn out", "    ", "    ", width)
    yield from _hang(f"= {line.formula}", "    ", "      ", width)
    for use in line.uses:
        yield from _hang(_use(use, again=use.name in told), "    - ", "      ", width)
        if use.name not in told:
            yield from _told_in_full(use, width)
            told.add(use.name)
    for known in line.parameters:
        yield from _hang(_parameter(known, again=known.name in told), "    - ", "      ", width)
        told.add(known.name)


def _hang(words: str, first: str, after: str, width: int) -> list[str]:
    return wrap(words, width, initial_indent=first, subsequent_indent=after)


def _use(use: TermUse, *, again: bool) -> str:
    """A term in a few words; `again` leaves out what was told where it was used first."""
    parts = [f"{use.label}: {use.value}" if again else f"{use.label} ({use.name}): {use.value}"]
    if use.line is not None:
        parts.append(f"line {use.line}")
    if use.state != "stated":
        parts.append(_STATES[use.state])
    elif use.line is None:
        parts.append("follows from other terms")
    words = ", ".join(parts)
    rests_on = ", ".join(part for part in (evidence_says(use.evidence), use.where) if part)
    return f"{words}; rests on {rests_on}" if rests_on and not again else words


def _told_in_full(use: TermUse, width: int) -> Iterator[str]:
    if use.said is not None and use.state in ("stated", "range") and not _says_no_more(use.said, use.value):
        yield from _hang(f"written as: {use.said}", "      ", "        ", width)
    if use.quote is not None:
        yield from _hang(f"quoted: “{use.quote}”", "      ", "        ", width)
    if use.worst is not None:
        cases = f"worst {use.worst}, likely {use.likely}, best {use.best}"
        if use.state == "range":  # which end is the better one depends on the term
            cases = f"{use.likely}, from {use.worst} to {use.best}"
        yield from _hang(f"assumed: {cases}. {use.basis or ''}", "      ", "        ", width)
    elif use.state == "published":
        yield from _hang(f"from: {use.basis}", "      ", "        ", width)
    elif use.basis is not None:
        yield from _hang(f"assumed: {use.value}. {use.basis}", "      ", "        ", width)


def _says_no_more(said: str, value: str) -> bool:
    """Whether what was written is the value but for commas, signs and the unit."""
    return said.strip("$% ").replace(",", "") in value.replace(",", "")


def _parameter(known: Assumption, *, again: bool) -> str:
    words = f"{known.label}: {known.value}"
    if again:
        return words
    origin = "yours" if known.origin == "clinician" else "assumed"
    as_of = f", as of {known.as_of}" if known.as_of else ""
    return f"{words}, {origin}{as_of}. {known.source.rstrip('.')}."


def figure(value: float, unit: str) -> str:
    """A value of a trace as it is printed: dollars to the cent, shares to a hundredth of a percent."""
    match unit:
        case "usd":
            return cents(value)
        case "usd_per_hour":
            return f"{cents(value)}/hour"
        case "share":
            return f"{plain(value * 100, 2)}%"  # an account shows what it computes with
        case _:
            return f"{plain(value, 2)} {unit}"
