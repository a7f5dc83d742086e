"""How the value of a money term reads.

In: a number and its unit. Out: a few words. Must not round what the engine computes with.
"""

CHOICES = {
    "basis": ("the money collected", "the amount allowed", "the listed fee"),
    "engagement": ("employee", "contractor"),
    "method": ("each tier at its own rate", "all sessions at the rate reached"),
    "paid_for": ("hours in sessions", "all hours of the contract"),
    "recoverable": ("yours to keep", "paid back out of later pay"),
    "balance": ("owed at the end", "forgiven at the end"),
    "beyond": ("go on and are not billed", "stop", "go on and are billed"),
    "unit_rule": ("all timed minutes together", "each service by itself", "a fixed amount for a visit"),
    "reduced": ("no", "yes"),
    "productivity_of": ("paid hours", "booked hours"),
}
"""The units of terms that are one of a few things, in words; the value is the place in the row."""


def amount_in_words(value: float, unit: str) -> str:
    """A value with its unit: `30 weeks`, `5%`, `$75`."""
    number = f"{value:,.2f}".rstrip("0").rstrip(".")
    match unit:
        case "usd":
            return f"${value:,.2f}" if value != round(value) else f"${value:,.0f}"
        case "share":
            return f"{value * 100:.1f}".rstrip("0").rstrip(".") + "%"
        case _ if unit in CHOICES:
            return CHOICES[unit][int(value)]
        case "share_of_pay":
            return "none" if value == 0 else f"{value * 100:.1f}% of pay"
        case "session_pay_share":
            return "nothing" if value == 0 else f"{value * 100:.0f}% of a session's pay"
        case "follow_up_share":
            return f"{value * 100:.0f}% of a follow-up visit"
        case "guarantee_share":
            return "nothing" if value == 0 else f"{value * 100:.0f}% of the guaranteed amount"
        case _:
            return f"{number} {unit.removesuffix('s') if value == 1 else unit}"
