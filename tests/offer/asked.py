"""The questions that the tests of this room ask, and a sample offer that answers them.

In: nothing. Out: `QUESTIONS`, `WORDING`, `HEAD`, `SAMPLE`. Must not depend on the real checklists, which change.
"""

from evaluator.offer import Questions

QUESTIONS: Questions = {
    "autonomy": {
        "pause-intake": ("self_service", "on_request", "needs_approval", "costs_referrals", "not_possible"),
        "outside-work": ("yes", "no", "with_consent"),
    },
    "contract": {"notice": ("short", "long")},
}
WORDING = {"autonomy": {"pause-intake": "Can I pause intake when I am full?"}}

HEAD = "format: 1\noffer: {name: Staff therapist, evidence: posting}\n"

SAMPLE = """\
# What a full offer looks like.
format: 1
offer:
  name: Staff therapist, evenings
  organization: Lakeside Counseling Group
  kind: group                 # platform | group | integrated | ipa | mso | partnership
  discipline: psychotherapy
  engagement: contractor
  license_stage: independent
  state: OH
  as_of: 2026-11-02
  evidence: posting
pay:
  structure: percentage
  share: 60%
  of: collected
  fees_off_the_top: 3%
  missed_visit: {fee: $75, clinician_share: 50%}
caseload:
  sessions_per_week: 20-26
  ramp: {weeks: 16, starts_at: 20%}
attendance: {no_show: vague, late_cancel: {value: refused, evidence: verbal, quote: "we don't share that"}}
collections:
  payers:
    - {name: commercial A, mix: 60%, allowed: $125, patient_part: $30, denied: 8%, recovered: 75%}
    - name: self-pay
      mix: 40%
      allowed: {value: {low: $120, likely: 140, high: $1,500}, evidence: contract, where: "§4.2"}
hours:
  session_minutes: 53
  documentation_minutes: {value: 10, evidence: verbal, quote: "most people finish notes in ten minutes"}
  weekly: {admin: 2, meetings: 1, supervision: vague}
costs:
  yearly: {value: {malpractice: $480, ehr: $1,500}, evidence: policy, where: "handbook, p. 3"}
  per_session: $8
benefits: {}
practice: refused
autonomy:
  pause-intake: {answer: on_request, evidence: contract, as_of: 2026-10-01}
  outside-work: "Yes"
contract: vague
"""
