"""The checklists: what is asked of an offer, what was found, and what that is worth.

This is the door of the room: other rooms import these names from here, and records from `findings`. Names are loaded
when they are first used, so that reading a saved comparison never pays for the models of checklist files.
"""

from typing import TYPE_CHECKING

from evaluator.doors import door

if TYPE_CHECKING:
    from evaluator.checklists.asking import OpenQuestion as OpenQuestion
    from evaluator.checklists.asking import gain_of as gain_of
    from evaluator.checklists.asking import gains as gains
    from evaluator.checklists.asking import open_questions as open_questions
    from evaluator.checklists.assessing import Assessment as Assessment
    from evaluator.checklists.assessing import assess as assess
    from evaluator.checklists.catalogue import Catalogue as Catalogue
    from evaluator.checklists.catalogue import load_catalogue as load_catalogue
    from evaluator.checklists.checks import Check as Check
    from evaluator.checklists.checks import Checklist as Checklist
    from evaluator.checklists.fit import Weighed as Weighed
    from evaluator.checklists.fit import fit_of as fit_of
    from evaluator.checklists.fit import personal_gains as personal_gains
    from evaluator.checklists.fit import weigh as weigh
    from evaluator.checklists.measures import MEASURES as MEASURES
    from evaluator.checklists.ratings import ratings_of as ratings_of
    from evaluator.checklists.score import scorecard as scorecard
    from evaluator.checklists.score import verdict as verdict
else:
    __getattr__ = door(
        __name__,
        {
            "asking": "OpenQuestion gain_of gains open_questions",
            "assessing": "Assessment assess",
            "catalogue": "Catalogue load_catalogue",
            "checks": "Check Checklist",
            "fit": "Weighed fit_of personal_gains weigh",
            "measures": "MEASURES",
            "ratings": "ratings_of",
            "score": "scorecard verdict",
        },
    )
