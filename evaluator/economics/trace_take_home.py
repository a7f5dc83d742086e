"""The lines of a trace from pay to take-home.

In: an appraised offer, its projection, what lines may rest on. Out: `TraceLine`s. Must not compute a tax.
"""

from collections.abc import Iterator

from evaluator.economics.appraising import Appraisal
from evaluator.economics.projection import Projection
from evaluator.economics.trace_line import GUARANTEE, OTHER_PAY, PAYROLL, TraceLine, first_of, sum_of
from evaluator.economics.trace_sources import Sources


def take_home(appraisal: Appraisal, p: Projection, sources: Sources) -> Iterator[TraceLine]:
    """The lines from pay to take-home; income taxes only where the reader counts them, a state's always."""
    section = "From pay to take-home"

    def line(label: str, value: float, formula: str, *groups: str, own: tuple[str, ...] = ()) -> TraceLine:
        return TraceLine(section, label, value, "usd", formula, sources.terms(*groups), sources.parameters(*own))

    contractor = bool(p.inputs.contractor[0, 0])
    yield line("Pay for sessions", sum_of(p.earned_usd), "pay by the real rule, as in “Fine print”, with the real ramp")
    yield line("Pay for missed visits", sum_of(p.missed_usd), "as in the line “Missed visits”, with the real ramp")
    other = (
        "weekly hours × share that is paid × pay of an hour, remote monitoring, stipends, single payments that are kept"
    )
    yield line("Other pay", sum_of(p.other_usd), other, *OTHER_PAY)
    promised = "pay guaranteed at first, beyond what is earned; a draw that must be paid back adds nothing"
    yield line("Guaranteed pay", sum_of(p.guarantee_usd), promised, *GUARANTEE)
    lost = "earned pay that is lost for late notes, or by leaving before it comes in"
    yield line("Timing", sum_of(p.timing_usd), lost, "pay.run_out", "pay.late_notes")
    yield line("Gross pay", sum_of(p.gross_pay_usd), "the lines above added up")
    yield line("Your own costs", 0.0 - sum_of(p.overhead_usd), "costs a year, plus cost per session × kept", "costs")
    yield line(
        "Your own payroll tax",
        0.0 - first_of(p.personal_tax_usd),
        _SELF_EMPLOYED if contractor else _EMPLOYED,
        "offer.engagement",
        own=PAYROLL,
    )
    if p.inputs.income_tax is not None:
        yield line(
            "Federal income tax",
            0.0 - first_of(p.income_tax_usd),
            _BUSINESS_TAX if contractor else _WAGE_TAX,
            own=("income_tax", "filing_status", "other_wages"),
        )
    yield line(
        "State income tax",
        0.0 - first_of(p.state_tax_usd),
        "pay less your own costs × the flat share you gave; nothing if you gave none",
        own=("state_income_tax",),
    )
    home = appraisal.money.take_home_usd
    span = "" if p.inputs.years == 1 else f", ÷ {p.inputs.years:g} years"
    formula = f"gross pay − your own costs − the taxes above{span}"
    yield TraceLine(section, "Take-home", home.likely, "usd", formula, span=home)


_SELF_EMPLOYED = (
    "self-employment tax on pay less costs: both halves of Social Security tax up to the wage base and of Medicare tax "
    "on the share of net earnings on which it is levied; plus the additional Medicare tax"
)
_EMPLOYED = "your half of Social Security tax up to the wage base and of Medicare tax; plus the additional Medicare tax"


_BUSINESS_TAX = (
    "by brackets, on pay less your own costs, half of self-employment tax, the standard deduction and the deduction "
    "for business income, which fades out at high income; less the tax on wages from another job alone"
)
_WAGE_TAX = "by brackets, on pay less the standard deduction; less the tax on wages from another job alone"
