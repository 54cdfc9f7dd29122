"""What is understood of one reply and the thread it answers: each fact computed once, when first asked.

The module of a fact is imported with it: together they compile patterns for a quarter of a second, and a draft that
answers nothing needs few of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from replylint.language.syntax import Parse, Parser
from replylint.language.text import Sentence, Text
from replylint.model import Confidence, Conversation, Message, Settings, Turn

if TYPE_CHECKING:
    from replylint.language.answers import Treatment
    from replylint.language.apologies import Apology
    from replylint.language.dates import DateExpression
    from replylint.language.failures import Failure
    from replylint.language.given import ReAsked
    from replylint.language.overdue import Overdue
    from replylint.language.promises import Promise
    from replylint.language.question_clauses import Question
    from replylint.language.remedies import Remedy
    from replylint.language.reply import Reply
    from replylint.language.requests import Request
    from replylint.language.spelling.slips import Slip
    from replylint.language.spelling.vocabulary import Vocabulary
    from replylint.language.spelling.words import Word
    from replylint.language.times import TimeExpression


@dataclass
class Thread:
    """What the readings of one thread share, so that no message is read twice."""

    texts: dict[Turn, Text] = field(default_factory=dict)
    readings: dict[Turn, Reading] = field(default_factory=dict)


class Reading:
    """One reply and its thread, understood. The facts are lazy: a rule pays only for what it asks."""

    def __init__(
        self,
        conversation: Conversation,
        turn: Turn,
        settings: Settings,
        parser: Parser,
        thread: Thread | None = None,
    ) -> None:
        self.conversation = conversation
        self.turn = turn
        self.settings = settings
        self._parser = parser
        self._thread = thread or Thread()
        self._thread.readings[turn] = self

    @cached_property
    def draft(self) -> Text:
        """The reply under judgement."""
        return self.text(self.turn)

    @cached_property
    def earlier(self) -> tuple[Text, ...]:
        """The messages before the reply, oldest first."""
        return tuple(self.text(i) for i in self.conversation.before(self.turn))

    @cached_property
    def current_turn(self) -> tuple[Text, ...]:
        """The customer's messages since our last one: what the reply answers."""
        turn: list[Text] = []
        for text in reversed(self.earlier):
            if text.message.role == "agent":
                break
            if text.message.role == "customer":
                turn.insert(0, text)
        return tuple(turn)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What the customer's current turn still asks, each question once."""
        from replylint.language.questions import find as find_questions

        return find_questions(self.current_turn)

    @cached_property
    def own_questions(self) -> tuple[Question, ...]:
        """What the draft asks the customer."""
        if "?" not in self.draft.scan:
            return ()
        from replylint.language.questions import find as find_questions

        return find_questions([self.draft])

    @cached_property
    def reply(self) -> Reply:
        """The draft as an answer: what its sentences do, and which stand under which question."""
        from replylint.language.reply import Reply

        return Reply(self.draft)

    @cached_property
    def re_asked(self) -> tuple[ReAsked, ...]:
        """What the draft asks for though the customer gave it."""
        from replylint.language.given import re_asked

        return tuple(re_asked(self.reply.sentences, self.earlier))

    @cached_property
    def answers(self) -> tuple[Treatment, ...]:
        """How the draft treats each of ``questions``."""
        from replylint.language.answer_judge import LearnedJudge
        from replylint.language.answers import RuleJudge, treatments

        return treatments(self, LearnedJudge(RuleJudge()))

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """What the current turn asks us to do, and what the draft makes of it."""
        from replylint.language.requests import find as find_requests

        return tuple(find_requests(self))

    def at(self, turn: Turn) -> Reading:
        """Return the reading of another reply of ours in this thread."""
        known = self._thread.readings.get(turn)
        return known or Reading(self.conversation, turn, self.settings, self._parser, self._thread)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """What the draft commits our side to."""
        from replylint.language.promises import promises_in

        return tuple(promises_in(self.draft, self.parse))

    @cached_property
    def overdue(self) -> tuple[Overdue, ...]:
        """Our earlier promises that are past their day and that the customer asks after."""
        from replylint.language.overdue import overdue as find_overdue

        return tuple(find_overdue(self.earlier, self.current_turn, self.draft, self.parse))

    @cached_property
    def apologies(self) -> tuple[Apology, ...]:
        """Every apology formula in our earlier messages and the draft, in order."""
        from replylint.language.apologies import find_apologies

        ours = [text for text in self.earlier if text.message.role == "agent"]
        return tuple(find_apologies([*ours, self.draft]))

    @cached_property
    def remedies(self) -> tuple[Remedy, ...]:
        """What the draft does, offers, asks for or announces, at most one a sentence."""
        from replylint.language.remedies import find_remedies

        return tuple(find_remedies(self.draft))

    @cached_property
    def failures(self) -> tuple[Failure, ...]:
        """What the customer reports as gone wrong on our side, in the whole thread."""
        if not any(text.message.role == "customer" for text in self.earlier):
            return ()
        from replylint.language.failures import find_failures

        return tuple(find_failures(self))

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each of the draft's sentences, as a speller sees them."""
        from replylint.language.spelling.words import words

        return words(self.draft)

    @cached_property
    def complained(self) -> bool:
        """Whether the reply answers a report of our failure that we are sure enough of to speak up."""
        return any(f.confidence >= Confidence.MEDIUM and not f.covered for f in self.failures)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that are right here though no dictionary has them."""
        from replylint.language.spelling.vocabulary import vocabulary

        return vocabulary(self.conversation, self.settings, self.message, self.words, self.earlier)

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """The draft's misspelt words."""
        if not any(self.vocabulary.strange(word) for sentence in self.words for word in sentence):
            return ()
        from replylint.language.spelling.slips import slips

        return slips(self.words, self.vocabulary)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """The draft's clock times, those of one range or list together, with the evidence for morning or evening."""
        from replylint.language.times import on_24_hour_clock, times_in

        return times_in(self.draft, on_24_hour_clock(self.conversation))

    @cached_property
    def dates(self) -> tuple[DateExpression, ...]:
        """The draft's calendar expressions, which resolve against the day it was sent."""
        from replylint.language.dates import dates_in

        return dates_in(self.draft)

    @property
    def message(self) -> Message:
        return self.draft.message

    def parse(self, sentence: Sentence) -> Parse:
        """Return a sentence's syntax; its offsets are those of ``sentence.text``."""
        return self._parser(sentence.text)

    def text(self, turn: Turn) -> Text:
        """Return the message at a turn, as the rules read it."""
        texts = self._thread.texts
        if turn not in texts:
            texts[turn] = Text(self.conversation.message(turn), turn)
        return texts[turn]
