"""The vague words and phrases of job offers, as patterns, each with what to ask instead.

In: nothing. Out: `VAGUE_WORDS`. Must not match words that name a rule: a pattern says what may not stand around it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern for whole words, in large or small letters, and the end of the sentence that begins with the word."""

    pattern: str
    ask: str


_AMOUNT = r"\$?\d[\d,.]{0,12}(?:\s*(?:%|percent|k\b))?"
_PRICE = r"(?:\$\s?\d[\d,.]{0,12}(?:\s*k\b)?|\d[\d,.]{0,12}\s*(?:%|percent|k\b))"
_LIMITED = r"(?!\d)(?!\s*(?:days?|weeks?|months?|years?|hours?|minutes?|miles?|h|min)\b)"
_RANGE = r"(?![\d%])(?!\s*(?:-|–|to\b|until\b|through\b|on\b|onwards?\b))"
_THING = r"(?:pay|salary|rates?|compensation|wages?|benefits?|splits?|packages?|bonus(?:es)?)"
_SHARED = r"(?=\s+(?:notice|time|effort\w*|hours|caseload|share|rates?|pay|split|number|amount|limits?)\b)"
_OFFICE = r"(?=\s+(?:admin\w*|paperwork|documentation|notes|meetings|on[- ]call)\b)"
_TASKS = r"(?=\s+(?:admin\w*|evenings?|weekends?|travel|meetings?|on[- ]call|pto|paid time off|support|supervision)\b)"
_FILLING = r"(?=\s*(?:[.,;!)]|$|fill\w*|build\w*|grow\w*|ramp\w*))"

VAGUE_WORDS: tuple[Row, ...] = (
    Row(
        rf"\b(?:up to|as much as)\s+{_AMOUNT}{_LIMITED}",
        "names the most, not what you get: ask for the rule and the lowest figure",
    ),
    Row(
        rf"\b(?:starting (?:at|from)|from)\s+{_PRICE}{_RANGE}",
        "names the least, not what you get: ask what decides it and what others get",
    ),
    Row(rf"(?<![\w.,]){_PRICE}\s?\+(?!\s*\d)", "names the least, not what you get: ask what decides it"),
    Row(
        rf"\b(?:approximately|approx\.?|roughly|about|around|circa|ca\.)\s+{_AMOUNT}",
        "is a guess: ask for the figure, or for the lowest and the highest of the last year",
    ),
    Row(r"\bcompetitive(?!\s+(?:range\s+of\s+)?\$?\d)\b", "names no figure: ask for the range"),
    Row(r"\bgenerous(?:ly)?\b", "names no figure: ask for the amount or the number of days"),
    Row(r"\battractive\b", "names no figure: ask for the amount"),
    Row(
        rf"\b(?:(?:excellent|great|comprehensive)\s+{_THING}|full\s+benefits?(?:\s+package)?)\b",
        "names nothing: ask for the list with amounts",
    ),
    Row(
        r"\bflexib(?:le|ility)(?!\s+(?:spending|hours\s+between|account))\b",
        "does not say who decides: ask who sets it and how it changes",
    ),
    Row(r"\bas[- ]needed\b", "has no limit: ask for the most in a week and who decides"),
    Row(
        r"\bas (?:required|requested|assigned|appropriate|applicable|available)\b(?!\s+by\b)",
        "has no limit: ask for a number",
    ),
    Row(r"\bother duties(?:\s+as\s+assigned)?\b", "has no limit: ask which, and how many hours"),
    Row(r"\bmarket[- ](?:rates?|value|level|competitive)\b", "names no figure: ask for the figure and whose market"),
    Row(r"\bindustry[- ](?:standards?|average|leading|norms?)\b", "names no figure: ask for the figure"),
    Row(r"\babove[- ](?:average|market)\b", "names no figure: ask for the figure and its comparison"),
    Row(
        r"\bunlimited(?:\s+(?:pto|vacation|time off|earning\w*|income|potential))?\b", "has no floor: ask what is usual"
    ),
    Row(r"\buncapped\b", "has no floor: ask what the middle clinician earned last year"),
    Row(
        r"\b(?:earning|income|bonus|growth)\s+potential\b"
        r"|\bpotential(?:ly)?(?:\s+(?:to|for|of)\b|\s+earn\w*|\s+income)",
        "is no promise: ask what clinicians there really earned",
    ),
    Row(r"\bnegotiable\b", "is open: ask for the range that it moves in"),
    Row(
        r"\b(?-i:DOE)\b|\bdepend(?:s|ing|ent) (?:up)?on (?:experience|qualifications?|caseload|performance)\b",
        "is no rule: ask for the table behind it",
    ),
    Row(r"\bcommensurate\b", "is no rule: ask for the table behind it"),
    Row(
        r"\b(?:to be (?:determined|decided|discussed|agreed|confirmed)|tb[ad])\b", "is open: ask for it before you sign"
    ),
    Row(
        r"\b(?:at (?:our|the\s+\w+'?s?|its|management'?s?|sole) (?:sole )?discretion|discretionary)\b",
        "lets one side decide: ask for the rule",
    ),
    Row(r"\bcase[- ]by[- ]case\b", "is no rule: ask who decides and by what"),
    Row(rf"\b(?:reasonabl[ey]|fair(?:ly)?){_SHARED}", "has no number: ask for one"),
    Row(
        r"\bpromptly\b|\bin a timely (?:manner|fashion)\b|\bas soon as possible\b|\basap\b",
        "has no date: ask for a number of days",
    ),
    Row(
        r"\bfrom time to time\b|\bperiodic(?:ally)?\b|\boccasional(?:ly)?\b|\bnow and then\b",
        "has no number: ask how often",
    ),
    Row(
        r"\b(?:typically|usually|generally|normally|in general|on average|tends? to)\b"
        r"|\bmost (?:people|clinicians|therapists|of our \w+)\b",
        "is no promise: ask what is owed to you",
    ),
    Row(
        rf"\b(?:quickly|fast|rapidly|soon){_FILLING}",
        "has no number: ask how many weeks it took the last three people",
    ),
    Row(
        rf"\b(?:minimal|light|limited|low){_OFFICE}",
        "has no number: ask for minutes or hours a week",
    ),
    Row(
        r"\b(?:plenty of|lots of|a steady (?:flow|stream) of|steady)(?=\s+(?:referrals?|clients?|patients?|leads?)\b)",
        "has no number: ask how many came in each of the last six months",
    ),
    Row(
        r"\bfull (?:caseload|schedule)(?=\s+(?:quickly|fast|soon|guaranteed|immediately))",
        "has no number: ask how many sessions by which week",
    ),
    Row(r"\bsubject to change\b", "promises nothing: ask for notice, and the right to leave before"),
    Row(r"\band (?:more|much more|so on)\b(?=\s*(?:[.!,;)]|$))", "hides the rest: ask for the whole list"),
    Row(r"(?<!\w)etc\b\.?|\bet cetera\b", "hides the rest: ask for the whole list"),
    Row(r"\bvar(?:ies|iable)\b(?!\s+(?:by|with)\b)", "names no figure: ask for the lowest and the highest"),
    Row(rf"\bsome{_TASKS}", "has no number: ask how many"),
    Row(
        r"\bcompetitively\b|\bwell[- ]paid\b|\bhigh(?:ly)?[- ](?:paid|paying|compensated)\b",
        "names no figure: ask for the range",
    ),
)
