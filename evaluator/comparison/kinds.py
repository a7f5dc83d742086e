"""What kind of post each offer is, and the words on the kinds that are there.

In: offers as read. Out: `KindsOfPost`. Must not guess: what an offer leaves open becomes a question.
"""

from collections.abc import Sequence

from evaluator.checklists.kinds_of_post import KindOfPost, KindsOfPost
from evaluator.offer import OfferFile


def kinds_of_posts(offers: Sequence[OfferFile]) -> KindsOfPost:
    """Model and way of being engaged of every offer, with each kind's words once, in the order of the offers.

    Ids must be distinct, as `compare` makes them.
    """
    from evaluator.checklists.business_models import employment_type, kind_text, load_business_models

    known = load_business_models()
    posts = []
    for offer in offers:
        about, pay = offer.offer.offer, offer.offer.pay
        employment = employment_type(about.engagement, None if pay is None else pay.structure)
        questions = {
            known.not_stated.model: about.kind is None,
            known.not_stated.engagement: about.engagement is None,
            known.not_stated.pay: about.engagement is not None and employment is None,
        }
        to_ask = tuple(question for question, is_open in questions.items() if is_open)
        posts.append(KindOfPost(offer.id, about.kind, employment, to_ask))
    models, ways = dict.fromkeys(post.model for post in posts), dict.fromkeys(post.employment for post in posts)
    return KindsOfPost(
        offers=tuple(posts),
        models=tuple(kind_text(kind, known.models[kind]) for kind in models if kind in known.models),
        employment=tuple(kind_text(kind, known.employment[kind]) for kind in ways if kind in known.employment),
    )
