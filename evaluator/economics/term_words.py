"""How the value of a money term reads.

In: a number and its unit. Out: a few words. Must not round what the engine computes with.
"""


def amount_in_words(value: float, unit: str) -> str:
    """A value with its unit: `30 weeks`, `5%`, `$75`."""
    number = f"{value:,.2f}".rstrip("0").rstrip(".")
    match unit:
        case "usd":
            return f"${value:,.2f}" if value != round(value) else f"${value:,.0f}"
        case "share":
            return f"{value * 100:.1f}".rstrip("0").rstrip(".") + "%"
        case "basis":
            return "the amount allowed" if value else "the money collected"
        case "engagement":
            return "contractor" if value else "employee"
        case "share_of_pay":
            return "none" if value == 0 else f"{value * 100:.1f}% of pay"
        case "session_pay_share":
            return "nothing" if value == 0 else f"{value * 100:.0f}% of a session's pay"
        case _:
            return f"{number} {unit.removesuffix('s') if value == 1 else unit}"
