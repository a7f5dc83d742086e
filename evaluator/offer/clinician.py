"""The clinician file: what the reader brings to every offer.

In: values converted by `values`. Out: frozen models. Must not compute money. Everything is optional; what is left out
falls back to a published parameter that the report prints as assumed.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from evaluator.offer.choices import Priority, Profile
from evaluator.offer.narrowing import Narrowed, parse_narrowed
from evaluator.offer.pay import Section
from evaluator.offer.priorities import Priorities
from evaluator.offer.values import Line, Minutes, Money, Share, WeeklySessions, Weeks, Written, YesNo

NarrowedCases = Annotated[Narrowed, BeforeValidator(parse_narrowed), Written("cases", r"\S", "16")]
FilingStatus = Literal["single", "joint", "separate", "head_of_household"]


class AboutMe(Section):
    """The reader of the report."""

    name: Line | None = Field(None, description="A name or nickname for the title page.")
    value_of_hour: Money | None = Field(None, description="What an hour of your own unpaid time is worth to you.")
    weeks_off: Weeks | None = Field(None, description="Weeks a year you will not work, where an offer does not say.")
    sessions_per_week: WeeklySessions | None = Field(
        None, description="Sessions a week you want; an offer's full caseload counts only up to it."
    )
    filing_status: FilingStatus | None = Field(None, description="Your federal tax filing status.")
    income_tax: YesNo | None = Field(
        None,
        description="Whether take-home is shown after federal income tax (2024 to 2026), too; 'no' unless you say.",
    )
    state_income_tax: Share | None = Field(
        None, description="Your state's income tax as a flat share of pay less your own costs."
    )
    other_wages: Money | None = Field(None, description="Wages a year from another job.")
    interest: Share | None = Field(
        None, description="Interest a year that money which comes later costs you; waiting is free unless you say."
    )
    documentation_minutes: Minutes | None = Field(None, description="Minutes your notes take for one session.")
    missed_slot_used: Share | None = Field(None, description="Share of a missed slot you can use for other work.")
    profile: Profile | None = Field(
        None,
        description="A start for your priorities: self_starter (builds a niche: niche and a fast start), specialist "
        "(assessments: little admin and community), future_leader (leadership and community). Your own ratings and "
        "choice come before it.",
    )
    priorities: Priorities | None = Field(
        None,
        description="How much each of six things matters to you, from 1 (does not matter) to 5 (matters most); one "
        "that you leave out counts as 3.",
    )
    most_important: tuple[Priority, ...] | None = Field(
        None,
        description="The two priorities that matter most, such as [schedule, admin]: they count double, and each offer "
        "is asked whether it protects them.",
    )
    current_job: Line | None = Field(
        None, description="The offer file of your present job, to compare with; its path as seen from this file."
    )
    narrow: dict[str, NarrowedCases] = Field(
        default_factory=dict,
        description="What you know better about terms that an offer leaves open: one value, or worst, likely and best, "
        "by the term's name, such as caseload.ramp.weeks.",
    )
    benefits_worth: dict[str, Share] = Field(
        default_factory=dict, description="What each benefit is worth to you, as a share of its price, by its name."
    )


class Clinician(Section):
    """One clinician file."""

    format: Literal["1"] = Field(description="The version of this file format.")
    clinician: AboutMe
