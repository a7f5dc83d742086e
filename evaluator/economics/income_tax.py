"""Federal income tax on what an offer pays (economics 1.2), for readers who ask for it.

In: the reader, and dollars by case and tax year. Out: dollars of tax. Must not know offers, nor payroll tax beyond its
deductible half.
"""

import numpy as np

from evaluator.economics.inputs import WEEKS_A_YEAR, Array, IncomeTax
from evaluator.economics.reader import Reader


def income_tax_figures(reader: Reader, weeks: int) -> IncomeTax:
    """The figures of the years that the horizon touches. Raises `UnknownTaxYearError` for a year without any."""
    known, status = reader.assumptions.income_tax, reader.filing_status
    years = range(reader.tax_year, reader.tax_year + weeks // WEEKS_A_YEAR)

    def of(name: str) -> Array:
        return np.array([[known[name].of(year, status) for year in years]], dtype=np.float64)

    return IncomeTax(
        standard_deduction_usd=of("standard_deduction_usd"),
        bracket_tops_usd=of("bracket_tops_usd"),
        bracket_rates=np.array(known["bracket_rates"].shares),
        business_share=float(known["business_deduction_share"].value or 0.0),
        business_over_usd=of("business_deduction_fades_over_usd"),
        business_band_usd=of("business_deduction_gone_after_usd"),
        other_wages_usd=reader.other_wages_usd,
    )


def tax_on_top(business_usd: Array, half_usd: Array, wages_usd: Array, tax: IncomeTax) -> Array:
    """The tax that business income and wages add on top of wages from another job, shape (cases, years).

    `business_usd` is pay of the self-employed less costs, `half_usd` the half of self-employment tax that is deducted
    from it. Below zero where a loss saves tax on the other wages.
    """
    other = np.full((1, 1), tax.other_wages_usd)
    nothing = np.zeros((1, 1))
    together = income_tax(business_usd, half_usd, wages_usd + other, tax)
    return together - income_tax(nothing, nothing, other, tax)


def income_tax(business_usd: Array, half_usd: Array, wages_usd: Array, tax: IncomeTax) -> Array:
    """The whole tax of a reader with no other income and no itemised deductions, shape (cases, years)."""
    business = business_usd - half_usd
    before = np.maximum(0.0, business + wages_usd - tax.standard_deduction_usd)
    return bracket_tax(before - business_deduction(business, before, tax), tax)


def business_deduction(business_usd: Array, taxable_usd: Array, tax: IncomeTax) -> Array:
    """The deduction for business income from work in health, given taxable income before it.

    Never more than its share of taxable income; fades out evenly over the band above the threshold. Wages earn none.
    """
    left = np.clip(1 - (taxable_usd - tax.business_over_usd) / tax.business_band_usd, 0.0, 1.0)
    whole = tax.business_share * np.maximum(business_usd, 0.0)
    return np.minimum(left * whole, tax.business_share * taxable_usd)


def bracket_tax(taxable_usd: Array, tax: IncomeTax) -> Array:
    """Tax by the rate schedule; each bracket's rate counts from its bottom up."""
    bottoms = np.concatenate([np.zeros((*tax.bracket_tops_usd.shape[:-1], 1)), tax.bracket_tops_usd], axis=-1)
    more = np.diff(tax.bracket_rates, prepend=0.0)
    return np.asarray((more * np.maximum(0.0, taxable_usd[..., None] - bottoms)).sum(axis=-1))
