"""What one kept session brings in, payer by payer (economics 2.4).

In: contracted amounts and rates of denial and collection. Out: dollars of a mean kept session. Must not know volume.
"""

from collections.abc import Sequence

import numpy as np

from evaluator.economics.inputs import Array, SessionMoney


def session_money(
    *,
    allowed_usd: Array,
    patient_part_usd: Array,
    denied: Array,
    recovered: Array,
    patient_part_collected: Array,
    other_reductions: Array,
) -> SessionMoney:
    """Where the allowed amount of one session goes. A claim that is denied for good loses the patient's part too."""
    lost = denied * (1 - recovered)
    payer_part = allowed_usd - patient_part_usd
    reduced = (1 - lost) * other_reductions * payer_part
    bad_debt = (1 - lost) * (1 - patient_part_collected) * patient_part_usd
    collected = (1 - lost) * ((1 - other_reductions) * payer_part + patient_part_collected * patient_part_usd)
    return SessionMoney(allowed_usd, collected, lost * allowed_usd, reduced, bad_debt)


def mean_session_money(payers: Sequence[SessionMoney], mixes: Sequence[Array]) -> SessionMoney:
    """The mean over payers, weighted by their shares of the kept sessions."""
    whole = sum(mixes)

    def mean(amounts: Sequence[Array]) -> Array:
        return np.asarray(sum(mix * amount for mix, amount in zip(mixes, amounts, strict=True)) / whole)

    return SessionMoney(
        mean([payer.allowed_usd for payer in payers]),
        mean([payer.collected_usd for payer in payers]),
        mean([payer.denied_usd for payer in payers]),
        mean([payer.reduced_usd for payer in payers]),
        mean([payer.bad_debt_usd for payer in payers]),
    )
