"""The words to choose from where an offer says what it is, or a reader what matters most.

In: nothing. Out: closed lists of words, as types. Must not load a model: commands have some of these lists as
options, and their help starts from here.
"""

from typing import Literal

Kind = Literal["platform", "group", "integrated", "ipa", "mso", "partnership"]
Discipline = Literal["psychotherapy", "psychological_assessment", "physical_therapy"]
Engagement = Literal["employee", "contractor", "partner"]
LicenseStage = Literal["independent", "associate", "trainee"]
Priority = Literal["schedule", "niche", "ramp", "admin", "community", "leadership"]
Profile = Literal["self_starter", "specialist", "future_leader"]
