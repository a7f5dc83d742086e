"""The bounds of what an offer says of pay.

In: nothing. Out: `PAY_BOUNDS`, one row for each term. Must not look at an offer.

A warning starts where a careful reader would look again: well outside what offers say, not outside of what is usual.
"""

from typing import Final

from evaluator.offer.bounds import A_SESSION, AN_HOUR, OFFERS, UNITS, Bound, Span

_LITTLE_LEFT = "a share of {} leaves the practice very little"
_SHARE = Span(0.20, 0.89)
_SHARE_WHY = "Offers share 30% to 80%; a practice has costs of its own, and a share under 20% is seldom meant."
_SESSION_WHY = "Offers pay $15 to about $200 for a session."
_TESTING_WHY = "One assessment may be a whole day of testing, scoring and writing."
_CLIENT_FEE_WHY = "A missed visit costs the client at most about what a kept one does."
_MINIMUM = "The federal minimum wage has been $7.25 since 2009."
_TESTING: Final = "psychological assessment"
_NO_TESTING: Final = "anything but psychological assessment"


def _rates() -> tuple[Bound, ...]:
    """Pay for one kept session, under each of the names that it has."""
    names = ("pay.rate", "pay.rates.amount", "pay.tiers.per_session", "pay.advertised_per_session")
    usual = (
        Bound(name, "{} a session", _SESSION_WHY, Span(15, 400), A_SESSION, when=_NO_TESTING, source=OFFERS)
        for name in names
    )
    testing = (
        Bound(name, "{} for an assessment", _TESTING_WHY, Span(15, 3_000), A_SESSION, when=_TESTING) for name in names
    )
    return (*usual, *testing)


PAY_BOUNDS: tuple[Bound, ...] = (
    *(
        Bound(name, "a share of {}", _SHARE_WHY, _SHARE, over=_LITTLE_LEFT, source=OFFERS)
        for name in ("pay.share", "pay.later_shares.share", "pay.tiers.share", "pay.advertised")
    ),
    Bound(
        "pay.own_clients.share",
        "a share of {} for one's own clients",
        "Clients whom the clinician brings are shared at least as well as others, at times wholly.",
        Span(0.20, None),
    ),
    Bound(
        "pay.practice_at_most",
        "{} as the most that the practice keeps",
        "More than most clinicians bring in; such a cap caps nothing.",
        Span(None, 200_000),
    ),
    Bound(
        "pay.practice_at_least",
        "{} that the practice keeps first",
        "More than most clinicians bring in; nothing would be left to share.",
        Span(None, 200_000),
    ),
    Bound("pay.listed_fee", "a listed fee of {}", "Listed fees run from about $60 to $300.", Span(30, 500), A_SESSION),
    Bound(
        "pay.fees_off_the_top",
        "fees of {} before sharing",
        "Card and billing fees are 3% to 10%; all of it would leave nothing to share.",
        Span(None, 0.25),
        Span(None, 1, below_most=True),
        stops_as="fees_off_the_top of 100% leaves nothing to share: expected less than 100%",
    ),
    Bound(
        "pay.deduction_per_session",
        "{} taken from each session",
        "Offers take a few dollars for a session, up to about $30.",
        Span(None, 60),
        A_SESSION,
    ),
    *_rates(),
    Bound("pay.rates.minutes", "a rate for {} minutes", "Sessions run from 15 minutes to two hours.", Span(10, 180)),
    Bound(
        "pay.unit_rate",
        "{} for a unit or point",
        "A unit is paid about $12, a point up to a visit.",
        Span(3, 150),
        A_SESSION,
    ),
    Bound(
        "pay.units_per_session", "{} units for a session", "A visit of an hour has four units.", Span(None, 12), UNITS
    ),
    Bound(
        "pay.units_by_visit.units", "{} units for a visit", "A visit of an hour has four units.", Span(None, 16), UNITS
    ),
    Bound(
        "pay.minutes_per_unit",
        "{} minutes for a unit",
        "A unit is 15 minutes by the payers' rules; points have been met at 80 minutes.",
        Span(5, 120),
    ),
    Bound(
        "pay.salary",
        "a full-time salary of {}",
        "Full-time salaries of clinicians run from about $26,000 to $200,000.",
        Span(20_000, 400_000),
        full_time=True,
        source=OFFERS,
    ),
    Bound(
        "pay.base_salary",
        "a full-time base of {}",
        "A base is paid beside a commission, and is part of a salary at most.",
        Span(10_000, 300_000),
        full_time=True,
    ),
    Bound(
        "pay.bonus.per_session",
        "a bonus of {} a session",
        "Offers add $5 to $40 for a session.",
        Span(None, 200),
        A_SESSION,
    ),
    Bound(
        "pay.hourly_rate",
        "{} an hour",
        "Clinicians are paid $25 to $110 for an hour.",
        Span(12, 250),
        AN_HOUR,
        source=OFFERS,
    ),
    Bound("pay.base_hourly", "a base of {} an hour", _MINIMUM, Span(7.25, 200), AN_HOUR),
    Bound("pay.guaranteed_hours", "{} guaranteed hours a week", "A full week is 40 hours.", Span(None, 45)),
    Bound(
        "pay.commission_per_session",
        "a commission of {} a session",
        "It stands beside a base.",
        Span(None, 200),
        A_SESSION,
    ),
    Bound("pay.commission_share", "a commission of {}", "It stands beside a base.", Span(None, 0.60)),
    Bound(
        "pay.tiers.from_collections",
        "a tier from {} of collections",
        "More than one clinician's sessions bring in within a year.",
        Span(None, 1_000_000),
    ),
    Bound("pay.lag_days", "{} days until pay", "Payers take two weeks to three months.", Span(None, 120)),
    Bound("pay.run_out", "{} weeks of pay lost at the end", "Claims are paid within half a year.", Span(None, 26)),
    Bound(
        "pay.missed_visit.fee",
        "a fee of {} for a missed visit",
        _CLIENT_FEE_WHY,
        Span(None, 300),
        A_SESSION,
        source=OFFERS,
    ),
    Bound("pay.missed_visit.per_no_show", "{} for a no-show", _CLIENT_FEE_WHY, Span(None, 300), A_SESSION),
    Bound(
        "pay.missed_visit.per_late_cancel", "{} for a late cancellation", _CLIENT_FEE_WHY, Span(None, 300), A_SESSION
    ),
    Bound("pay.bonuses.amount", "a bonus of {}", "Bonuses run from $20 for a session to $10,000.", Span(None, 50_000)),
    Bound(
        "pay.bonuses.at_collections",
        "a bonus from {} of collections",
        "More than one clinician's sessions bring in within a year.",
        Span(None, 1_000_000),
    ),
    Bound("pay.bonuses.units_per_visit", "{} units for a visit", "A visit of an hour has four.", Span(None, 12), UNITS),
    Bound(
        "pay.bonuses.at_productivity",
        "a bonus from {} productivity",
        "Notes and breaks take their part of every day; targets above 90% are the highest met.",
        Span(None, 0.95),
    ),
    Bound(
        "pay.guarantee.amount",
        "{} guaranteed for a period",
        "A month's pay at most.",
        Span(None, 20_000),
        Span(None, 200_000),
    ),
    Bound(
        "pay.guarantee.periods", "a guarantee for {} periods", "Two years of weeks.", Span(None, 104), Span(None, 520)
    ),
    Bound(
        "pay.one_time.amount",
        "a single payment of {}",
        "Sign-on payments run from $500 to $20,000.",
        Span(None, 100_000),
    ),
    Bound(
        "pay.one_time.kept_after",
        "{} weeks until it is one's own",
        "Payments are paid back over one to three years.",
        Span(None, 208),
    ),
    Bound("pay.stipends.amount", "a stipend of {}", "Offers give $60 to $800 for a period.", Span(None, 10_000)),
    Bound("pay.stipends.above_sessions", "a stipend from {} sessions a week", "Few keep that many.", Span(None, 40)),
    Bound("pay.stipends.after_weeks", "{} weeks until a stipend", "Over half a year of waiting.", Span(None, 52)),
    Bound("pay.late_notes.sessions", "{} of notes late", "Then the deadline is not kept by most.", Span(None, 0.5)),
)
