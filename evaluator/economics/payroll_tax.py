"""Federal payroll tax (economics 1.1 and 2.10).

In: dollars of net earnings or wages by case and tax year. Out: dollars of tax. Must not know offers.
"""

import numpy as np

from evaluator.economics.inputs import Array, PayrollTax


def self_employment_tax(net_usd: Array, tax: PayrollTax) -> Array:
    """Both halves of payroll tax on net earnings by tax year, shape (cases, years), without the additional 0.9%.

    Zero below the floor. Wages from another job use up the wage base first.
    """
    base = tax.self_employed_base_share * net_usd
    room = np.maximum(0.0, tax.wage_base_usd - tax.other_wages_usd)
    social_security = 2 * tax.social_security_rate * np.minimum(np.maximum(base, 0.0), room)
    both = social_security + 2 * tax.medicare_rate * base
    return np.where(base >= tax.self_employed_floor_usd, both, 0.0)


def employer_half(net_usd: Array, tax: PayrollTax) -> Array:
    """The half of self-employment tax that an employer would have paid: the equalisation X of 2.10."""
    return self_employment_tax(net_usd, tax) / 2


def employee_tax(wages_usd: Array, tax: PayrollTax) -> Array:
    """The employee's half on wages by tax year, without the additional 0.9%."""
    room = np.maximum(0.0, tax.wage_base_usd - tax.other_wages_usd)
    return tax.social_security_rate * np.minimum(wages_usd, room) + tax.medicare_rate * wages_usd


def additional_medicare_tax(earnings_usd: Array, tax: PayrollTax) -> Array:
    """The 0.9% that these earnings add on top of wages from another job.

    `earnings_usd` is wages, or the part of net earnings on which self-employment tax is levied.
    """
    over, other = tax.additional_medicare_over_usd, tax.other_wages_usd
    together = np.maximum(0.0, other + np.maximum(earnings_usd, 0.0) - over)
    return tax.additional_medicare_rate * (together - max(0.0, other - over))
