"""What the words mean that some terms choose from, for editors that explain while one types.

In: nothing. Out: `meanings_of` a set of words. Must not know in which files or terms the words stand.
"""

from collections.abc import Sequence

from evaluator.offer.evidence import Evidence

_MEANINGS: dict[str, str] = {
    # what kind of organisation
    "platform": "A company that brings clients to many clinicians, mostly online.",
    "group": "A group practice.",
    "integrated": "A practice or clinic with several professions under one roof.",
    "ipa": "A network of independent practices that contracts with payers together.",
    "mso": "A company that runs the business side of practices for a fee.",
    "partnership": "A practice that its clinicians own together.",
    # who pays, in an owner's books
    "insurer": "An insurer, to which claims go.",
    "clients": "Clients, who pay themselves.",
    # whether a term can change
    "fixed": "No, unless both agree.",
    "formula": "Yes, by a stated rule.",
    "discretion": "Yes, the practice decides.",
    # field, status and licence
    "psychotherapy": "Psychotherapy and counselling.",
    "psychological_assessment": "Psychological and neuropsychological assessment.",
    "physical_therapy": "Physical therapy.",
    "employee": "W-2: the practice withholds taxes.",
    "contractor": "1099: you pay your own taxes and insurance.",
    "partner": "You own a part of the practice.",
    "independent": "A full licence, for work on one's own.",
    "associate": "Licensed and still supervised on the way to a full licence.",
    "trainee": "In training, before a licence.",
    # pay
    "percentage": "A share of what sessions bring in.",
    "per_session": "A fixed amount for each kept session.",
    "per_unit": "A fixed amount for each billed unit.",
    "per_point": "A fixed amount for each point that a visit is worth.",
    "salary": "A fixed yearly salary.",
    "hourly": "An amount for each hour.",
    "base_plus_commission": "A salary or hourly base, and a commission for each session.",
    "tiered": "A rate that depends on volume.",
    "collected": "The money that comes in.",
    "allowed": "The amount that the payer's contract allows, whether or not it comes in.",
    "listed": "The practice's listed fee.",
    "once": "Once in the period.",
    "each_above": "For each session above the number.",
    "all_sessions": "For all sessions of the period, once the number is reached.",
    "taken_off_each_below": "Taken off for each session below the number.",
    "paid_hours": "The hours of the contract.",
    "booked_hours": "The hours that are booked.",
    "week": "Each week.",
    "month": "Each month.",
    "year": "Each year.",
    "owed": "What is left is owed.",
    "forgiven": "What is left is forgiven.",
    "session_hours": "Hours in kept sessions.",
    "contract_hours": "All hours of the contract.",
    "each_tier": "Each tier pays its own part at its own rate.",
    "linear": "By the same number each week.",
    "s_curve": "Slowly at first, then fast, then slowly.",
    # visits and payers
    "not_billed": "They take place, and nobody pays for them.",
    "stopped": "They do not take place.",
    "billed": "They take place and are paid.",
    "medicare": "Medicare's national prices, reduction and threshold.",
    "evaluation": "The first visit of an episode.",
    "follow_up": "Every later visit.",
    "eight_minute": "All timed minutes of a visit together, by the 8-minute rule.",
    "midpoint": "Each service by itself, from half a unit on.",
    "flat_visit": "One amount for a visit, whatever its minutes.",
    "musculoskeletal": "Muscles and joints.",
    "respiratory": "Breathing.",
    "cognitive_behavioral": "Cognitive behavioural therapy.",
    "behavioral": "Cognitive behavioural therapy; its supply has no national price.",
    # the clinician and the practice
    "single": "Single.",
    "joint": "Married, filing together.",
    "separate": "Married, filing separately.",
    "head_of_household": "Head of household.",
    "self_starter": "Builds a niche: niche and a fast start.",
    "specialist": "Assessments: little admin and community.",
    "future_leader": "Leadership and community.",
    "1": "Does not matter.",
    "2": "Matters little.",
    "3": "Matters.",
    "4": "Matters much.",
    "5": "Matters most.",
    "schedule": "Schedule and boundaries.",
    "niche": "Niche and fitting referrals.",
    "ramp": "A fast start.",
    "admin": "Little admin outside sessions.",
    "community": "Consultation, training and community.",
    "leadership": "A path to leadership or ownership.",
    "headcount": "The same for each clinician.",
    "sessions": "By kept sessions.",
    "collections": "By money collected.",
    "room_hours": "By hours of a room.",
    "new_clients": "By new clients.",
    "billing": "Claims, denials and statements.",
    "intake": "New clients, from the first call to the first visit.",
    "scheduling": "Appointments, changes and reminders.",
    "credentialing": "Getting and staying on payers' panels.",
    "supervision": "Supervision and consultation.",
    "technology": "Records, booking and other software.",
    "marketing": "Finding clients.",
    "compliance": "Privacy and billing rules.",
    # yes and no, said or not
    "yes": "Yes.",
    "no": "No.",
    "vague": "Asked, and answered without a number or a rule.",
    "refused": "Asked, and refused.",
    **{member.value: f"It rests on {member.says}." for member in Evidence},
}


def meanings_of(words: Sequence[str]) -> tuple[str, ...]:
    """What each of the words means; empty for one that explains itself, such as the number of a format."""
    if tuple(words) == ("1",):
        return ("The only version so far.",)
    return tuple(_MEANINGS.get(word, "") for word in words)
