"""The comparison as Markdown: the answer in words and tables, red flags, and the questions ready for e-mails.

In: a Comparison. Out: text. Must not word or weigh anything: the sections of the report are only set in another type.
"""

from collections.abc import Iterator, Sequence

from evaluator.comparison.model import Comparison
from evaluator.report.naming import label_offers, named_with_pay
from evaluator.report.question_sheet import plain, render_question_sheet
from evaluator.report.sections.answer import AnswerView, Figure, build_answer
from evaluator.report.sections.red_flags import RedFlagsView, build_red_flags
from evaluator.report.view import report_title
from evaluator.report.wording import cleaned, day


def render_markdown(comparison: Comparison) -> str:
    """The summary, then the question sheet one heading lower."""
    safe = cleaned(comparison)
    labels = label_offers(safe)
    answer, flags = build_answer(safe, labels), build_red_flags(safe, labels)
    reader = f"Prepared for {plain(safe.reader)}, {day(safe.as_of)}." if safe.reader else f"{day(safe.as_of)}."
    lines = [f"# {report_title(len(safe.offers))}", "", reader]
    for block in (_answer(answer), _figures(answer), _scores(answer), _flags(flags)):
        lines += ["", *block]
    questions = render_question_sheet(safe).splitlines()
    lines += ["", *(f"#{line}" if line.startswith("#") else line for line in questions)]
    lines += ["", "## Limits", "", *(f"- {plain(notice)}" for notice in safe.notices)]
    return "\n".join(lines) + "\n"


def _answer(answer: AnswerView) -> Iterator[str]:
    yield f"## {answer.standing}"
    for words in filter(None, (answer.lead, answer.margin, *answer.same, *answer.unstated)):
        yield from ("", plain(words))
    yield ""
    for row, figures in zip(answer.verdicts, answer.figures, strict=True):
        words = " ".join(filter(None, (f"{row.verdict}.", row.because, row.cause)))
        yield f"- **{row.label.mark}, {plain(named_with_pay(row.label, figures.pay))}:** {plain(words)}"


def _figures(answer: AnswerView) -> Iterator[str]:
    heads = (
        "Offer",
        "Rank",
        "Headline split",
        "Effective split",
        "Pay per hour worked",
        "Take-home a year",
        "Answered",
    )
    rows = [
        (
            *(row.label.mark, row.rank),
            *map(_figure, (row.headline, row.effective, row.hourly, row.take_home)),
            *(row.coverage, ", ".join(row.flags)),
        )
        for row in answer.figures
    ]
    yield from _table((*heads, "Red flags"), rows)


def _figure(figure: Figure) -> str:
    remarks = "; ".join(remark for remark in (figure.span, "implied" if figure.implied else None) if remark)
    return f"{figure.likely} ({remarks})" if remarks else figure.likely


def _scores(answer: AnswerView) -> Iterator[str]:
    yield "## The checklists, out of 100, floor–ceiling"
    for table in answer.scores:
        yield ""
        rows = [(label.mark, *(cell.range for cell in cells)) for label, cells in table.rows]
        yield from _table(("Offer", *table.columns), rows)


def _flags(view: RedFlagsView) -> Iterator[str]:
    yield "## Red flags"
    yield ""
    for part in view.offers:
        for flag in part.flags:
            state = f"{flag.state.lower()}, {flag.severity}"
            words = plain(f"{flag.says} {flag.request}")
            yield f"- {flag.sign} **{part.label.mark}: {plain(flag.title)}** ({state}). {words}"
    for one in view.open:
        yield f"- ? **{one.offers}: {plain(one.title)}** (not ruled out, critical). {plain(one.request)}"
    lesser = len(view.high) + len(view.lesser)
    if lesser:
        yield f"- {lesser} less grave not ruled out; the report lists them."
    if not (lesser or view.open or any(part.flags for part in view.offers)):
        yield "None raised, and all ruled out in writing."


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(map(plain, heads))} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(plain, row))} |"
