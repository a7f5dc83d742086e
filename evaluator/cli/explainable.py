"""Everything that `evaluator explain` has a name for, by kind: to look a name up, to complete it, to mend a slip.

In: the catalogue, the parameters, the terms and the table of state laws. Out: `Meaning`s of a name, names with titles.
Must not print; the words of each kind stand in `explaining_checks` and `explaining_figures`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from evaluator.checklists import MEASURES, Catalogue
from evaluator.checklists.control import load_factors
from evaluator.checklists.law import load_state_law
from evaluator.checklists.ratings import TITLES
from evaluator.cli import explaining_checks as checks
from evaluator.cli import explaining_figures as figures
from evaluator.economics import load_assumptions
from evaluator.offer.glossary import clinician_descriptions, term_descriptions
from evaluator.offer.problems import suggestion

MINIMUM_WAGE = "minimum-wage"
OF_A_STATE = ("law", "parameter")
"""The kinds that `--state` narrows."""

Lines = Callable[[str, str | None], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of named thing: the names with their titles, and the lines that explain one of them.

    Lines come from a name and a state; only a few kinds look at the state.
    """

    word: str
    titles: Mapping[str, str]
    lines: Lines


@dataclass(frozen=True, slots=True)
class Meaning:
    """A name as one kind of thing."""

    kind: Kind
    name: str

    @property
    def full_name(self) -> str:
        """The name that can mean nothing else, such as `law:non-compete`."""
        return f"{self.kind.word}:{self.name}"


class Library:
    """What there is to explain with the built-in checklists and the user's own."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind, in the order in which a name that means several things is understood."""
        catalogue, assumptions = self.catalogue, load_assumptions()
        terms = {**clinician_descriptions(), **term_descriptions()}
        named = {**dict.fromkeys(assumptions.open_terms, ""), **terms}
        parameters = {**assumptions.reader, **assumptions.payroll_tax, **assumptions.income_tax}
        labels = {name: known.label for name, known in parameters.items()}
        labels[MINIMUM_WAGE] = assumptions.minimum_wage.label
        return (
            Kind(
                "check",
                {check.id: check.title for _, check in catalogue.pairs()},
                lambda name, _: checks.check_lines(name, catalogue),
            ),
            Kind(
                "checklist",
                {one.id: one.title for one in catalogue.checklists},
                lambda name, _: checks.checklist_lines(name, catalogue),
            ),
            Kind(
                "law",
                {name: topic.title for name, topic in load_state_law().topics.items()},
                lambda name, state: checks.law_lines(name, state, catalogue),
            ),
            Kind("term", named, lambda name, _: figures.term_lines(name, terms, assumptions, catalogue)),
            Kind("parameter", labels, lambda name, state: figures.parameter_lines(name, state, assumptions)),
            Kind(
                "scenario",
                {name: one.label for name, one in assumptions.scenarios.items()},
                lambda name, _: figures.scenario_lines(assumptions.scenarios[name]),
            ),
            Kind(
                "control",
                {factor.id: factor.title for factor in load_factors()},
                lambda name, _: checks.factor_lines(name, catalogue),
            ),
            Kind(
                "measure",
                {name: measure.says for name, measure in MEASURES.items()},
                lambda name, _: checks.measure_lines(name, catalogue),
            ),
            Kind(
                "priority",
                {str(name): title for name, title in TITLES.items()},
                lambda name, _: checks.priority_lines(name, catalogue),
            ),
        )

    def meanings(self, asked: str, state: str | None = None) -> tuple[Meaning, ...]:
        """What a name means, the first meant above all; with a state, only what a state can narrow.

        `law:non-compete` asks for one kind; `autonomy.pause-intake`, as offer files are read, is the check.
        """
        word, _, rest = asked.partition(":")
        kinds = [kind for kind in self.kinds if state is None or kind.word in OF_A_STATE]
        if rest:
            return tuple(Meaning(kind, rest) for kind in kinds if kind.word == word and rest in kind.titles)
        found = tuple(Meaning(kind, asked) for kind in kinds if asked in kind.titles)
        return found or self._in_section(asked)

    def _in_section(self, asked: str) -> tuple[Meaning, ...]:
        """A check by its place in an offer file, or a checklist by its section."""
        section, _, id = asked.partition(".")
        for checklist in self.catalogue.checklists:
            if checklist.section != section:
                continue
            if not id:
                return (Meaning(self.kinds[1], checklist.id),)
            if id in {check.id for check in checklist.checks}:
                return (Meaning(self.kinds[0], id),)
        return ()

    def like(self, asked: str) -> str | None:
        """The name that is most like a misspelt one, if one is."""
        word, _, rest = asked.partition(":")
        if rest:
            names = [f"{kind.word}:{name}" for kind in self.kinds for name in kind.titles if kind.word == word]
            return suggestion(asked, names) or suggestion(rest, (name for kind in self.kinds for name in kind.titles))
        return suggestion(asked, (name for kind in self.kinds for name in kind.titles))

    def completions(self, begun: str) -> Iterator[tuple[str, str]]:
        """Names that begin so, each once, with what they are; names with their kind only after a colon."""
        seen = set()
        for kind in self.kinds:
            for name, title in kind.titles.items():
                offered = f"{kind.word}:{name}" if ":" in begun else name
                if offered.startswith(begun) and offered not in seen:
                    seen.add(offered)
                    yield offered, title
