"""A contractor's status: the facts of control, their count, and three ways to look at them that are kept apart.

In: an offer, its assessment and the states of the control factors. Out: `Status`. Must not conclude what somebody is in
law: tax law, wage law and state tests weigh such facts each in its own way, and a lawyer in the state knows how.
"""

from evaluator.checklists import Assessment, Catalogue
from evaluator.checklists.assessing import control_states
from evaluator.checklists.control import ControlPart, State, load_factors
from evaluator.checklists.law import load_state_law
from evaluator.comparison.model import ControlFact, Status, StatusTest
from evaluator.offer import OfferFile

PARTS: dict[ControlPart, str] = {"behaviour": "behaviour", "money": "money", "relationship": "the relationship"}
FREE_TO_EARN = "profit-or-loss"
EXEMPTION = "contractor-exemption"


def status_of(offer_file: OfferFile, catalogue: Catalogue, assessment: Assessment) -> Status | None:
    """The status of a contractor's post; nothing for employees, partners, and where the offer does not say."""
    about = offer_file.offer.offer
    if about.engagement != "contractor":
        return None
    states = control_states(catalogue, offer_file)
    facts = tuple(
        ControlFact(factor.id, factor.title, factor.part, states[factor.id], factor.says) for factor in load_factors()
    )
    return Status(
        least=_count(facts, "yes"),
        most=_count(facts, "yes") + _count(facts, "open"),
        facts=facts,
        tests=(_tax(facts), _wage(facts, assessment), _state(about.state, offer_file, assessment)),
    )


def _count(facts: tuple[ControlFact, ...], state: State) -> int:
    return sum(fact.state == state for fact in facts)


def _tax(facts: tuple[ControlFact, ...]) -> StatusTest:
    """The tax agency's three groups, each with its count."""
    counts = []
    for part, words in PARTS.items():
        own = tuple(fact for fact in facts if fact.part == part)
        still_open = _count(own, "open")
        more = f" ({still_open} open)" if still_open else ""
        counts.append(f"{words}: {_count(own, 'yes')} of {len(own)}{more}")
    says = (
        "The tax agency looks at behaviour, money and the relationship as a whole, and at facts rather than at what a "
        f"contract calls them. Decided by the practice here: {'; '.join(counts)}."
    )
    return StatusTest("Taxes", says, ("contractor-or-employee",))


def _wage(facts: tuple[ControlFact, ...], assessment: Assessment) -> StatusTest:
    """The two main questions of federal wage law."""
    own = _finding_says(assessment, FREE_TO_EARN)
    says = (
        "Federal wage law asks whether you depend on this practice for your living. Two questions weigh most. Who "
        f"controls the work: {_count(facts, 'yes')} of {len(facts)} things are the practice's to decide. Can you gain "
        f"or lose by how you run your work: {own} The rule is being rewritten, so look again before you sign."
    )
    return StatusTest("Wage and hour law", says, ("contractor-rule", "contractor-proposal"))


def _state(state: str | None, offer_file: OfferFile, assessment: Assessment) -> StatusTest:
    """Whether the state is one with a stricter test, from the table, and what the offer says of an exemption."""
    title = "State law"
    law, about = load_state_law(), offer_file.offer.offer
    if state is None:
        return StatusTest(title, "Some states have a stricter test of their own. The offer names no state.", ())
    where = (state, about.discipline, about.engagement, about.license_stage, about.as_of)
    notes = [note for note in law.notes(*where) if note.topic == "contractor-test" and not note.federal]
    if not notes:
        says = f"We know of no stricter test in {state}, as of {law.as_of:%B %Y}. That does not prove there is none."
        return StatusTest(title, says, ())
    reported = " ".join(note.says for note in notes)
    exempt = _finding_says(assessment, EXEMPTION)
    sources = tuple(dict.fromkeys(source for note in notes for source in note.sources))
    return StatusTest(title, f"{reported} On an exemption: {exempt}", sources)


def _finding_says(assessment: Assessment, check: str) -> str:
    """What the offer says to a check, in its own sentence."""
    found = next((finding for finding in assessment.findings if finding.check == check), None)
    return found.says if found is not None else "The offer does not say."
